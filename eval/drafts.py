"""Time of checking a whole draft: drafts made of the store's own sentences, checked by the command in fresh processes. It asserts nothing.

A sentence that a report has word for word is checked much faster than one in other words, so each draft is measured twice: as it is, and retold,
every sentence with words of the draft's own before it, and the words that reports use for what rose, was built or came to so much said otherwise.
"""

import json
import random
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from app.verdict import verdict_of
from corpus.errors import WenjuError
from corpus.sentences import split_sentences
from eval.whole_command import run_wenju
from index.store import Store
from index.stored_passage import StoredPassage

# Characters on a page of a Chinese report.
PAGE = 800
_SEED = 1
_SHORTEST = 40
_RETOLD = "还有一点，"
# What stands between things and their numbers in reports, and how people say it: not even the clauses are those of a report.
_SAID = {
    "同比增长": "比上年多了", "增长": "提高", "提高": "升高", "下降": "减少", "达到": "到了", "完成": "做到", "实现": "取得", "突破": "跨过", "新增": "新添", "新建": "新修",
    "建成": "建好", "改造": "改建", "引进": "引来", "培育": "培养", "发放": "发出", "投入": "花了", "累计": "总共", "全年": "这一年", "总额": "总数", "总产量": "产量总数",
    "平均": "平摊下来", "分别": "各自", "占": "占到", "以上": "还多", "左右": "上下",
}  # fmt: skip
_OTHERWISE = re.compile("|".join(sorted(_SAID, key=len, reverse=True)))


class DraftsError(WenjuError):
    """A store that no draft can be made of."""


@dataclass(frozen=True, slots=True)
class DraftTiming:
    """A draft of so many pages, and what checking it took in each run; `said` counts its figures by what was said of them."""

    pages: int
    retold: bool
    characters: int
    figures: int
    seconds: tuple[float, ...]
    said: dict[str, int]


def make_draft(store: Store, characters: int, *, seed: int, retold: bool = False) -> str:
    """Return a draft in Markdown of about so many characters: paragraphs with figures out of the store's reports, by report and section.

    With `retold` neither sentences nor most clauses are those of a report to the letter. Raises DraftsError for a store without such paragraphs.
    """
    chance = random.Random(seed)
    reports = sorted(card.key for card in store.catalogue())
    chance.shuffle(reports)
    lines: list[str] = []
    length = 0
    for key in cycle(reports):
        for passage in _drawn(store, key, chance):
            text = _retold(passage.text) if retold else passage.text
            lines += [f"## {passage.section[-1]}" if passage.section else "## 情况", " ".join(text.split())]
            length += len(passage.text)
        if length >= characters:
            break
        if key == reports[-1] and not length:
            raise DraftsError(f"{store.folder}: no paragraph with figures in {len(reports)} reports; ingest others")
    return "\n\n".join(["# 汇报材料", *lines]) + "\n"


def _retold(text: str) -> str:
    told = (text[start:end] for start, end in split_sentences(text))
    return "".join(_RETOLD + _OTHERWISE.sub(lambda m: _SAID[m[0]], sentence) for sentence in told)


def _drawn(store: Store, key: str, chance: random.Random) -> list[StoredPassage]:
    """Draw three paragraphs of a report, in its order."""
    fit = [
        p
        for p in store.report_passages(key)
        if p.figures and not p.context and len(p.text) >= _SHORTEST and any("一" <= c <= "龥" for c in p.text)
    ]
    return sorted(chance.sample(fit, min(3, len(fit))), key=lambda p: p.start)


def measure_drafts(store: Path, pages: Sequence[int], *, runs: int) -> list[DraftTiming]:
    """Check a draft of each length `runs` times, and the same retold. Raises DraftsError, CommandError."""
    kinds = [(count, retold) for count in pages for retold in (False, True)]
    opened = Store.open(store)
    texts = [make_draft(opened, count * PAGE, seed=_SEED, retold=retold) for count, retold in kinds]
    opened.close()
    with tempfile.TemporaryDirectory(prefix="wenju-drafts-") as folder:
        path = Path(folder) / "draft.md"
        return [_measure(store, path, *kind, text, runs) for kind, text in zip(kinds, texts, strict=True)]


def _measure(store: Path, path: Path, pages: int, retold: bool, text: str, runs: int) -> DraftTiming:
    path.write_text(text, encoding="utf-8")
    seconds, said = [], Counter[str]()
    for _ in range(runs):
        start = time.perf_counter()
        printed = run_wenju("check", "--json", "--store", str(store), "--file", str(path))
        seconds.append(time.perf_counter() - start)
        claims = json.loads(printed)["claims"]
        said = Counter(verdict_of(f["verdict"]) for claim in claims for f in claim["figures"])
    return DraftTiming(pages, retold, len(text), said.total(), tuple(seconds), dict(sorted(said.items())))


def drafts_table(timings: Sequence[DraftTiming]) -> str:
    """Return timings as a Markdown table; the whole command is timed, start-up included."""
    rows = [
        f"| {t.pages} | {'retold' if t.retold else 'quoted'} | {t.characters:,} | {t.figures:,} | {statistics.median(t.seconds):.1f} s | {min(t.seconds):.1f} – {max(t.seconds):.1f} | "
        f"{', '.join(f'{name} {count}' for name, count in t.said.items())} |"
        for t in timings
    ]
    head = [
        "| pages | sentences | characters | figures | `wenju check --file`, median | lowest – highest | said |",
        "|--:|---|--:|--:|--:|--:|---|",
    ]
    return "\n".join([*head, *rows])
