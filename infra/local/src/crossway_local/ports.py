"""Free TCP ports on 127.0.0.1."""

import random
import socket

ABOVE_SERVICES, BELOW_EPHEMERAL = 20_000, 32_000  # the system hands out higher ones to outgoing connections
PREFERRED_GATEWAY_PORTS = range(8080, 8100)


class PortTaken(Exception):
    """The port that was asked for is in use."""


def is_free(port: int) -> bool:
    """Whether a server could listen on the port now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def free_ports(count: int) -> list[int]:
    """That many different free ports, chosen at random so that stacks started together seldom meet."""
    candidates = random.sample(range(ABOVE_SERVICES, BELOW_EPHEMERAL), k=BELOW_EPHEMERAL - ABOVE_SERVICES)
    found: list[int] = []
    for port in candidates:
        if is_free(port):
            found.append(port)
        if len(found) == count:
            return found
    raise PortTaken("No free port was found on 127.0.0.1.")


def gateway_port(wanted: str | None) -> int:
    """The port asked for by CROSSWAY_PORT, else 8080 or the next free one. Raises PortTaken."""
    if wanted:
        if not wanted.isdecimal() or not 1 <= int(wanted) <= 65_535:
            raise PortTaken(f"CROSSWAY_PORT is {wanted!r}; it must be a number from 1 to 65535.")
        if not is_free(int(wanted)):
            raise PortTaken(
                f"Port {wanted}, asked for by CROSSWAY_PORT, is taken by another program (or may not be used by you)."
                " Choose another one, or leave CROSSWAY_PORT out to have a free one found."
            )
        return int(wanted)
    return next(filter(is_free, PREFERRED_GATEWAY_PORTS), None) or free_ports(1)[0]
