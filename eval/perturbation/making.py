"""Make claims of a library's facts, all kinds alike often, spread over its reports."""

import random
from collections import defaultdict
from collections.abc import Sequence

from corpus.errors import WenjuError
from eval.json_lines import Json
from eval.perturbation.facts import Fact, read_facts
from eval.perturbation.kinds import KINDS, Corpus
from eval.sets import Claim
from index.opening import Library

_TRIES = 60


class NoFactsError(WenjuError):
    """A library whose reports hold no figure that a claim can be made of."""


def make_claims(library: Library, n: int, *, seed: int, reports: Sequence[str] = ()) -> tuple[Claim, ...]:
    """Return at most `n` claims, the same for the same library and seed; of the reports whose files are named, if any are.

    Fewer come where the facts do not lend themselves to a kind. Raises NoFactsError if there are no facts.
    """
    chance = random.Random(seed)
    corpus = Corpus(library, read_facts(library))
    chosen = [f for f in corpus.facts if not reports or f.file in reports]
    prose, cells = _by_report([f for f in chosen if not f.is_cell]), _by_report([f for f in chosen if f.is_cell])
    if not prose:
        raise NoFactsError("the reports hold no figure in a clause that stands on its own: give other reports")
    claims: list[Claim] = []
    made: set[str] = set()
    kinds = [k for _ in range(-(-n // len(KINDS))) for k in KINDS][:n]
    for number, kind in enumerate(kinds, 1):
        for _ in range(_TRIES):
            facts = cells if kind == "table" else prose
            if not facts:
                break
            fact = chance.choice(facts[chance.choice(list(facts))])
            claim = KINDS[kind](fact, corpus, chance)
            if claim is not None and claim.text not in made:
                made.add(claim.text)
                claims.append(Claim(f"made-{number}", kind, claim.text, claim.verdict, claim.correct, claim.evidence))
                break
    return tuple(claims)


def claim_object(claim: Claim) -> Json:
    """Return a claim as a line of a set."""
    evidence = [{"file": q.report, "text": q.text} for q in claim.evidence]
    return {
        "id": claim.id,
        "kind": claim.kind,
        "claim": claim.claim,
        "verdict": claim.verdict,
        "correct": claim.correct,
        "evidence": evidence,
    }


def _by_report(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    by_report: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_report[fact.report].append(fact)
    return by_report
