import pytest

from app.choosing.answer_kind import asks_reason, tells_asked_kind, tells_reason


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("桥为什么停工？", "由于汛期水位过高，桥停工两月。", 1.0),
        ("桥为什么停工？", "桥去年停工。", -1.0),
        ("谁主持开工？", "李明同志主持开工。", 1.0),
        ("谁主持开工？", "开工很热闹。", -1.0),
        ("桥什么时候通车？", "桥于6月通车。", 1.0),
        ("桥什么时候通车？", "桥很快通车。", -1.0),
        ("会议在哪里开？", "会议在青岚县开。", 1.0),
        ("哪部法规要修订？", "修订《水库条例》。", 1.0),
        ("哪三个产业是重点？", "重点发展茶叶、竹木和旅游。", 1.0),
        ("哪三个产业是重点？", "突出重点。", -1.0),
        ("停工是什么引起的？", "汛期水位过高是停工的根源。", 1.0),
        ("钱花在哪个科目？", "青岚县卫生支出。", 0.0),
        ("他在哪家公司任职？", "任青岚水务公司经理。", 1.0),
        ("说说水库。", "水库建成。", 0.0),
        ("Why did work stop?", "Work stopped because of floods.", 1.0),
    ],
)
def test_a_sentence_tells_the_kind_of_thing_asked_for(question: str, text: str, fit: float) -> None:
    assert tells_asked_kind(question, text) == fit


def test_reasons_are_asked_for_and_told() -> None:
    assert [asks_reason(q) for q in ("为什么停工？", "原因是什么？", "何时停工？")] == [True, True, False]
    assert [tells_reason(t) for t in ("受汛期影响，工程停工。", "工程停工。")] == [True, False]
