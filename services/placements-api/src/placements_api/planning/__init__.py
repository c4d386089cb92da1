"""The planning engine: who is where, block by block. Pure: it knows neither the database nor HTTP.

`problem` is what goes in, `solve`, `explain` and `replan` are the three questions that it answers, and
`recheck` judges any plan, whoever made it.
"""
