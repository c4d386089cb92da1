"""Calendar feeds: an address that nobody can guess, for a person's placements or for a setting's."""
