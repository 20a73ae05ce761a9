"""Each system as it is set up here, over three short texts; skipped where the extra `rivals` is not installed."""

from pathlib import Path

import pytest

from eval.quotes import Quote
from eval.rivals.corpus import Corpus
from eval.rivals.systems import SYSTEMS, System, load
from tests.letter_encoder import LetterEncoder

JOBS = Quote("a.txt", "全年城镇新增就业1.28万人。")
GRAIN = Quote("b.txt", "粮食总产量达到31.6万吨。")
SCHOOLS = Quote("c.txt", "新建中小学23所，学位2.1万个。")
# A line of digits has no vector.
DIGITS = Quote("d.txt", "2023")


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")  # of libraries that are not ours to mend
@pytest.mark.parametrize("system", SYSTEMS[1:], ids=lambda s: s.key)
def test_a_system_finds_what_shares_the_letters_of_the_question(system: System, tmp_path: Path) -> None:
    for package in system.needs:
        pytest.importorskip(package)
    search = load(system)(Corpus((), (JOBS, GRAIN, SCHOOLS, DIGITS)), LetterEncoder(), tmp_path)
    found = search("粮食产量", 3)
    # BM25 that knows no word of a question puts the last text first, so the ensemble's first may be any.
    assert GRAIN in found[:2]
    assert len(found) == len(set(found)) <= 3
    assert set(found) <= {JOBS, GRAIN, SCHOOLS, DIGITS}
