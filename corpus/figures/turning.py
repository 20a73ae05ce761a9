"""Where a report turns from what was done to what is planned without a heading of its own: 2024年是关键一年，做好今年工作……."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.figures.numerals import fold
from corpus.figures.period import Setting


def passage_settings(
    passages: Sequence[tuple[int, str]], paths: Sequence[tuple[str, ...]], settings: Sequence[Setting]
) -> list[Setting]:
    """Return the setting of each passage, given as the number of its section and its text, in the order of the report.

    Observed in government reports whose second part bears no heading, or one that no reader sees: all that stands under the first
    heading behind the turn is planned, and nothing under the next one is decided by it.
    """
    told: list[Setting] = []
    turned: str | None = None
    for section, text in passages:
        setting, head = settings[section], paths[section][0] if paths[section] else ""
        turned = turned if turned == head else None
        if turned is None and setting.part != "plan" and _turns(text, setting):
            turned = head
        behind = turned is not None and setting.part != "plan"
        told.append(replace(setting, part="plan", period="", span="") if behind else setting)
    return told


def _turns(text: str, setting: Setting) -> bool:
    if setting.report_year is None:
        return False
    now = rf"(?:今年|{setting.report_year}年)"
    return bool(
        re.search(
            rf"做好{now}[^，。；]{{0,8}}工作|{now}[^。；]{{0,24}}(?:总体要求|总的要求|预期目标|主要目标)(?:是|为|如下)",
            fold(text),
        )
    )
