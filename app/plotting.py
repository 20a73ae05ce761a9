"""Draw a trend into a file."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import InputFileError
from app.trend import Point, Trend
from corpus.figures.conversion import convert

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FORMATS = (".png", ".svg", ".pdf")
# Fonts with Chinese characters as the common systems have them; the first that is there is taken.
_FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Serif CJK SC", "SimSun", "DejaVu Sans",
)  # fmt: skip
_INK, _ACCENT, _GRID = "#2b2622", "#a8322a", "#e4ddd2"
_SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"), (Decimal(1), ""))


def check_plot_file(path: Path) -> None:
    """Raise InputFileError for a file that cannot be drawn into, before any work is done."""
    if path.suffix.lower() not in _FORMATS:
        raise InputFileError(f"{path}: cannot be drawn as {path.suffix or 'a file without an ending'}; give .png, .svg or .pdf")
    if not path.parent.is_dir():
        raise InputFileError(f"{path}: no folder {path.parent}; make it first")


def plot_trend(trend: Trend, path: Path) -> None:
    """Draw the points of a trend, values as written beside them; revised values stand apart. Raises InputFileError."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    check_plot_file(path)
    with mpl.rc_context({"font.sans-serif": list(_available_fonts()), "axes.unicode_minus": False, "svg.fonttype": "none"}):
        figure = Figure(figsize=(9, 4.8), dpi=160, layout="constrained")
        axes = figure.add_subplot()
        unit = trend.points[-1].unit
        scale, word = _scale(trend, unit)
        _draw(axes, trend, unit, scale)
        axes.set_title(f"{trend.place} {trend.measure}".strip(), loc="left", color=_INK, fontsize=14)
        axes.set_ylabel(f"{word}{unit}", color=_INK)
        try:
            figure.savefig(path)
        except OSError as error:
            raise InputFileError(f"{path}: cannot be written ({error.strerror}); choose another file") from error


def _draw(axes: "Axes", trend: Trend, unit: str, scale: Decimal) -> None:
    from matplotlib.ticker import MaxNLocator

    first = [p for p in trend.points if not p.restated]
    revised = [p for p in trend.points if p.restated]
    axes.plot([int(p.period) for p in first], [_height(p, unit, scale) for p in first], color=_ACCENT, marker="o", markersize=4)
    axes.scatter(
        [int(p.period) for p in revised], [_height(p, unit, scale) for p in revised], facecolors="none", edgecolors=_INK, zorder=3,
        label="修订 (restated)",
    )  # fmt: skip
    if len(trend.points) <= 16:
        for p in trend.points:
            text = " ".join(p.text.split())
            axes.annotate(
                text, (int(p.period), _height(p, unit, scale)), textcoords="offset points", xytext=(0, 8), ha="center", fontsize=7,
                color=_INK,
            )  # fmt: skip
    if revised:
        axes.legend(frameon=False)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.margins(x=0.04, y=0.15)
    axes.grid(axis="y", color=_GRID)
    axes.set_axisbelow(True)
    axes.tick_params(colors=_INK)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _height(point: Point, unit: str, scale: Decimal) -> float:
    value = convert(Decimal(point.value), point.unit, unit)
    return float((Decimal(point.value) if value is None else value) / scale)


def _scale(trend: Trend, unit: str) -> tuple[Decimal, str]:
    """Return the factor and the word of the scale that the largest value is best written in."""
    largest = max(abs(Decimal(str(_height(p, unit, Decimal(1))))) for p in trend.points)
    return next(((factor, word) for factor, word in _SCALES if largest >= factor), _SCALES[-1])


def _available_fonts() -> list[str]:
    from matplotlib import font_manager

    known = {f.name for f in font_manager.fontManager.ttflist}
    return [name for name in _FONTS if name in known]
