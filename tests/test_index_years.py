import pytest

from index.budgets import years_beside
from index.years import AskedYears, named_plans, resolve_years


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("2023年报告说，2022年新增就业多少？", AskedYears(years=(2022,), issued=(2023,))),
        ("22年物价涨了多少？", AskedYears(years=(2022,))),
        ("2000年的利润是1997年的几倍？", AskedYears(years=(2000,), compared=(1997,))),
        ("98年的产量", AskedYears(years=(1998,))),
        ("49年建国那年炼了多少钢", AskedYears(years=(1949,))),
        ("连续49年增长的产量", AskedYears()),
        ("从2021年底到2024年底多了多少", AskedYears(years=(2021, 2024), span=(2021, 2024))),
        ("2018—2022年净减少多少？", AskedYears(years=(2018, 2022), span=(2018, 2022))),
        ("“十四五”规划里的能耗目标", AskedYears(span=(2021, 2025))),
        ("十三五期间建成多少公里", AskedYears(span=(2016, 2020))),
        ("2018、2021、2024这三年各是多少", AskedYears(years=(2018, 2021, 2024))),
        ("去年新发展党员多少名", AskedYears(years=(2024,))),
        ("最近三年的收入", AskedYears(span=(2022, 2024))),
        ("一九七八年的总产值", AskedYears(years=(1978,))),
        ("近五年来投入多少", AskedYears(span=(2020, 2024))),
        ("What was GDP in 2022, per the 2023 report?", AskedYears(years=(2022,), issued=(2023,))),
        ("按那时的报告，一五要修多少铁路", AskedYears(span=(1953, 1957))),
        ("第一个五年计划规定钢产量多少", AskedYears(span=(1953, 1957))),
        ("during the fourteenth five-year plan", AskedYears(span=(2021, 2025))),
        ("2016年产能退出了多少？注意不是2017年的任务", AskedYears(years=(2016,))),
        ("“十五”增速目标多少？别跟“九五”实际弄混", AskedYears(span=(2001, 2005))),
        ("是不是2019年？", AskedYears(years=(2019,))),
        ("九六年全国打了多少粮食", AskedYears(years=(1996,))),
        ("零八年和二二年各多少", AskedYears(years=(2008, 2022))),
        ("五六年来建成多少", AskedYears()),
        ("用了七八年", AskedYears()),
        ("每年补助120元", AskedYears()),
        ("用了15年来修路", AskedYears()),
    ],
)
def test_years_of_a_question(question: str, wanted: AskedYears) -> None:
    assert resolve_years(question, latest=2025) == wanted


def test_relative_years_count_from_the_year_of_the_report_that_is_named() -> None:
    assert resolve_years("2021年报告里，去年的增速是多少？", latest=2025) == AskedYears(years=(2020,), issued=(2021,))


def test_relative_years_mean_nothing_without_dated_reports() -> None:
    assert resolve_years("去年的增速", latest=None) == AskedYears()


def test_the_plans_that_a_question_names() -> None:
    assert named_plans("“一五”、“六五”年均增速各是多少？") == {"一五": (1953, 1957), "六五": (1981, 1985)}
    assert named_plans("“十五”增速目标多少？别跟“九五”实际弄混") == {"十五": (2001, 2005)}


def test_years_gone_by_count_from_the_report_that_is_named() -> None:
    asked = resolve_years("1996年政府工作报告说，过去五年修了多少桥？", latest=2024)
    assert (asked.issued, asked.span) == ((1996,), (1991, 1995))
    one = resolve_years("1996年政府工作报告说，过去一年修了多少桥？", latest=2024)
    assert (one.years, one.span) == ((1995,), ())


def test_the_year_of_a_yearly_report_is_not_asked_about_where_another_is_named() -> None:
    assert resolve_years("按青岚药业2023年年报，2022年底还剩多少？", latest=2024).years == (2022,)
    assert resolve_years("青岚药业2023年年报里，还剩多少？", latest=2024).years == (2023,)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("海城2031年设的那个港务中心2035年有多少员工？", (2035,)),
        ("How many staff worked at the harbour centre set up in 2031 in 2035?", (2035,)),
        ("How much does the fund launched in 2031 pay?", (2031,)),
        ("How many piers did the town open in 2031 and in 2035?", (2031, 2035)),
        ("2031年建成的桥有多少座，2035年呢？", (2031, 2035)),
    ],
)
def test_a_year_that_only_tells_which_is_meant_is_not_asked_about(question: str, years: tuple[int, ...]) -> None:
    assert resolve_years(question, latest=None).years == years


def test_a_year_that_tells_which_is_meant_is_not_asked_about_beside_a_budget() -> None:
    assert years_beside("2031年设的那个港务中心有多少员工（见2035年预算）？", (2035,)) == ()
    assert years_beside("2035年预算里，2031年的关税是多少？", (2035,)) == (2031,)
