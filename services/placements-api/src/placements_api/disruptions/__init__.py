"""Something happens to a plan in force: the ways to mend it, fewest changes first."""
