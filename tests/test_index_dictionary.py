import pytest

from index.dictionary import Dictionary, open_dictionary
from index.words import english_stem

_ENTRIES = (
    ("煤", "coal/CL:塊|块[kuai4]/"),
    ("煤炭", "coal/"),
    ("柴油", "diesel fuel/"),
    ("油", "oil; fat; grease/"),
    ("税", "(government) taxes; duties/"),
    ("王", "surname Wang/king/"),
    ("体面", "an appearance that is respectable to all who see it/dignity/"),
)


@pytest.fixture
def dictionary() -> Dictionary:
    return Dictionary(_ENTRIES)


def test_a_gloss_of_one_word_says_it_and_one_of_two_says_it_in_part(dictionary: Dictionary) -> None:
    assert dict(dictionary.english("煤")) == {"coal": 1.0}
    assert dict(dictionary.english("柴油")) == {"diesel": 0.8, "fuel": 0.8}
    assert dict(dictionary.english("税")) == {"taxes": 1.0, "duties": 1.0}
    assert dict(dictionary.english("没有")) == {}


def test_what_stands_behind_a_measure_word_is_read() -> None:
    dictionary = Dictionary((("渡口", "ferry/CL:個|个[ge4]"), ("渡口", "crossing/landing")))
    assert dict(dictionary.english("渡口")) == {"ferry": 1.0, "crossing": 1.0, "landing": 1.0}


def test_names_and_explanations_translate_nothing(dictionary: Dictionary) -> None:
    assert dict(dictionary.english("王")) == {"king": 1.0}
    assert dict(dictionary.english("体面")) == {"dignity": 1.0}


def test_english_words_meet_by_their_stems_surest_first(dictionary: Dictionary) -> None:
    assert list(dictionary.chinese("coals").items()) == [("煤", 1.0), ("煤炭", 1.0)]
    assert list(dictionary.chinese("fuels").items()) == [("柴油", 0.8)]
    assert dict(dictionary.chinese("zebra")) == {}


def test_a_word_means_what_its_parts_mean(dictionary: Dictionary) -> None:
    assert dict(dictionary.meaning("柴油税")) == {"diesel": 0.8, "fuel": 0.8}
    assert dict(dictionary.meaning("煤炭")) == {"coal": 1.0}


def test_a_word_without_an_entry_means_what_its_characters_mean_less_surely(dictionary: Dictionary) -> None:
    assert dict(dictionary.meaning("电煤")) == {"coal": 0.6}
    assert dict(dictionary.meaning("税")) == {"tax": 1.0, "duti": 1.0}


def test_the_dictionary_of_the_package_knows_everyday_words_of_reports() -> None:
    dictionary = open_dictionary()
    assert {w: next(iter(dictionary.english(w))) for w in ("出口", "补贴", "耕地")} == {
        "出口": "exit",
        "补贴": "subsidize",
        "耕地": "arable",
    }
    assert {"工资", "薪水"} <= set(dictionary.chinese("wage"))


def test_the_words_of_a_stem_are_those_that_stemming_every_gloss_gives() -> None:
    asked = [
        "hoping",
        "happy",
        "dying",
        "city",
        "use",
        "rationalization",
        "generally",
        "go",
        "a",
        "policies",
        "ev",
        "9",
        "production",
        "tie",
        "sky",
        "able",
    ]
    others = [
        "hope",
        "happiness",
        "die",
        "lying",
        "user",
        "using",
        "rational",
        "general",
        "generous",
        "going",
        "goes",
        "policy",
        "product",
        "tying",
        "skies",
        "ability",
    ]
    words = sorted({*filter(str.isalpha, asked), *others})
    entries = [(chr(0x4E00 + i), f"{word}, {word}s/in {word} (xx{word})/") for i, word in enumerate(words)]
    dictionary = Dictionary(entries)
    for word in asked:
        slow = {w: s for w, _ in entries if (s := dictionary.meaning(w).get(english_stem(word), 0.0))}
        assert dict(dictionary.chinese(word)) == slow
    assert list(dictionary.chinese("dies")) == [chr(0x4E00 + words.index("die")), chr(0x4E00 + words.index("dying"))]


def test_what_is_no_english_word_stands_in_no_gloss() -> None:
    dictionary = Dictionary((("雷", "r£eal/"), ("煤", "coal/")))
    assert [dict(dictionary.chinese(word)) for word in ("r.", "r.x", ".*", "c++", "£4", "")] == [{}] * 6


def test_two_words_are_said_by_what_is_glossed_by_both_in_their_order() -> None:
    dictionary = Dictionary(
        (
            ("外贸", "foreign trade/"),
            ("外贸部", "Ministry of foreign trade/"),
            ("商旅", "trade with foreigners/"),
            ("外", "foreign/trade/"),
        )
    )
    assert dictionary.chinese_phrase("foreign", "trade") == ("外贸", "外贸部")
    assert dictionary.chinese_phrase("foreign", "coal") == ()


def test_names_are_told_from_words() -> None:
    dictionary = open_dictionary()
    assert [dictionary.is_name(w) for w in ("东西", "深圳", "没有这个词")] == [False, True, None]
    assert [dictionary.is_ordinary(w) for w in ("新建", "深圳", "没有这个词")] == [True, False, False]


@pytest.mark.parametrize("word", ["hope", "lying", "grain", "abilities", "up", "go", "revenues", "zzz"])
def test_the_words_of_an_english_word_are_those_that_every_gloss_was_read_for(word: str) -> None:
    entries = [tuple(line.split("\t", 1)) for line in open_dictionary()._text.decode().splitlines()[::40]]
    dictionary = Dictionary((own, glosses) for own, glosses in entries)
    stem = english_stem(word)
    words = dict.fromkeys(own for own, _ in entries)
    told = {w: max((s for e, s in dictionary.english(w).items() if english_stem(e) == stem), default=0.0) for w in words}
    expected = sorted(((w, s) for w, s in told.items() if s), key=lambda item: (-item[1], item[0]))
    assert list(dictionary.chinese(word).items()) == expected


def test_lines_in_order_are_the_dictionary_that_their_entries_make() -> None:
    lines = "柴油\tdiesel fuel/\n油\toil; fat; grease/\n油\tsleek/\n税\ttaxes/\n".encode()
    dictionary = Dictionary.of_lines(lines)
    assert {w: list(dictionary.english(w)) for w in ("柴油", "油", "税", "煤", "柴")} == {
        "柴油": ["diesel", "fuel"],
        "油": ["oil", "fat", "grease", "sleek"],
        "税": ["taxes"],
        "煤": [],
        "柴": [],
    }
