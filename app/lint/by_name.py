"""The rules by name: those that read one report, and those that hold it against the one of the year before."""

from collections.abc import Callable, Mapping

from app.lint.finding import Oddity
from app.lint.rules.aims import check_aims
from app.lint.rules.cells import check_cells
from app.lint.rules.counts import check_counts
from app.lint.rules.levels import check_levels, check_revisions
from app.lint.rules.movement import check_movements
from app.lint.rules.named_lists import check_named_lists
from app.lint.rules.named_shares import check_named_shares
from app.lint.rules.parts import check_parts
from app.lint.rules.quotients import check_quotients
from app.lint.rules.repeats import check_repeats
from app.lint.rules.shares import check_shares
from app.lint.rules.sums import check_sums
from app.lint.rules.suspicious import check_values
from app.lint.rules.tables import check_tables
from app.lint.rules.targets import check_targets
from app.lint.rules.two_units import check_units
from app.lint.statements import Reading

OWN: Mapping[str, Callable[[Reading], list[Oddity]]] = {
    "parts": check_parts,
    "sum": check_sums,
    "aim": check_aims,
    "share": check_shares,
    "share_of_total": check_named_shares,
    "growth": check_movements,
    "level": check_levels,
    "repeated": check_repeats,
    "quotient": check_quotients,
    "count": check_counts,
    "names": check_named_lists,
    "unit": check_units,
    "suspicious": check_values,
    "table": check_tables,
    "cell": check_cells,
}
NEIGHBOUR: Mapping[str, Callable[[Reading, Reading], list[Oddity]]] = {
    "revision": check_revisions,
    "target": check_targets,
}
