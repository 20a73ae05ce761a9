from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting


def test_departments_are_no_volumes() -> None:
    [departments] = extract_figures("会同12部门印发方案。", Setting("review", 2024))
    assert (departments.unit, departments.subject) == ("", "会同部门印发方案")
    [volumes] = extract_figures("出版图书12部。", Setting("review", 2024))
    assert volumes.unit == "部"


def test_a_name_with_a_joining_word_is_one_name_where_as_many_values_follow() -> None:
    figures = extract_figures("家具及木制品业、文具业分别增长9.5%、3.5%。", Setting("review", 2024))
    assert [(f.subject, f.text) for f in figures] == [("家具及木制品业", "9.5%"), ("文具业", "3.5%")]
