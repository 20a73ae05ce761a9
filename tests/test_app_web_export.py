import io
import xml.etree.ElementTree as ET
import zipfile

from app.answer import Answer
from app.web.ask.export import conversation_docx, conversation_markdown
from app.web.ask.turn import Turn
from app.web.words.word import Word
from index.scope import Scope
from tests.fake_engine import ABSTAINED, EARLIER_KEY, SCRIPT, TEXTS, WORK_KEY
from tests.hostile import ALL

QUESTION, ANSWER = next(iter(SCRIPT.items()))
TURN = Turn(QUESTION, ANSWER, sources=(TEXTS[WORK_KEY][1], TEXTS[EARLIER_KEY][1]))
REFERENCES = (
    "[1] 青岚县人民政府. 青岚县2024年政府工作报告[R]. 2024: 3. 一、2023年工作回顾 › （二）就业和收入同步增加.",
    "[2] 青岚县人民政府. 青岚县2023年政府工作报告[R]. 2023: 2. 一、2022年工作回顾 › （二）民生保障有力有效.",
)


def paragraphs(made: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))
        body = ET.fromstring(archive.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return ["".join(text.text or "" for text in p.iter(f"{space}t")) for p in body.iter(f"{space}p")]


def test_a_conversation_as_markdown_has_its_questions_answers_and_references() -> None:
    assert conversation_markdown((TURN, Turn("再问", error=Word("资料库正在更新", "busy")))).decode("utf-8") == (
        f"# 问据对话\n\n## {QUESTION}\n\n{ANSWER.answer}\n\n**参考文献**\n\n"
        f"{REFERENCES[0]}\n{REFERENCES[1]}\n\n## 再问\n\n资料库正在更新\n"
    )


def test_a_conversation_as_word_has_the_same_in_paragraphs() -> None:
    assert paragraphs(conversation_docx((TURN, Turn("医保？", ABSTAINED)))) == [
        "问据对话", QUESTION, ANSWER.answer, "参考文献", *REFERENCES, "医保？", ABSTAINED.answer, "参考文献",
        "[1] 青岚县2024年政府工作报告[R]: 4. 一、2023年工作回顾 › （三）民生短板加快补齐.",
        "[2] 青岚县2023年财政预算执行情况的报告[R]. 二、政府债务.",
    ]  # fmt: skip


def test_hostile_text_is_no_markup_in_either() -> None:
    turn = Turn(ALL, Answer(ALL, f"# {ALL}\n- 1", False, Scope(), (), (), 1.0))
    written = conversation_markdown((turn,)).decode("utf-8")
    assert "<" not in written.replace("\\<", "")
    assert "](" not in written.replace("\\](", "")
    assert "\n\\- 1\n" in written
    assert not {"\u202e", "\u202c"} & set(written)
    shown = paragraphs(conversation_docx((turn,)))
    assert shown[1].startswith("<script>document.title='owned'</script>")
