"""An apprentice's own placements: where now, where next, and how to get there."""
