"""The texts of the tab of trends."""

from app.web.words.word import Word

WORDS = {
    "trends": Word("趋势", "Trends"),
    "trend_title": Word("看趋势", "Follow a measure"),
    "trend_line": Word(
        "写一个指标，看它历年的数值。每个点都能点回报告里的原句，后来修订的值另外标出。",
        "Name a measure and see its values over the years. Every point leads back to its sentence; restated values are marked.",
    ),
    "measure": Word("指标", "Measure"),
    "place_measure": Word("例如：粮食产量", "e.g. grain output"),
    "trend_place": Word("地区", "Place"),
    "from_year": Word("起始年", "From"),
    "to_year": Word("截止年", "To"),
    "place_from_year": Word("起始年", "from"),
    "place_to_year": Word("截止年", "to"),
    "with_targets": Word("同时看目标", "Targets too"),
    "trend_go": Word("看趋势", "Draw"),
    "tracing": Word("正在逐年查找", "Looking through the years"),
    "tracing_at": Word("已查 {done} / {total} 年", "{done} of {total} years"),
    "trend_called": Word(
        "您写的是“{measure}”，下面的数值在报告里叫“{called}”。请看是不是您要的。",
        "You wrote “{measure}”. In the reports these values are of “{called}”: see whether that is what you mean.",
    ),
    "tracing_targets": Word("正在查找历年目标", "Looking for the targets"),
    "tracing_targets_at": Word("正在查找历年目标：{done} / {total} 年", "Looking for the targets: {done} of {total} years"),
    "suggestions": Word("报告里常年都有的指标", "Measures that the reports give year by year"),
    "no_measures": Word("还没有可选的指标", "No measures to pick from yet"),
    "no_measures_line": Word(
        "同一个指标在几年的报告里都有，才会列在这里。",
        "A measure is listed here once reports give it for several years.",
    ),
    "suggest_years": Word("{n} 年", "{n} years"),
    "trend_none": Word("没有找到这个指标的历年数值", "No values of this measure were found"),
    "trend_none_line": Word(
        "换一种说法，或写明地区；也可以从列出的常见指标里选一个。",
        "Word it differently, name the place, or pick one of the measures listed.",
    ),
    "trend_facts": Word("{years} 个年份，{points} 个数值，用时 {seconds} 秒", "{years} years, {points} values, {seconds} s"),
    "outcome": Word("实际", "Outcome"),
    "restated": Word("修订", "Restated"),
    "target": Word("目标", "Target"),
    "gap_line": Word("虚线处缺年份", "dashed: years missing"),
    "left_out": Word("另有 {n} 个数值单位不同，只列在表里", "{n} values of another unit stand in the table only"),
    "year_head": Word("年份", "Year"),
    "as_written": Word("数值（原文）", "Value as written"),
    "converted_to": Word("换算为{unit}", "In {unit}"),
    "status": Word("性质", "Kind"),
    "trend_years_odd": Word("起始年要早于截止年", "The first year must come before the last"),
}
IN_SCRIPT: tuple[str, ...] = ("place_measure", "place_from_year", "place_to_year")
