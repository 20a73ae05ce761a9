from pathlib import Path

import pytest

from eval.load import Load, LoadError, load, load_table, served
from eval.page_client import Asked, PageError, Visitor
from index.encoders import open_encoder
from index.ingest import ingest
from tests.tabs_server import write_reports


@pytest.mark.parametrize("address", ["http://example.org/", "http://10.0.0.1:7860/", "http://0.0.0.0/", "file:///etc/passwd"])
def test_only_this_machine_is_visited(address: str) -> None:
    with pytest.raises(PageError, match="this machine only"):
        Visitor(address)


@pytest.mark.parametrize(
    ("users", "each", "seconds", "questions"),
    [(0, 1, 1.0, ["?"]), (201, 1, 1.0, ["?"]), (100, 11, 1.0, ["?"]), (1, 1, 601.0, ["?"]), (1, 1, 0.0, ["?"]), (1, 1, 1.0, [])],
)
def test_a_load_is_bounded(users: int, each: int, seconds: float, questions: list[str]) -> None:
    with pytest.raises(LoadError, match="at most 200 users, 1,000 questions and 600 s"):
        load("http://127.0.0.1:1/", questions, users=users, each=each, seconds=seconds)


def test_the_table_tells_waits_and_errors() -> None:
    asked = (*(Asked(n / 100, n / 50, "") for n in range(1, 101)), Asked(0.0, 9.0, "status 500"))
    assert load_table(Load(20, asked, 10.0)) == (
        "20 users, 101 questions in 10.0 s (10.1 a second), 1 errors\n"
        "  first words: p50 0.51 s, p95 0.95 s, longest 1.00 s\n"
        "  whole answer: p50 1.01 s, p95 1.90 s, longest 2.00 s\n"
        "  error: status 500"
    )


@pytest.mark.slow
def test_several_users_ask_a_served_page_and_all_are_answered(tmp_path: Path) -> None:
    ingest([write_reports(tmp_path / "工作报告")], tmp_path / "store", open_encoder(None))
    with served(tmp_path / "store") as address:
        found = load(address, ["2023年青岚县城镇新增就业多少人？", "2023年青岚县粮食产量是多少？"], users=3, each=2, seconds=60)
    assert (len(found.asked), found.errors) == (6, ())
    assert all(0 < asked.first <= asked.whole for asked in found.asked)


@pytest.mark.slow
def test_a_server_that_does_not_start_says_why(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match=r"did not start: .*no store there"), served(tmp_path / "none"):
        pass
