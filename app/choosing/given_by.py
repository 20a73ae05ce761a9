"""Who gave a report: the line at its head that names an office and who holds it, where a question asks for that."""

import re
from collections.abc import Sequence

from app.choosing.quotes import Quote
from index.catalogue import ReportCard
from index.opening import Library
from index.places import NATION
from index.query import Query
from index.scope import in_scope

_GIVES = "(?:[作做念讲]|宣读|代表[^，。？?]{0,10}[作做])"
_REPORT = "(?:报告|讲话|演讲|致辞|预算案?|总结)"
_ASKED = re.compile(
    rf"(?:谁|哪位|[什啥]么人)(?:来|去)?{_GIVES}(?:的|了|过)?[^，。？?]{{0,24}}{_REPORT}"
    rf"|{_REPORT}(?:是|由)*(?:谁|哪位|[什啥]么人)(?:来|去)?{_GIVES}"
    rf"|{_GIVES}(?:的|了|过)?[^，。？?]{{0,24}}{_REPORT}的?(?:人|领导)?(?:是|叫)?(?:谁|哪位|[什啥]么名字)"
    r"|报告人(?:是|叫)?(?:谁|哪位)"
    r"|\bwho\s+(?:has\s+)?(?:delivered|delivers|gave|gives|given|presented|presents|made|read)\b.*\b(?:report|speech|budget|statement|address)\b"
    r"|\b(?:report|speech|budget|statement|address)\b.*\b(?:delivered|given|presented|made|read)\s+by\s+whom\b",
    re.IGNORECASE,
)
_OFFICE = r"(?:代理?)?(?:总理|[省市县区州盟旗镇乡]长|主席|主任|院长|检察长|校长|局长|董事长|书记)"
_NAME = r"(?!各位|同志)[一-龥](?:[\u3000 ]?[一-龥·]){1,11}?"
_TOLD = re.compile(
    rf"[^\n]*{_OFFICE}[\s\u3000]*{_NAME}(?=[\s\u3000]*(?:同志)?(?:[在作做]|代表|各位|\n|$))[^\n]*"
    rf"|[^\n]*{_NAME}{_OFFICE}(?=[在作做])[^\n]*"
    # The Minister for Finance (Mr Alan Reed), Dr Alan Reed (Minister for Finance)
    r"|[^\n]*\b(?:Minister|Chair\w*|Mayor|Governor|President|Secretary|Director)\b[^()\n]*\((?:Mr|Mrs|Ms|Mdm|Miss|Dr|Prof)\.? [A-Z][^()\n]*\)"
    r"|[^\n]*\b(?:Mr|Mrs|Ms|Mdm|Miss|Dr|Prof)\.? [A-Z][\w.]+(?: [A-Z][\w.]+)* \([^()\n]*\b(?:Minister|Chair\w*|Mayor|Governor|President|Secretary|Director)\b[^()\n]*\)"
)
# Behind the salutation a report speaks of others.
_BEGINS = re.compile(r"各位|同志们|现在，|Mr Speaker, Sir|Mdm Speaker")
_HEAD, _MOST = 900, 3


def asks_who_gave(question: str) -> bool:
    """Tell whether a question asks who gave a report or a speech.

    >>> asks_who_gave("青岚县2023年政府工作报告是谁作的？")
    True
    """
    return _ASKED.search(question) is not None


def given_by(library: Library, query: Query) -> list[Quote]:
    """Return the lines that tell who gave the reports that are asked about: the newest, where no time is named, and the nation's, where no place is."""
    found = (line for card in _asked_about(query, library.catalogue()) if (line := _line(library, card)) is not None)
    return list(found)[:_MOST]


def _asked_about(query: Query, catalogue: Sequence[ReportCard]) -> list[ReportCard]:
    scope = query.scope
    cards = [c for c in in_scope(catalogue, scope) if c.metadata.year]
    years = scope.issued or scope.years or (max((c.metadata.year or 0 for c in cards), default=0),)
    cards = [c for c in cards if c.metadata.year in years]
    national = [] if scope.places else [c for c in cards if c.metadata.place == NATION]
    return national or cards


def _line(library: Library, card: ReportCard) -> Quote | None:
    """Return the line at the head of a report that names an office and its holder."""
    for passage in library.store.report_passages(card.key)[:4]:
        if passage.start > _HEAD:
            return None
        begins = _BEGINS.search(passage.text)
        told = _TOLD.search(passage.text[: begins.start() if begins else _HEAD] + "\n")
        if told:
            text = told[0].rstrip()
            lead = len(text) - len(text.lstrip())
            start = passage.start + told.start() + lead
            return Quote(passage, start, start + len(text) - lead, text[lead:])
        if begins:
            return None
    return None
