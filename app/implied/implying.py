"""What is plainly asked for and implied by a sentence, looked for before any other way of working it out."""

from app.choosing.lookup import Lookups
from app.implied.by_share import by_share
from app.implied.means import mean_of_years
from app.implied.pairs import two_apart
from app.implied.points import in_points
from app.implied.quotas import for_each_of
from app.implied.rests import rest_of_whole
from app.several.subquestions import asks_apart
from app.working.computed import Computed
from index.query import Query


def implied_surely(lookups: Lookups, query: Query) -> Computed | None:
    """Return the rest, the whole or the part that a sentence implies and no report states, None if a question asks for none."""
    # (拉动增长几个百分点 asks for one thing, whatever is said ahead of it.)
    ways = (in_points,) if asks_apart(query) else (rest_of_whole, by_share, for_each_of, mean_of_years, in_points, two_apart)
    return next((computed for way in ways if (computed := way(lookups, query)) is not None), None)
