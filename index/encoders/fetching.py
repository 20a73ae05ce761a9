"""Models by their name on the hub or their folder: on this machine first, fetched only where they are not there."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from index.encoders.errors import EncoderError

Model = TypeVar("Model")


def open_or_fetch(name: str, opens: Callable[[bool], Model], *, what: str = "encoder", otherwise: str = "") -> Model:
    """Return what `opens` gives for a name, told first to look on this machine only: without a network libraries try the hub for over a minute, even
    for a model that is here.

    Raises EncoderError, which says of `what` and what else to do, where the model is neither here nor to be fetched.
    """
    try:
        try:
            return opens(True)
        except (OSError, ValueError):
            if Path(name).is_dir():
                raise
            return opens(False)
    except (OSError, ValueError) as error:
        raise EncoderError(
            f"{name}: this {what} is not on this machine and could not be fetched; give a folder that holds it, "
            f"or fetch it once where there is a network: hf download {name}{otherwise} ({error})"
        ) from error


def no_device(name: str, device: str, error: Exception) -> EncoderError:
    """Return the error of a model that a device does not take: torch knows none of that name, or was built without it."""
    return EncoderError(f"{name}: could not be put on the device {device}; use --device auto or cpu ({error})")
