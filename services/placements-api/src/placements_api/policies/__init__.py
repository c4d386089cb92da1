"""Policies: what an organisation's rules for apprentices are, and how they differ from another's."""
