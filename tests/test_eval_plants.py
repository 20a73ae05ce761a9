from random import Random

import pytest

from eval.plants import KINDS, Plant, plant

_TEXTS = {
    "direction": ("日供水能力由3万吨提高到5万吨。", "由5万吨提高到3万吨"),
    "growth": ("公园由20个增加到30个，增长50%。", "由20个增加到30个，增长"),
    "change": ("参保25.2万人，比上年增加1.2万人，增长5%。", "25.2万人，比上年增加1.2万人，增长"),
    "part": ("养老院21个，其中民办14个。", "14个，其中民办21个"),
    "share": ("党员412名，其中女党员139名，占33.7%。", "412名，其中女党员139名，占"),
    "share over 100": ("女干部31名，占班子成员的31%。", "，占班子成员的131%"),
    "structure": ("三次产业结构为18.7:38.3:43.0。", "产业结构为18.7:38.3:"),
    "zero": ("印发测试卷600份。", "印发测试卷0份"),
    "count": ("突出三个重点：一是甲。二是乙。三是丙。", "四个重点：一是"),
    "repeated": ("城镇新增就业4362人。粮食产量22.0万吨。", "粮食产量22.0万吨。全年粮食产量23.8万吨。"),
    "whole": ("全县17个乡镇完成换届。", "全县17个乡镇完成换届。干部深入18个乡镇开展走访。"),
}


def _plant(kind: str) -> Plant:
    planted = plant(_TEXTS[kind][0], kind, Random(1))
    assert planted is not None
    return planted


@pytest.mark.parametrize("kind", KINDS)
def test_one_place_is_changed(kind: str) -> None:
    text, expected = _TEXTS[kind]
    planted = _plant(kind)
    assert planted.after.startswith(expected)
    assert text[: planted.at] + planted.after + text[planted.at + len(planted.before) :] == planted.text != text
    assert planted == _plant(kind)


def test_a_text_without_a_place_for_it_is_left_alone() -> None:
    assert [plant("各项工作有序推进。", kind, Random(1)) for kind in KINDS] == [None] * len(KINDS)
