from dataclasses import replace
from decimal import Decimal

from app.choosing.time_fit import time_features
from corpus.figures.figure import Figure
from index.need import understand
from index.query import Query
from index.scope import Scope

_SINCE = Figure(0, 10, "$2 billion", Decimal(2_000_000_000), "$", period="2016")


def test_a_speech_named_by_its_year_tells_of_other_years_too() -> None:
    text = "How much has the 2019 budget's ferry scheme lent?"
    asked = Query(text, Scope(years=(2019,), issued=(2019,)), understand(text), ("ferry", "scheme", "lent"))
    dated = replace(asked, scope=Scope(years=(2019,)))
    clash = [time_features(q, _SINCE, 2019, chinese=chinese)[1] for q, chinese in ((asked, False), (asked, True), (dated, False))]
    assert clash == [0.0, 1.0, 1.0]
