"""What is installed is all that there is: every folder of code is named among the packages."""

import tomllib
from pathlib import Path

_ROOT = Path(__file__).parents[1]


def test_every_folder_of_code_is_a_package_that_is_installed() -> None:
    told = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    tops = ("app", "corpus", "eval", "index")
    found = {".".join(path.parent.relative_to(_ROOT).parts) for top in tops for path in (_ROOT / top).rglob("__init__.py")}
    assert sorted(told) == sorted(found)
