"""Trials: the product as a whole, against what it promises."""
