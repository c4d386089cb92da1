"""Accounts, sessions, partnerships, memberships, partner clients and tokens."""
