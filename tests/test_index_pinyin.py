import subprocess
import sys

import pytest

from index.pinyin import pinyin_of, readings_of

_NAMES = (
    "重庆",
    "长沙",
    "厦门",
    "六安",
    "台州",
    "乐山",
    "绍兴",
    "上海市普陀区",
    "常洲",
    "西藏",
    "Xiamen",
    "重庆市长寿区",
    "重重大厦",
)


@pytest.mark.parametrize(
    ("name", "spelt"), [("重庆", "chongqing"), ("厦门", "xiamen"), ("乐山", "leshan"), ("绍兴", "shaoxing"), ("甲b", "jiab")]
)
def test_a_name_is_spelt_by_the_phrases_that_it_holds(name: str, spelt: str) -> None:
    assert pinyin_of(name) == spelt


def test_every_character_has_its_readings() -> None:
    assert readings_of("长治") == (("zhang", "chang"), ("zhi",))
    assert readings_of("长沙") == (("chang",), ("sha",))


def test_a_reading_that_no_word_has_is_none() -> None:
    assert readings_of("郴州") == (("chen",), ("zhou",))


def test_names_are_read_as_with_all_phrases() -> None:
    code = "import sys, pypinyin\nfor name in sys.argv[1:]:\n    print(''.join(pypinyin.lazy_pinyin(name)))"
    done = subprocess.run([sys.executable, "-c", code, *_NAMES], capture_output=True, text=True, encoding="utf-8", check=True)
    assert [pinyin_of(name) for name in _NAMES] == done.stdout.splitlines()
