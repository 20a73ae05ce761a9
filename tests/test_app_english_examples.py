from app.engine import Engine


def _lines(year: int, grain: str, woods: str) -> tuple[str, ...]:
    told = f"全年粮食产量{grain}万吨，增长1.2%。森林覆盖率达到{woods}%。新建桥梁3座。"
    return (f"柳河县{year + 1}年政府工作报告", f"一、{year}年工作回顾", told)


REPORTS = {
    "柳河县2023年政府工作报告.txt": _lines(2022, "23.6", "61.3"),
    "柳河县2024年政府工作报告.txt": _lines(2023, "24.6", "61.4"),
}


def test_examples_in_english_ask_for_what_the_newest_reports_tell_and_are_answered(engine: Engine) -> None:
    asked = engine.english_examples(6)
    assert asked == ("What was grain output in 2023?", "What was the forest coverage rate in 2023?")
    assert [text in engine.ask(q).answer for text, q in zip(("24.6万吨", "61.4%"), asked, strict=True)] == [True, True]
    assert engine.english_examples(1) == asked[:1]
