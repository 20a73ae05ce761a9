from collections.abc import Sequence

from corpus.report import Metadata
from index.catalogue import Catalogue, ReportCard, made_of


def _card(number: int) -> ReportCard:
    return ReportCard(number, f"{number}.txt", Metadata(f"报告{number}"), 10, 1, 1)


def test_what_is_made_of_a_catalogue_is_made_once_and_of_other_cards_each_time() -> None:
    seen: list[tuple[int, ...]] = []

    def ids(cards: Sequence[ReportCard]) -> tuple[int, ...]:
        seen.append(tuple(c.id for c in cards))
        return seen[-1]

    cards = (_card(1), _card(2))
    catalogue = Catalogue(cards)
    assert catalogue == cards
    assert [made_of(catalogue, ids), made_of(catalogue, ids), made_of(catalogue, len)] == [(1, 2), (1, 2), 2]
    assert seen == [(1, 2)]
    assert [made_of(cards, ids), made_of(cards, ids), made_of(Catalogue(cards[:1]), ids)] == [(1, 2), (1, 2), (1,)]
    assert seen == [(1, 2), (1, 2), (1, 2), (1,)]
