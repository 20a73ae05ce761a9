"""What a follow-up asks of the values that were answered before it."""

from dataclasses import dataclass
from typing import Literal

Asked = Literal["sum", "difference", "ratio", "share", "which", "mean", "unit", "source", "when", "why"]


@dataclass(frozen=True, slots=True)
class Said:
    """A follow-up about what was said.

    `other` is a follow-up of its own that asks for the value which the last one is set against, "" for the value answered before it;
    `count` how many values are meant, 0 where it is not said; `firmly` tells that it can mean nothing but adding up what was said
    (加起来, and not 一共多少人); `moved` asks how far one value came, which means two only where they are of two years (增加了多少); `rising` is -1 where the least is asked for; `unit` the unit asked for.
    """

    kind: Asked
    other: str = ""
    count: int = 0
    firmly: bool = True
    rising: int = 1
    unit: str = ""
    moved: bool = False
