import jieba
import pytest
import rjieba
from hypothesis import example, given
from hypothesis import strategies as st

from index.words import cutter, passage_words, query_words

SENTENCES = (
    "全年城镇新增就业一千二百万人",
    "粮食总产量连续八年稳定增长",
    "新建保障性租赁住房和改造老旧小区",
    "青岚县人民政府工作报告回顾过去展望未来",
    "南京市长江大桥管理条例",
    "研究生命起源的科学家",
    "坚持把发展经济的着力点放在实体经济上",
    "居民消费价格涨幅控制在百分之三左右",
    "高标准农田建设面积居全省首位",
    "深入推进新型城镇化和乡村全面振兴",
)
TEXTS = st.text(
    st.one_of(st.sampled_from("年一二三百千万亿点1234 ,.，．０９%‰abcS'&的了增长\n"), st.characters(codec="utf-8")), max_size=40
)


def shared(query: str, passage: str) -> set[str]:
    return set(query_words(query)) & set(passage_words(passage))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.2万亿", "1200000000000"),
        ("12000亿", "1200000000000"),
        ("１２，０００亿", "1200000000000"),
        ("12,000 亿", "1200000000000"),
        ("1.2 trillion", "1200000000000"),
        ("一万二千亿", "1200000000000"),
        ("1,200,000,000,000", "1200000000000"),
        ("128万", "1280000"),
        ("1,280,000", "1280000"),
        ("1.28 million", "1280000"),
        ("一百二十八万", "1280000"),
        ("0.5万", "5000"),
        ("5000", "5000"),
        ("五千", "5000"),
        ("5,000", "5000"),
        ("1.25百万", "1250000"),
        ("3.14159万", "31415.9"),
        ("31415.9", "31415.9"),
        ("八点六", "8.6"),
        ("8.6", "8.6"),
        ("8.60", "8.6"),
        ("二十三", "23"),
        ("23", "23"),
        ("二〇二三", "2023"),
        ("2023", "2023"),
    ],
)
def test_numbers_in_any_form_meet_in_one_word_of_their_value(text: str, value: str) -> None:
    assert value in query_words(text)
    assert value in passage_words(f"约{text}元")
    assert value in passage_words(f"达到{text}，")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("１ ９ ９ ８ 年", ["1998", "年"]),
        ("增长 5 . 4%", ["增长", "5.4"]),
        ("2 192.5 亿", ["2192.5", "219250000000"]),
        ("1 2 3 4 5 万", ["12345", "123450000"]),
        ("2023 5个", ["2023", "5", "个"]),
        ("12 34", ["12", "34"]),
        ("2019 2020 2021", ["2019", "2020", "2021"]),
    ],
)
def test_digits_set_apart_are_one_number_and_numbers_side_by_side_are_not(text: str, words: list[str]) -> None:
    assert passage_words(text) == words


def test_a_number_and_its_value_are_both_words() -> None:
    assert passage_words("1.2万亿元，增长8%，共300户") == ["1.2", "1200000000000", "元", "增长", "8", "共", "300", "户"]


def test_english_words_are_stemmed_and_stop_words_left_out() -> None:
    assert passage_words("The schools were growing, and the SCHOOL’s growth is ＧＤＰ's") == [
        "school",
        "grow",
        "school",
        "s",
        "growth",
        "gdp",
    ]
    assert shared("growing school", "grows schools") == {"grow", "school"}


def test_chinese_stop_words_are_left_out_but_pairs_go_on_over_them() -> None:
    assert passage_words("县的路") == ["县", "路", "县的", "的路"]


def test_words_keep_repeats_in_passages_and_come_once_in_queries() -> None:
    assert passage_words("就业，就业") == ["就业", "就业"]
    assert query_words("就业，就业") == ["就业"]


def test_pairs_find_what_the_dictionary_cuts_differently() -> None:
    assert shared("青岚", "青岚县人民政府") == {"青岚"}
    assert shared("惠农贷", "推出惠农贷产品") >= {"惠农", "农贷"}


def test_characters_of_every_plane_and_broken_lines_are_words() -> None:
    assert shared("𠮷野", "在𠮷野县") >= {"𠮷野"}
    assert shared("粮食产量", "粮食\n产量") >= {"粮食", "产量"}


def test_both_cutters_cut_alike() -> None:
    assert [list(cutter()(s)) for s in SENTENCES] == [list(jieba.cut_for_search(s)) for s in SENTENCES]
    assert [rjieba.cut(s) for s in SENTENCES] == [list(jieba.cut(s)) for s in SENTENCES]


@given(TEXTS)
@example("亿亿点点两几十万一几")
@example("٣٤٥٦٧万")
@example("0.000万")
@example("1,234,5678")
def test_any_text_has_words_and_a_query_has_those_of_the_passage(text: str) -> None:
    words = passage_words(text)
    assert query_words(text) == list(dict.fromkeys(words))
    assert all(word and not any(c.isspace() for c in word) for word in words)


@given(st.text(st.sampled_from("青岚县就业人口稳步增长的在"), min_size=2, max_size=12), st.data())
def test_any_stretch_of_chinese_finds_the_passage_that_holds_it(passage: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(passage) - 2))
    end = data.draw(st.integers(start + 2, len(passage)))
    assert shared(passage[start:end], passage)
