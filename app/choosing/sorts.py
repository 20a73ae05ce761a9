"""Which figures are of one sort: only such are put in one another's place."""

from app.choosing.chooser import Chosen
from index.unit_classes import class_of_unit


def sort_of(c: Chosen) -> tuple[str, str, str, str]:
    """Return kind, unit, period and status of a figure."""
    figure = c.candidate.figure
    return figure.kind, figure.unit, figure.period, figure.status


def class_of(c: Chosen) -> tuple[str, str, str]:
    """Return kind, class of unit and period of a figure: of cells one may be in yuan and its neighbour in 10,000 yuan."""
    figure = c.candidate.figure
    return figure.kind, class_of_unit(figure.unit), figure.period
