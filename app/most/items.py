"""Compare the items that a report sets side by side: which row, or which value of a run, is the most or the least."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookup, Lookups
from app.choosing.whose_books import is_of_office
from app.most.asked import AskedMost
from app.most.contenders import Contender, comparable
from app.most.sets import Passages, SideBySide, is_sum, sets_of
from corpus.figures.figure import Figure
from corpus.matching import matching_text
from index.abbreviations import names_of
from index.catalogue import ReportCard
from index.places import NATION
from index.query import Query, content_terms, read_query

_TRIED = 24
# So much less may a figure fit than the best for its set to be looked at.
_BEHIND = 6.0
# What tells how a thing is compared and not what it is.
_WAYS = re.compile(
    "增[速幅长]|涨幅|占比?|比重|花[得的了]?|用[得的了]|花钱|排名?|人数|数量|个数|金额|数额|规模|总量|到|[一-龥]?到[一-龥]?|分别|情况|[全本]年|其中|made?|earned|spent|had|has|got|grew|recorded|number|total|value|amount"
)
_COMPARED = re.compile("最.|更.|哪.|谁|[多少高低快慢大小]|相比|比较|还是")
_SAID, _STEM = 0.6, 5
_LEVELS = frozenset({"level", "share"})
_RATES = frozenset({"growth", "change"})
_FEWEST, _FIRST = 2, 3


def compared_items(
    lookups: Lookups, query: Query, asked: AskedMost, catalogue: Sequence[ReportCard], passages: Passages
) -> SideBySide | None:
    """Return the set of values in which a question asks for the most, None if no report sets such values side by side for sure."""
    own = _read(query, asked, catalogue)
    found = lookups.look_up(own)
    likely = _likely(own, asked, found)
    tried = [s for c in likely for s in sets_of(c, passages)]
    tried = [replace(s, found=tuple(comparable(s.found)), every=tuple(comparable(s.every))) for s in tried]
    tried = _whose(query, catalogue, [s for s in tried if _is_of_the_row(own, s)])
    named = [kept for s in tried if (kept := _of_the_named(own, query, asked, s)) is not None and _says_measure(own, asked, s)]
    tried = [s for s in tried if len(s.found) >= _FEWEST and _says_measure(own, asked, s)]
    if named:
        return min(named, key=lambda s: s.found[0].passage.id) if all(s.row for s in named) else named[0]
    if asked.pair:
        return None
    spoken = [s for s in tried if asked.noun and _is_called(asked.noun, s)]
    spoken += [s for s in tried if asked.noun and not s.row and asked.noun in matching_text(s.around).lower()]
    spoken += [s for s in tried if asked.noun and not s.row and asked.noun in matching_text(s.section).lower()]
    if spoken:
        return spoken[0]
    # 哪项 is said of any items; another noun has to be theirs, unless it stands nowhere and a run of one measure leaves no doubt.
    sure = found.sure and any(sets_of(c, passages) for c in likely[:_FIRST])
    open_to_all = [s for s in tried if len(s.found) > _FEWEST and (not asked.noun or (len(asked.noun) == 1 and not s.is_table))]
    return open_to_all[0] if open_to_all and sure else None


def _says_measure(own: Query, asked: AskedMost, s: SideBySide) -> bool:
    """Tell whether a set says what is compared: its heads, its names and the words around it hold most of the words of the question."""
    passage = _first(s).passage
    names = " ".join(f"{c.label} {c.figure.subject}" for c in (*s.found, *s.every))
    said = matching_text(f"{s.around} {s.row} {names} {' '.join(passage.section[-1:])} {passage.title}").lower()
    labels = [matching_text(c.label).lower() for c in s.found or s.every]
    # 失业保险和工伤保险 are named; what is compared is said of all.
    terms = [t for t in own.terms if t != asked.noun and not _WAYS.fullmatch(t) and sum(t in label for label in labels) != 1]
    singles = [t for t in own.terms if sum(t in label for label in labels) == 1]
    last = next((t for t in reversed(own.terms) if len(singles) < _FEWEST or t not in singles), "")
    if not asked.pair and last and _is_of_few(last, labels, s):
        return False
    told = [t for t in terms if _is_said(t, said, asked.text)]
    return sum(map(len, told)) >= _SAID * sum(map(len, terms))


def says(query: Query, text: str, *, share: float = _SAID) -> bool:
    """Tell whether a text says what a question asks about, by default most of it."""
    said = matching_text(text).lower()
    terms = telling_terms(query) or query.background
    told = [t for t in terms if _is_said(t, said, matching_text(query.text).lower())]
    return bool(terms) and sum(map(len, told)) >= share * sum(map(len, terms))


def telling_terms(query: Query) -> list[str]:
    """Return the words of a question that name what it compares, and not how."""
    return [t for t in query.terms if not _WAYS.fullmatch(t) and not _COMPARED.fullmatch(t)]


def _is_of_few(term: str, labels: Sequence[str], s: SideBySide) -> bool:
    """Tell that what is compared is one of a set, and not what all of it is: 净利润 among the lines of an account.

    Of a run only the first may say it: 甲镇产值3亿元，乙镇2亿元.
    """
    said = [i for i, label in enumerate(labels) if term in label]
    elliptic = not s.is_table and said == [0] and len(labels[0]) > len(term) + 1
    return bool(said) and 2 * len(said) <= len(labels) and not elliptic


def _is_said(term: str, said: str, question: str) -> bool:
    if term in said or (term.isascii() and term[:_STEM] in said):
        return True
    pairs = [term[i : i + 2] for i in range(len(term) - 1)]
    if pairs and not term.isascii() and sum(p in said for p in pairs) * 2 >= len(pairs):
        return True
    return any(name in said for name in names_of(term, question))


def _whose(query: Query, catalogue: Sequence[ReportCard], tried: Sequence[SideBySide]) -> list[SideBySide]:
    """Return sets without those of another's books: an office's own accounts where a question names no office (or no others, where it names one), and reports on a part of the nation
    where it names nobody and there are reports on all of it.
    """
    scope = query.scope
    if scope.reports or scope.types:
        return list(tried)
    tried = [s for s in tried if is_of_office(_first(s).passage) == bool(scope.issuers)] or tried
    if scope.issuers:
        return list(tried)
    if scope.places:
        return list(tried)
    places = {c.key: c.metadata.place for c in catalogue}
    if NATION not in places.values():
        return list(tried)
    return [s for s in tried if places.get(_first(s).passage.report, "") in {"", NATION}]


def _first(s: SideBySide) -> Contender:
    return (s.found or s.every)[0]


def _read(query: Query, asked: AskedMost, catalogue: Sequence[ReportCard]) -> Query:
    """Return the lookup of what the items are compared by."""
    text = f"what was {asked.text}?" if not asked.chinese else f"{asked.text}是多少"
    own = read_query(text, catalogue, scope=query.scope)
    kinds = own.need.kinds
    return replace(own, need=replace(own.need, task="figure", many=False, kinds=kinds), background=query.background)


def _likely(query: Query, asked: AskedMost, found: Lookup) -> list[Chosen]:
    """Return the figures that fit best, of the year and the sort that is asked for."""
    fitting = [c for c in found.chosen[:_TRIED] if _fits(query, asked, c.candidate.figure)]
    done = [c for c in fitting if c.candidate.figure.status == "actual" or query.need.status == "target"]
    # 2031年哪类项目最多, of a year that is only planned: its aims are all that there is, or all that is near what is asked.
    near = done and fitting[0].score - done[0].score <= _BEHIND
    chosen = done if near or not query.scope.years else fitting
    if not (query.need.kinds or query.need.unit_class == "percent"):
        # An amount goes before the share that it is.
        chosen = [c for c in chosen if c.candidate.figure.kind != "share"] or chosen
    return [c for c in chosen if chosen[0].score - c.score <= _BEHIND]


def _fits(query: Query, asked: AskedMost, figure: Figure) -> bool:
    years = query.scope.years
    if years and not query.scope.span and figure.period[:4] not in {*map(str, years), ""}:
        return False
    wanted = _RATES if asked.moves or "growth" in query.need.kinds else _LEVELS
    return figure.kind in wanted


def _of_the_named(own: Query, query: Query, asked: AskedMost, s: SideBySide) -> SideBySide | None:
    """Return a set without those that a question does not name, where it names two or more of it; None where it names fewer."""
    text = matching_text(query.text).lower()
    listed = asked.pair or _JOIN.search(text) is not None
    among = s.every or s.found
    labels = [matching_text(c.label).lower() for c in among]
    words = [w for w in dict.fromkeys((*content_terms(query.text, own.scope), *_pieces(text))) if len(w) > 1]
    kept: list[Contender] = []
    for word in words:
        saying = [i for i, label in enumerate(labels) if word in label]
        if not saying and len(word) <= _SHORTENED and asked.chinese:
            saying = [i for i, label in enumerate(labels) if _shortens(word, label)]
        if not saying:
            saying = [i for i, label in enumerate(labels) if any(name in label for name in names_of(word, text))]
        if len(saying) == 1 and among[saying[0]] not in kept:
            kept.append(among[saying[0]])
    return replace(s, found=tuple(c for c in among if c in kept)) if len(kept) >= (_FEWEST if listed else _LISTED) else None


_SHORTENED, _LISTED = 4, 3
_WHICH = re.compile("哪|谁")
_JOIN = re.compile(r"、|，|,|以及|还是|和|与|及|跟|或者?|\bor\b|\band\b")


def _pieces(text: str) -> list[str]:
    """Return the members of the list in a question: 社保支出 and 卫生支出."""
    return [p.strip() for p in _JOIN.split(_WHICH.split(text)[0]) if p.strip()]


def _shortens(word: str, label: str) -> bool:
    """Tell a short name whose characters stand in a longer one in their order, from its first on: 社保支出 of 社会保障和就业支出."""
    if not label.startswith(word[0]):
        return False
    rest = iter(label)
    return all(c in rest for c in word)


def _is_called(noun: str, s: SideBySide) -> bool:
    """Tell whether most of the names of a set end in what a question chooses among, or say it."""
    labels = [matching_text(c.label).lower() for c in s.found]
    said = [noun in label or ("一" <= noun[-1] <= "龥" and label.endswith(noun[-1])) for label in labels]
    return sum(said) * 2 > len(said)


def _is_of_the_row(own: Query, s: SideBySide) -> bool:
    """Tell a set that is no row, or the row of the sum, or one that the question speaks of."""
    if not s.row or is_sum(s.row):
        return True
    text, row = matching_text(own.text).lower(), matching_text(s.row).lower()
    if own.terms and own.terms[-1] in row:
        return True
    pairs = [row[i : i + 2] for i in range(len(row) - 1)]
    return bool(pairs) and sum(p in text for p in pairs) * 2 >= len(pairs)
