"""How long journeys take: estimated from positions, or asked of a routing service."""
