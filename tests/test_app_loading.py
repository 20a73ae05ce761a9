"""What is loaded while a command starts."""

import subprocess
import sys


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_the_cutter_is_loaded_aside_once() -> None:
    code = "import sys\nfrom app.loading import loading\nloading().join()\nprint('rjieba' in sys.modules, loading() is loading(), loading().is_alive())"
    assert run(code).split() == ["True", "True", "False"]


def test_without_the_cutter_nothing_is_said_of_it() -> None:
    code = "import sys\nsys.modules['rjieba'] = None\nfrom app.loading import loading\nloading().join()\nprint('gone on')"
    assert run(code).split() == ["gone", "on"]


def test_a_verb_of_our_own_looks_for_no_others() -> None:
    code = "import sys\nfrom app.cli import build_parser\nbuild_parser('check')\nprint([m for m in sys.modules if m.split('.')[0] == 'eval'])"
    assert run(code).strip() == "[]"


def test_a_process_ends_with_all_that_it_holds_set_apart() -> None:
    code = "import atexit, gc\nfrom app.collecting import end_uncollected\natexit.register(lambda: print(gc.get_freeze_count() > 0))\nend_uncollected()"
    assert run(code).strip() == "True"
