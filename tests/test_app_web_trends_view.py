import dataclasses
import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from app.trends.joining import join_trends
from app.web.markup import words
from app.web.trends.chart import nice_ticks, render_chart
from app.web.trends.request import Traced, read_traced
from app.web.trends.view import render_suggestions, render_tracing, render_trend, render_trend_form
from index.measures import Measure
from tests.hostile import ALL, is_only_text
from tests.traced import GRAIN, TARGETS, make_trend

JOINED = join_trends(GRAIN, TARGETS)


def wide(html: str) -> str:
    return html[: html.index('<svg class="chart narrow"')]


def test_every_point_opens_its_source_and_restated_and_target_have_their_own_shape() -> None:
    html = wide(render_chart(JOINED))
    points = re.findall(r'<g class="point (\w+) labelled open"[^>]*data-report="([^"]+)" data-start="(\d+)"', html)
    assert points == [
        ("actual", "报告/2019.txt", "1"), ("actual", "报告/2020.txt", "2"), ("restated", "报告/2020.txt", "3"), ("actual", "报告/2022.txt", "4"),
        ("target", "报告/2022.txt", "1"), ("actual", "报告/2023.txt", "5"), ("target", "报告/2023.txt", "2"),
    ]  # fmt: skip
    assert html.count("<rect") == 1
    assert html.count("<path") == 2


def test_a_year_without_a_value_is_bridged_by_a_lighter_line_and_a_revision_is_tied_to_its_first_value() -> None:
    html = wide(render_chart(GRAIN))
    assert re.findall(r'<line class="(line[^"]*|revision)"', html) == [
        "line actual",
        "line actual gap",
        "line actual",
        "revision",
    ]


def test_higher_values_lie_higher_and_later_years_further_right() -> None:
    html = wide(render_chart(GRAIN))
    places = re.findall(r'class="shape" cx="([\d.]+)" cy="([\d.]+)"', html)
    xs, ys = [float(x) for x, _ in places], [float(y) for _, y in places]
    assert xs == sorted(xs)
    assert ys[3] < ys[1] < ys[2] < ys[0]


def test_the_value_of_a_target_stands_below_it_but_never_upon_the_years() -> None:
    aims = make_trend(
        ("2020", "1100", "人", "1100人", "target", False), ("2021", "1100", "人", "1100人", "target", False),
        ("2022", "1200", "人", "1200人", "target", False), ("2023", "1300", "人", "1300人", "target", False),
    )  # fmt: skip
    html = wide(render_chart(aims))
    shapes = [float(y) for y in re.findall(r'class="shape" d="M[\d.]+ ([\d.]+)', html)]
    values = [float(y) for y in re.findall(r'class="value" x="[\d.]+" y="([\d.]+)"', html)]
    assert [value > shape for value, shape in zip(values, shapes, strict=True)] == [False, False, True, True]


def test_a_value_of_another_unit_is_in_the_table_only() -> None:
    odd = make_trend(("2020", "5.2", "%", "5.2%", "actual", False), ("2021", "31", "吨", "31吨", "actual", False))
    html = render_trend(odd, ())
    assert wide(html).count('class="point') == 1
    assert "另有 1 个数值单位不同" in html
    assert list(re.findall(r'<th scope="row">(\d+)</th>', html)) == ["2021", "2020"]


def test_a_value_without_its_unit_is_written_in_that_of_the_scale() -> None:
    cells = make_trend(("2020", "306000", "吨", "30.6万吨", "actual", False), ("2021", "309000", "吨", "309000", "actual", False))
    assert re.findall(r'class="value"[^>]*>([^<]+)<', wide(render_chart(cells))) == ["30.6万吨", "30.9万吨"]


def test_the_legend_tells_what_is_drawn() -> None:
    aims = make_trend(("2020", "31", "吨", "31吨", "actual", False), ("2021", "5", "%", "5%", "target", False))
    legend = re.findall(r'class="dot (\w+)"', render_trend(aims, ()).partition("<figcaption")[2].partition("</figcaption")[0])
    assert legend == ["outcome"]


