import pytest

from index.excluded import excluded, without_excluded


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("云栖县2023年减了多少税（不算罚款）？", ("罚款",)),
        ("租金以外的收入有多少？", ("租金",)),
        ("水费、电费都除外，剩下的占几成？", ("水费", "电费")),
        ("不靠水、风这些天气的电占几成？", ("水", "风这些天气")),
        ("不靠贷款、自己筹到了多少钱？", ("贷款",)),
        ("扣除价格因素实际增长多少？", ()),
        ("不算多少钱？", ()),
        ("没算进成本、交完税的那部分开支有多少？", ("成本",)),
        ("水库除险加固了多少座？", ()),
    ],
)
def test_what_a_question_leaves_out_is_read(question: str, names: tuple[str, ...]) -> None:
    assert excluded(question) == names


def test_a_question_is_left_as_it_is_where_it_leaves_nothing_out() -> None:
    assert without_excluded("ＡＢ有多少？") == "ＡＢ有多少？"
    assert "贷款" not in without_excluded("不靠贷款、自己筹到了多少钱？")
