"""How a programme is planned: weights of the wishes, limits, what may not repeat."""
