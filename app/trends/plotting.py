"""Draw a trend into a file."""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from app.errors import InputFileError
from app.trends.labels import Frame, Labelled, place_labels
from app.trends.scale import scale_trend
from app.trends.trend import Point, Trend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_FORMATS = (".png", ".svg", ".pdf")
# Fonts with Chinese characters as the common systems have them; the first that is there is taken.
_FONTS = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Noto Serif CJK SC", "SimSun", "DejaVu Sans",
)  # fmt: skip
_INK, _ACCENT, _GRID = "#2b2622", "#a8322a", "#e4ddd2"
_LABELLED = 16
_TYPE = 7  # points: the size of the values
_ALIGNED = {"start": "left", "middle": "center", "end": "right"}
# The settings of matplotlib are the whole process's: two drawings at once would take each other's.
_ALONE = Lock()
# Colour, marker and line, whether the marker is filled, and what the legend says.
_SERIES = {
    "actual": (_ACCENT, "o-", True, "实际 (outcome)"),
    "target": ("#215a9b", "^--", False, "目标 (target)"),
    "restated": (_INK, "D", False, "修订 (restated)"),
}


def check_plot_file(path: Path) -> None:
    """Raise InputFileError for a file that cannot be drawn into, before any work is done."""
    if path.suffix.lower() not in _FORMATS:
        raise InputFileError(f"{path}: cannot be drawn as {path.suffix or 'a file without an ending'}; give .png, .svg or .pdf")
    if not path.parent.is_dir():
        raise InputFileError(f"{path}: no folder {path.parent}; make it first")


def plot_trend(trend: Trend, path: Path) -> None:
    """Draw the points of a trend into a file. Raises InputFileError."""
    check_plot_file(path)
    try:
        path.write_bytes(draw_trend(trend, path.suffix.lower().removeprefix(".")))
    except OSError as error:
        raise InputFileError(f"{path}: cannot be written ({error.strerror}); choose another file") from error


def draw_trend(trend: Trend, form: str) -> bytes:
    """Return the points of a trend drawn as png, svg or pdf, values as written beside them; targets and revised values stand apart."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with (
        _ALONE,
        mpl.rc_context({"font.sans-serif": list(_available_fonts()), "axes.unicode_minus": False, "svg.fonttype": "none"}),
    ):
        figure = Figure(figsize=(9, 4.8), dpi=160, layout="constrained")
        axes = figure.add_subplot()
        scaled = scale_trend(trend)
        placed = [(p, float(h)) for p, h in zip(trend.points, scaled.heights, strict=True) if h is not None]
        _draw(axes, placed)
        axes.set_title(_plain(f"{trend.place} {trend.called or trend.measure}".strip()), loc="left", color=_INK, fontsize=14)
        axes.set_ylabel(scaled.label, color=_INK)
        if len(placed) <= _LABELLED:
            _write_values(figure, axes, placed)
        data = BytesIO()
        figure.savefig(data, format=form)
    return data.getvalue()


def _draw(axes: "Axes", placed: Sequence[tuple[Point, float]]) -> None:
    from matplotlib.ticker import MaxNLocator

    series = {name: [(int(p.period), h) for p, h in placed if _kind(p) == name] for name in ("actual", "target", "restated")}
    for name, (color, style, fill, label) in _SERIES.items():
        if series[name]:
            years, heights = zip(*series[name], strict=True)
            filled = color if fill else "white"
            axes.plot(years, heights, style[0], color=color, markersize=5, markerfacecolor=filled, label=label, zorder=3)
            for a, b in pairwise(series[name]) if style[1:] else ():
                # As on the page, a line over years without values is dotted.
                line = style[1:] if b[0] - a[0] == 1 else ":"
                axes.plot((a[0], b[0]), (a[1], b[1]), line, color=color, linewidth=1.5 if line != ":" else 1, zorder=2)
    if series["target"] or series["restated"]:
        axes.legend(frameon=False, loc="best")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.margins(x=0.04, y=0.15)
    axes.grid(axis="y", color=_GRID)
    axes.set_axisbelow(True)
    axes.tick_params(colors=_INK)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _write_values(figure: "Figure", axes: "Axes", placed: Sequence[tuple[Point, float]]) -> None:
    """Write the values beside their points, once it is known where these lie."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    scale = 72 / figure.dpi
    top = figure.bbox.height * scale
    box = axes.get_window_extent()
    frame = Frame(box.x0 * scale, top - box.y1 * scale, box.x1 * scale, top - box.y0 * scale)
    points = []
    for p, height in placed:
        x, y = axes.transData.transform((int(p.period), height)) * scale
        points.append(Labelled(round(x, 2), top - y, " ".join(p.text.split()), low=_kind(p) == "target"))
    for point, spot in zip(points, place_labels(points, frame, _TYPE), strict=True):
        axes.annotate(
            _plain(point.text), (spot.x, top - spot.y), xycoords="figure points", ha=_ALIGNED[spot.anchor], fontsize=_TYPE, color=_INK
        )  # fmt: skip


def _plain(text: str) -> str:
    """Return a text in which nothing begins a formula, as a dollar sign would."""
    return text.replace("$", r"\$")


def _kind(point: Point) -> str:
    return "restated" if point.restated else point.status


def _available_fonts() -> list[str]:
    from matplotlib import font_manager

    known = {f.name for f in font_manager.fontManager.ttflist}
    return [name for name in _FONTS if name in known]
