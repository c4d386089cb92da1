"""Minutes by car that a routing service gave, kept so that nothing that is shown or computed waits for it."""
