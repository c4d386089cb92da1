"""Another partnership's data is unreachable: every route of every service, asked for it in every way we know."""
