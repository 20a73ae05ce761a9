"""Values that an English sentence deals out in the order of their names or years: fees and tolls rise to $4 and $9 respectively."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.figures.figure import Figure

_RESPECTIVELY = "respectively"
_JOINED = re.compile(r"(?:,| and|, and)(?: to| by| of| at)?(?: about)? ?")
_APART = re.compile(r",? and (?:the )?|, (?:the )?")
_YEARS = re.compile(r" (?:in|for) (?P<years>(?:FY ?)?(?:19|20)\d\d(?:(?:, | and |, and )(?:FY ?)?(?:19|20)\d\d)+),? $")
_YEAR = re.compile(r"(?:19|20)\d\d")


def dealt_out(sentence: str, offset: int, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures of a sentence, those that it deals out each with its own name or year; the sentence begins at `offset`."""
    at = sentence.lower().find(_RESPECTIVELY)
    ahead = [f for f in figures if f.start - offset < at]
    run = ahead[-1:]
    for first, second in pairwise(reversed(ahead)):
        between = sentence[second.end - offset : first.start - offset]
        if second.unit not in {"", first.unit} or _JOINED.fullmatch(between) is None:
            break
        run.insert(0, second)
    if len(run) < 2:
        return figures
    names, years = _APART.split(run[0].subject), _YEARS.match(sentence[run[-1].end - offset : at])
    periods = _YEAR.findall(years["years"]) if years else []
    own = {
        id(f): replace(
            f,
            subject=names[n] if len(names) == len(run) else f.subject,
            period=periods[n] if len(periods) == len(run) else f.period,
        )
        for n, f in enumerate(run)
    }
    return [own.get(id(f), f) for f in figures]
