"""Ways of asking: tables of what the words of a question tell, a way a line; in goes a folded question, out comes what it tells.

A line has its cells set apart by tabs: what it tells (a sort and a value: `kind growth`), a pattern, a question that only this line of
those that tell the same recognises, and any number of questions that it must not recognise. `{name}` in a pattern stands for the lines
that tell `{name}`: what recurs stands in `parts.tsv`, what one line needs stands beside it. All lines that tell the same are one pattern.
Lines that begin with # say why.
"""

from index.asking.patterns import first_told, pattern_source, tells, told, without

__all__ = ["first_told", "pattern_source", "tells", "told", "without"]
