"""Plans in words: broken rules, conflicts, remedies and points as sentences with names and dates, without codes."""
