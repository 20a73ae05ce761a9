from collections.abc import Callable
from pathlib import Path

import pytest

from index.ingest import ingest
from index.opening import Library, open_library
from index.search import find
from tests.invented_reports import write_files
from tests.letter_encoder import LetterEncoder

HEADS = "青岚县2024年政府工作报告\n一、2023年工作回顾\n"
PRAISE, WATER = "群众称赞老师。", "改造供水管网120公里。"


def _sentence(length: int) -> str:
    return "新建中小学23所" + "，" * (length - 9) + "。"


GRAIN_1975 = "青岚县是一九七四年全国粮食增产的榜样，亩产达到八百斤。"

Opened = Callable[[dict[str, str]], Library]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    def open_files(files: dict[str, str]) -> Library:
        ingest([write_files(tmp_path / "reports", files)], tmp_path / "store", LetterEncoder())
        return open_library(tmp_path / "store", LetterEncoder())

    return open_files


@pytest.mark.parametrize(
    ("paragraph", "passages", "seen"),
    [
        # 200 characters are enough for a passage.
        (f"{_sentence(195)}{PRAISE}{WATER}", [f"{_sentence(195)}{PRAISE}", WATER], f"{PRAISE}{WATER}"),
        # A sentence before that is long, or of another paragraph, is not shown.
        (f"{_sentence(210)}{WATER}", [_sentence(210), WATER], WATER),
        (f"{_sentence(195)}{PRAISE}\n{WATER}", [f"{_sentence(195)}{PRAISE}", WATER], WATER),
    ],
)
def test_a_passage_that_begins_inside_a_paragraph_is_shown_with_the_sentence_before(
    opened: Opened, paragraph: str, passages: list[str], seen: str
) -> None:
    library = opened({"a.txt": f"{HEADS}{paragraph}\n"})
    (report,) = (card.key for card in library.catalogue())
    assert [p.text for p in library.store.report_passages(report)][1:] == passages  # the title is one, too
    hit = next(h for h in find(library, "改造供水管网多少公里").hits if WATER in h.text)
    assert hit.text == seen == library.store.report_text(report)[hit.start : hit.end]
    library.close()


def test_what_others_told_of_a_place_in_the_years_asked_about_is_found(opened: Opened) -> None:
    library = opened(
        {
            "1975年国务院政府工作报告.txt": f"1975年国务院政府工作报告\n{GRAIN_1975}\n",
            "2024年青岚县政府工作报告.txt": "2024年青岚县政府工作报告\n粮食总产量达到31.6万吨。\n",
        }
    )
    then = find(library, "青岚县1974年粮食亩产多少斤？")
    assert (then.hits[0].report, then.scope.places, then.scope.widened) == ("reports/1975年国务院政府工作报告.txt", (), True)
    now = find(library, "青岚县2023年粮食产量多少吨？")
    assert ({h.report for h in now.hits}, now.scope.places) == ({"reports/2024年青岚县政府工作报告.txt"}, ("青岚县",))
    library.close()
