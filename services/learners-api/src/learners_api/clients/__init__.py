"""One typed client for each service that this one asks."""
