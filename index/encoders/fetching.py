"""Models by their name on the hub or their folder: on this machine first, fetched only where they are not there."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from index.encoders.errors import EncoderError

Model = TypeVar("Model")

_HUB = "https://huggingface.co"
# A proxy finds the address itself.
PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")


def open_or_fetch(name: str, opens: Callable[[bool], Model], *, what: str = "encoder", otherwise: str = "") -> Model:
    """Return what `opens` gives for a name, told first to look on this machine only: without a network libraries try the hub for over a minute, even
    for a model that is here.

    Raises EncoderError, which says of `what` and what else to do, where the model is neither here nor to be fetched.
    """
    try:
        try:
            return opens(True)
        except (OSError, ValueError):
            if Path(name).is_dir() or not hub_has_address():
                raise
            return opens(False)
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise EncoderError(
            f"{name}: this {what} is not on this machine and could not be fetched; give a folder that holds it, "
            f"or fetch it once where there is a network: hf download {name}{otherwise} ({reason})"
        ) from error


def hub_has_address() -> bool:
    """Tell whether the hub has an address: where it has none, libraries would ask for it again and again for over a minute."""
    if any(os.environ.get(name) for name in PROXIES):
        return True
    host = urlsplit(os.environ.get("HF_ENDPOINT") or _HUB).hostname
    try:
        socket.getaddrinfo(host, None)
    except OSError:
        return False
    return True


def no_device(name: str, device: str, error: Exception) -> EncoderError:
    """Return the error of a model that a device does not take: torch knows none of that name, or was built without it."""
    return EncoderError(f"{name}: could not be put on the device {device}; use --device auto or cpu ({error})")
