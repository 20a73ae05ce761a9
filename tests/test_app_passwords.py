import re
from pathlib import Path

import pytest

from app.passwords import PasswordError, account_line, read_accounts


def test_a_line_lets_its_own_password_in_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "accounts"
    lines = [account_line("王芳", "长城-2024-夏"), account_line("li", "correct horse")]
    file.write_text("# 组织部\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    accounts = read_accounts(file)
    tries = [("王芳", "长城-2024-夏"), ("li", "correct horse"), ("li", "长城-2024-夏"), ("li", ""), ("nobody", "correct horse")]
    assert [accounts.allow(name, password) for name, password in tries] == [True, True, False, False, False]


def test_a_line_holds_no_password_and_a_salt_of_its_own() -> None:
    first, second = account_line("li", "correct horse"), account_line("li", "correct horse")
    assert first != second
    assert re.fullmatch(r"li:scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}", first)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no account in it"),
        ("li:correct horse", "line 1: not a name and a hashed password"),
        ("li:scrypt$2$8$1$AAAAAAAAAAAAAAAAAAAAAA$" + "A" * 43, "line 1: not a name and a hashed password"),
        ("li:scrypt$4194304$32$1$AAAAAAAAAAAAAAAAAAAAAA$" + "A" * 43, "line 1: not a name and a hashed password"),
        ("a b:" + account_line("li", "correct horse").partition(":")[2], "line 1: not a name"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "accounts"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PasswordError, match=why):
        read_accounts(file)


def test_a_name_twice_and_a_missing_file_are_told(tmp_path: Path) -> None:
    file = tmp_path / "accounts"
    file.write_text(f"{account_line('li', 'correct horse')}\n{account_line('li', 'battery staple')}\n", encoding="utf-8")
    with pytest.raises(PasswordError, match="line 2: the name li is there twice"):
        read_accounts(file)
    with pytest.raises(PasswordError, match="wenju password NAME"):
        read_accounts(tmp_path / "none")


@pytest.mark.parametrize(
    ("name", "password"), [("", "correct horse"), ("a:b", "correct horse"), ("li", "short"), ("li", "x" * 1025)]
)
def test_an_unfit_name_or_password_is_refused(name: str, password: str) -> None:
    with pytest.raises(PasswordError):
        account_line(name, password)