def test_the_table_gives_value_conversion_kind_and_source() -> None:
    html = render_trend(JOINED, (("PNG", "/wenju/download/x/png"),))
    rows = re.findall(
        r"<tr class=\"(\w+)\"><th scope=\"row\">(\d+)</th><td><b class=\"n\">([^<]+)</b></td><td class=\"number\">([^<]+)</td>",
        html,
    )
    assert rows[:3] == [
        ("target", "2023", "31万吨", "31"),
        ("outcome", "2023", "31.6万吨", "31.6"),
        ("target", "2022", "6.2亿斤", "31"),
    ]
    assert html.count('class="open link"') == 7
    assert 'href="/wenju/download/x/png"' in html


def test_one_point_alone_is_drawn_and_none_is_said() -> None:
    assert wide(render_chart(make_trend(("2020", "5", "%", "5%", "actual", False)))).count('class="point') == 1
    assert "没有找到这个指标" in render_trend(make_trend(), ())


def test_values_that_the_reports_call_otherwise_are_told_by_their_name() -> None:
    html = render_trend(dataclasses.replace(GRAIN, measure="恐龙蛋产量", called="粮食产量"), ())
    assert str(words("trend_called", measure="恐龙蛋产量", called="粮食产量")) in html
    assert 'class="notice"' not in render_trend(GRAIN, ())


def test_where_there_are_no_reports_on_the_nation_the_place_of_most_reports_is_chosen() -> None:
    form = render_trend_form(["白榆县", "青岚县"], (), "青岚县")
    assert re.findall(r'<option value="([^"]*)" selected>', form) == ["青岚县"]


def test_where_there_are_reports_on_the_nation_no_place_is_the_nation() -> None:
    form = render_trend_form(["全国", "青岚县"], ())
    assert "selected" not in form
    assert re.findall(r'<option value="([^"]*)">([^<]*)</option>', form) == [("", "全国"), ("青岚县", "青岚县")]
    assert 'data-trend-place=""' in render_suggestions([Measure("粮食产量", "全国", 3)])
    assert 'data-trend-place="青岚县"' in render_suggestions([Measure("粮食产量", "青岚县", 3)])


def test_how_many_years_are_looked_through_is_told() -> None:
    assert str(words("tracing_at", done=3, total=72)) in render_tracing("粮食产量", 3, 72)
    assert "<progress" not in render_tracing("粮食产量")


def test_hostile_measures_and_reports_are_text() -> None:
    hostile = make_trend(("2020", "31", ALL, ALL, "actual", False), measure=ALL, title=ALL)
    htmls = (
        render_trend(dataclasses.replace(hostile, called=ALL), ()),
        render_trend_form([ALL], [Measure(ALL, ALL, 3)]),
        render_suggestions([Measure(ALL, ALL, 3)]),
    )
    assert all(is_only_text(html) for html in htmls)


@given(st.lists(st.floats(-1e15, 1e15, allow_nan=False).map(lambda x: round(x, 4)), min_size=1, max_size=8))
def test_ticks_are_evenly_apart_and_hold_all_values(values: list[float]) -> None:
    ticks = nice_ticks(values)
    steps = [b - a for a, b in itertools.pairwise(ticks)]
    slack = max(abs(t) for t in ticks) * 1e-9 + 1e-9
    assert 2 <= len(ticks) <= 9
    assert ticks[0] - slack <= min(values) <= max(values) <= ticks[-1] + slack
    assert max(steps) - min(steps) <= slack


def test_ticks_are_round() -> None:
    assert nice_ticks([30.6, 31.6]) == (30.5, 31.0, 31.5, 32.0) or nice_ticks([30.6, 31.6])[0] <= 30.6
    assert nice_ticks([2, 9]) == (0.0, 2.0, 4.0, 6.0, 8.0, 10.0) or nice_ticks([2, 9])[0] == 0.0
    assert nice_ticks([0]) == (0.0, 0.25, 0.5, 0.75, 1.0)


def test_what_the_form_sends_is_read_and_forged_values_are_not() -> None:
    assert read_traced({"measure": " 粮食产量 ", "place": "青岚县", "first": 2019, "last": None, "targets": True}) == Traced(
        "粮食产量", "青岚县", 2019, None, True
    )
    forged = {"measure": ["x"], "place": 3, "first": "2019", "last": True, "targets": "yes"}
    assert read_traced(forged) == read_traced(None) == Traced("", "", None, None, False)
    assert read_traced({"measure": "长" * 500, "first": 99999}) == Traced("长" * 80, "", None, None, False)
