"""An English question whether something is so that nothing decides: the sentence that speaks of it is quoted, for a bare number answers neither yes nor no."""

from dataclasses import replace

from app.answer import Answer
from app.yes_no.asked import asked_clause
from corpus.matching import is_chinese
from index.query import Query


def quoted_where_undecided(query: Query, answer: Answer) -> Answer:
    """Return the answer with the sentences that it cites in place of its numbers, where the question asks in English whether something is so.

    What was worked out and what stands in a table is told as it is.
    """
    told = [c for c in answer.citations if any(c.n in f.citations for f in answer.figures)]
    if is_chinese(query.text) or answer.abstained or not told or not asked_clause(query.text):
        return answer
    if any(f.proof == "derived" for f in answer.figures) or any("|" in c.quote for c in told):
        return answer
    return replace(answer, answer="\n".join(f"{' '.join(c.quote.split())}[{c.n}]" for c in told))
