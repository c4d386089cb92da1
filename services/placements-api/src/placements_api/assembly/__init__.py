"""From the database to a planning problem, and from positions back to people, settings and days."""
