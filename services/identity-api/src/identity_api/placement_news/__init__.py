"""Mails that tell people what happened to placements that concern them."""
