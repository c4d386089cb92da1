"""Generated problems for the tests and the benchmark. Invented people only."""
