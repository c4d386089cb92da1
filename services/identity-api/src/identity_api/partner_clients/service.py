"""Changing partner clients."""

from datetime import datetime

from identity_api.partner_clients.models import PartnerClientSecret


def note_used(secret: PartnerClientSecret, now: datetime) -> None:
    """So that an administrator sees which secret can go."""
    secret.last_used_at = now
