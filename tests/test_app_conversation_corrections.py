import pytest

from app.conversation.corrections import as_plainly_asked


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("我问的不是增速，是总量", "总量呢"),
        ("不是望川，是栖云", "栖云呢"),
        ("我说的是实际完成数，不是目标", "实际完成数呢"),
        ("不对，我问的是2029年", "2029年呢"),
        ("错了，是2029年的", "2029年呢"),
        ("只看出口的", "出口呢"),
        ("No, I meant ferries", "what about ferries?"),
        ("not tea but coffee", "what about coffee?"),
        ("only the exports", "what about the exports?"),
        # What corrects nothing stays as it is.
        ("是望川县的几倍", "是望川县的几倍"),
        ("是不是下降了", "是不是下降了"),
        ("那2029年呢", "那2029年呢"),
        ("No change in 2029?", "No change in 2029?"),
    ],
)
def test_a_correction_is_the_follow_up_that_it_means(question: str, meant: str) -> None:
    assert as_plainly_asked(question) == meant
