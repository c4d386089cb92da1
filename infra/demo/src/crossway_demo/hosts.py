"""One partnership's settings, what they can take, and policies: found, or created where they are missing."""

from collections.abc import Mapping
from datetime import date

from crossway_demo import host_payloads
from crossway_demo.model import Partnership
from crossway_demo.places import SETTINGS
from crossway_demo.services import Partner


async def load_hosts(
    partner: Partner, partnership: Partnership, organisations: Mapping[str, str], from_on: date
) -> None:
    """`organisations`: ids by key; `from_on`: the first day on which settings take apprentices. Raises LoadFailed."""
    settings = SETTINGS[partnership.slug]
    present = {
        (each["organisation_id"], each["name"]): each for each in await partner.list_all("placements", "/settings")
    }
    for setting in settings:
        organisation_id = organisations[setting.organisation]
        record = present.get((organisation_id, setting.name))
        if record is None:
            body = host_payloads.setting(setting, partnership, organisation_id)
            key = f"{partnership.slug}/setting/{setting.organisation}/{setting.name.lower().replace(' ', '-')}"
            record = await partner.post("placements", "/settings", body, key=key)
        if record["version"] == 1:
            path = f"/settings/{record['id']}/capacity"
            await partner.change("PUT", "placements", path, host_payloads.capacity(setting, from_on), version=1)
    for key in dict.fromkeys(setting.organisation for setting in settings):
        path = f"/organisations/{organisations[key]}/policies"
        if (await partner.get("placements", path))["version"] == 0:
            own = [setting for setting in settings if setting.organisation == key]
            body = host_payloads.policies(partnership, own)
            await partner.change("PUT", "placements", path, body, version=0)
