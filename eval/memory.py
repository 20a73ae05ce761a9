"""The memory of this process."""

import resource
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident_mb() -> float:
    """Return the resident memory in MB, mapped pages of the index included; where it cannot be told, its peak."""
    if not _STATUS.exists():
        return peak_mb()
    line = next(text for text in _STATUS.read_text(encoding="ascii").splitlines() if text.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def peak_mb() -> float:
    """Return the highest resident memory so far in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
