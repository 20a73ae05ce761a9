"""What the arguments of several verbs share."""

import argparse

DEFAULT_SET = "samples"


def positive(text: str) -> int:
    """Return a number of 1 or more. Raises ArgumentTypeError for any other."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is below 1")
    return number
