import pytest

from app.engine import Engine
from index.foreign_speaker import of_foreign_speaker
from index.query import read_query

CHINESE = ("云栖县2023年政府工作报告", "一、2022年工作回顾", "县长李青岚作报告。全县物价上涨2.1%。")
ENGLISH = ("Northland Budget 2023", "Dr Kay Lee told the House that by the end of last year, global inflation was around 9%.")

REPORTS = {"云栖县2023年政府工作报告.txt": CHINESE, "northland-budget-2023.txt": ENGLISH}


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        ("王瑞凯说2022年全球物价涨了多少？", ("northland-budget-2023.txt",)),
        # Reports in English of those years only; who is written in a report, a place and a word that is none of a person.
        ("王瑞凯说2015年全球物价涨了多少？", None),
        ("李青岚说2022年物价涨了多少？", None),
        ("王瑞凯说2022年云栖县物价涨了多少？", None),
        ("粮食2022年涨了多少？", None),
        ("How much did prices rise in 2022?", None),
    ],
)
def test_a_speaker_whom_no_report_writes_is_looked_for_in_english(
    engine: Engine, question: str, reports: tuple[str, ...] | None
) -> None:
    query = of_foreign_speaker(engine.library, read_query(question, engine.library.catalogue()))
    assert (tuple(key.rpartition("/")[2] for key in query.scope.reports) if query else None) == reports


def test_the_name_is_no_word_to_be_found(engine: Engine) -> None:
    query = of_foreign_speaker(engine.library, read_query("王瑞凯说2022年全球物价涨了多少？", engine.library.catalogue()))
    assert query is not None
    assert query.terms == ("全球", "物价", "涨")


def test_such_a_question_is_answered(engine: Engine) -> None:
    answer = engine.ask("王瑞凯说2022年底全球通货膨胀率是多少？")
    assert [f.text for f in answer.figures] == ["9%"]
