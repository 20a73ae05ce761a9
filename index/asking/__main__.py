"""`python -m index.asking QUESTION`: what the words of a question tell, and the line of the tables that says so."""

import re
import sys
from collections.abc import Iterator

from corpus.figures.numerals import fold
from index.asking.patterns import spelt_out
from index.asking.ways import read_ways


def lines_that_tell(question: str) -> Iterator[str]:
    """Yield what a question tells, the line that recognises it and the words that it is told by, in the order of the tables."""
    for way in read_ways():
        words = None if way.tells.startswith("{") else re.search(spelt_out(way.pattern), fold(question).lower())
        if words:
            yield f"{way.tells}\t{way.line}\t{words[0]}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines_that_tell(" ".join(sys.argv[1:])))
