import io
from pathlib import Path

import pytest

from app.cli import build_parser, main
from app.passwords import read_accounts


def test_a_password_from_standard_input_makes_a_line_that_lets_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse\n"))
    assert main(["password", "li"]) == 0
    file = tmp_path / "accounts"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert read_accounts(file).allow("li", "correct horse")


def test_a_short_password_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    assert main(["password", "li"]) == 1
    assert capsys.readouterr().err == "wenju: the password has 5 characters: give one of 8 to 1,024\n"


def test_a_page_for_others_without_accounts_is_refused_before_anything_is_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["serve", "--host", "0.0.0.0", "--store", str(tmp_path / "store")]) == 1
    assert capsys.readouterr().err.startswith("wenju: 0.0.0.0 can be reached from other machines and there are no accounts: ")
    assert not (tmp_path / "store").exists()


def test_a_file_of_accounts_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["serve", "--auth", str(tmp_path / "none"), "--store", str(tmp_path / "store")]) == 1
    assert "the accounts cannot be read" in capsys.readouterr().err


def test_the_page_is_bound_to_this_machine_by_default() -> None:
    args = build_parser().parse_args(["serve"])
    assert (args.host, args.port, args.auth, args.allow_anyone, args.read_only) == ("127.0.0.1", 7860, None, False, False)
