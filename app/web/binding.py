"""Where the page may be served: without accounts only on this machine, unless that is said explicitly."""

import ipaddress

from corpus.errors import WenjuError


class ExposedError(WenjuError):
    """A page without accounts on an address that others can reach."""


def is_local(host: str) -> bool:
    """Tell whether only this machine can reach an address."""
    bare = host.strip().strip("[]").casefold()
    if bare == "localhost":
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False


def check_exposure(host: str, *, has_accounts: bool, anyone: bool) -> None:
    """Raise ExposedError where everybody who reaches the address could read, add and remove reports."""
    if not (is_local(host) or has_accounts or anyone):
        raise ExposedError(
            f"{host} can be reached from other machines and there are no accounts: give --auth FILE (lines of `wenju password NAME`), "
            f"serve on 127.0.0.1, or say --allow-anyone if everybody there may read, add and remove reports"
        )
