"""Settings: the places of an organisation where apprentices can be hosted."""
