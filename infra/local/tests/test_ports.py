"""Free ports are found; a taken one that was asked for is refused in words."""

import socket
from collections.abc import Iterator

import pytest

from crossway_local import ports
from crossway_local.ports import PortTaken, free_ports, gateway_port, is_free


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_the_port_asked_for_is_used_when_it_is_free() -> None:
    (free,) = free_ports(1)
    assert gateway_port(str(free)) == free


def test_a_taken_port_is_refused_in_words(taken: int) -> None:
    assert not is_free(taken)
    with pytest.raises(PortTaken, match=f"Port {taken}, asked for by CROSSWAY_PORT, is taken by another program"):
        gateway_port(str(taken))


@pytest.mark.parametrize("wanted", ["http", "0", "70000", "-1", "80 80"])
def test_what_is_no_port_is_refused_in_words(wanted: str) -> None:
    with pytest.raises(PortTaken, match="must be a number from 1 to 65535"):
        gateway_port(wanted)


@pytest.mark.parametrize("wanted", [None, ""])
def test_without_a_wish_the_first_free_preferred_port_is_used(
    taken: int, wanted: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (free,) = free_ports(1)
    monkeypatch.setattr(ports, "PREFERRED_GATEWAY_PORTS", (taken, free))
    assert gateway_port(wanted) == free
    monkeypatch.setattr(ports, "PREFERRED_GATEWAY_PORTS", (taken,))
    assert is_free(gateway_port(wanted))


def test_free_ports_differ() -> None:
    assert len(set(free_ports(20))) == 20
