"""A question that names nobody, in a folder of reports on many: the answer tells whose it is, and that others have values of their own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from app.answer import Answer, ShownFigure
from app.choosing.chooser import Chosen
from app.choosing.lookup import Lookups
from app.choosing.nation_first import states_the_same
from app.choosing.quotes import Quote
from app.citations import Citations
from app.composing import shown_figure
from app.several.parts import parts
from app.whose.bodies import abroad_of, asked_of, asks_whose, bodies, body_of, called_in, is_named, names_somebody, plain_name
from app.whose.unnamed_text import others_that_tell
from corpus.matching import is_chinese
from corpus.report import Metadata
from index.catalogue import ReportCard
from index.home import home_of
from index.places import NATION
from index.query import Query
from index.scope import in_scope

_MARK = re.compile(r"\[(\d+)\]")
# A line that is told apart by its year already: 2021年：…
_DATED = re.compile(r"(?:(?:19|20)\d\d年(?:报告)?：|(?:19|20)\d\d(?: report)?: )")
_SHOWN, _NEARLY, _AS_WELL, _AHEAD = 3, 4.0, 0.9, 16


@dataclass(frozen=True, slots=True)
class _Words:
    """How it is worded that a question names nobody; {values} are those of others, {own} how what they have is called."""

    label: str
    dated: str
    value: str
    told: str
    between: str
    place: str
    company: str
    body: str
    values: str
    words: str

    def said(self, others: Sequence[Metadata], values: Sequence[str], own: str) -> str:
        """Return the sentence about what others say, by the sort of body that a question might name."""
        places, companies = ([body_of(m) == m.place for m in others], [m.issuer.endswith("公司") for m in others])
        form = self.place if all(places) else self.company if all(companies) else self.body
        return form.format(values=self.between.join(values), own=own)


@dataclass(frozen=True, slots=True)
class _Told:
    """What another body's report says: a stretch of it, and the figure of it that is meant, if a figure is asked for."""

    quote: Quote
    chosen: Chosen | None = None


_CHINESE = _Words(
    label="{body}：{line}",
    dated="{body}{line}",
    value="{body}{value}[{n}]",
    told="{body}[{n}]",
    between="、",
    place="问题没有写明是哪个地方，别的报告各有{own}，如{values}；写明地名就能查到那里的。",
    company="问题没有写明是哪家公司，别的报告各有{own}，如{values}；写明公司就能查到它的。",
    body="问题没有写明是哪里、哪个单位，别的报告各有{own}，如{values}；写明了就能查到它的。",
    values="自己的数",
    words="自己的说法",
)
_ENGLISH = _Words(
    label="{body}: {line}",
    dated="{body}, {line}",
    value="{body} {value} [{n}]",
    told="{body} [{n}]",
    between=", ",
    place="The question names no place, and other reports {own}, such as {values}. Name a place for its own.",
    company="The question names no company, and other reports {own}, such as {values}. Name a company for its own.",
    body="The question names no place or body, and other reports {own}, such as {values}. Name one for its own.",
    values="give values of their own",
    words="tell this of others",
)


def with_whose(lookups: Lookups, query: Query, answer: Answer, cards: Sequence[ReportCard]) -> Answer:
    """Return an answer with whose it is, and the values of others beside it, where the question names nobody and reports are about many."""
    if answer.abstained or names_somebody(query) or len(bodies([c.metadata for c in in_scope(cards, query.scope)])) < 2:
        return answer
    known = {c.key: c.metadata for c in cards}
    words = _CHINESE if is_chinese(answer.question) else _ENGLISH
    home = home_of(cards)
    cited = {c.n: abroad_of(home, known[c.report]) if c.report in known else "" for c in answer.citations}
    labelled = replace(answer, answer="\n".join(_labelled(answer, cited, words)))
    if home and not any(cited.values()):
        return answer
    own = {body_of(known[c.report]) for c in answer.citations if c.report in known}
    if len(own) != 1 or not own.isdisjoint({NATION, ""}) or asks_whose(answer.question) or is_named(query.text, *own):
        return labelled
    if query.need.task == "text":
        said = " ".join(text for c in answer.citations for text in (c.quote, *c.section))
        others = (_Told(q) for q in others_that_tell(lookups.library, lookups.matcher, query, said, own))
    else:
        others = (_Told(_quote_of(c), c) for c in _others(lookups, parts(query)[0].query, answer, known))
    return _beside_others(labelled, list(islice(others, _SHOWN)), known, words)


def _labelled(answer: Answer, cited: Mapping[int, str], words: _Words) -> Iterator[str]:
    """Return the lines of an answer, the first of those that cite a body with its name before it; `cited` tells whose each citation is."""
    last = ""
    for line in answer.answer.split("\n"):
        mark = _MARK.search(line)
        body = cited.get(int(mark[1]), "") if mark else ""
        alone = not last and set(cited.values()) <= {NATION, ""}
        if mark is None or not body or body == last or alone or _tells(line[: min(mark.start(), _AHEAD)], body, answer):
            yield line
        else:
            form = words.dated if _DATED.match(line) else words.label
            yield form.format(body=called_in(body, chinese=words is _CHINESE), line=line)
        last = body or last


def _tells(line: str, body: str, answer: Answer) -> bool:
    """Tell whether a line or the question says whose it is."""
    return is_named(line, body) or is_named(answer.question, body)


def _others(lookups: Lookups, query: Query, answer: Answer, known: Mapping[str, Metadata]) -> Iterator[Chosen]:
    """Return what each other body states of what the answer's figure is, the nearest first: what naming it would find.

    Of the figures found for all, that of another body may be its 人均 where the answer is its whole.
    """
    found = lookups.look_up(query).chosen
    best = next((c for c in found if _is_shown(c, answer)), None)
    if best is None:
        return
    seen = {plain_name(body_of(m)) for c in answer.citations if (m := known.get(c.report))}
    for c in found:
        metadata = known.get(c.candidate.sentence.ranked.passage.report)
        body = plain_name(body_of(metadata)) if metadata else ""
        if metadata is None or not body or body in seen or best.score - c.score > _NEARLY or not states_the_same(c, best):
            continue
        seen.add(body)
        own = lookups.look_up(asked_of(query, metadata))
        # Of a place the report of one of its offices may be found.
        named = known.get(own.chosen[0].candidate.sentence.ranked.passage.report) if own.sure else None
        if (
            named is not None
            and plain_name(body_of(named)) == body
            and states_the_same(own.chosen[0], best)
            and _is_said_as_well(own.chosen[0], best)
        ):
            yield own.chosen[0]


def _quote_of(chosen: Chosen) -> Quote:
    sentence = chosen.candidate.sentence
    return Quote(sentence.ranked.passage, sentence.start, sentence.end, sentence.text)


def _is_said_as_well(other: Chosen, best: Chosen) -> bool:
    """Tell a figure whose clause speaks of the question as that of the answer's does: 养殖业增加值 is no 第一产业增加值."""
    return other.candidate.spoken.share >= _AS_WELL * best.candidate.spoken.share


def _is_shown(chosen: Chosen, answer: Answer) -> bool:
    """Tell the figure that an answer quotes as its own."""
    sentence = chosen.candidate.sentence
    cited = next((c.n for c in answer.citations if (c.report, c.start) == (sentence.ranked.passage.report, sentence.start)), None)
    text = shown_figure(chosen, cited or 0).text
    return any(f.role == "answer" and f.proof == "quoted" and f.text == text and cited in f.citations for f in answer.figures)


def _beside_others(answer: Answer, others: Sequence[_Told], known: Mapping[str, Metadata], words: _Words) -> Answer:
    """Return an answer with what the nearest others say, each cited."""
    if not others:
        return answer
    citations = Citations(list(answer.citations))
    figures: list[ShownFigure] = []
    values = []
    for told in others:
        n = citations.cite(told.quote.passage, told.quote.start, told.quote.end, told.quote.text)
        body = called_in(body_of(known[told.quote.passage.report]), chinese=words is _CHINESE)
        if told.chosen is not None:
            figures.append(replace(shown_figure(told.chosen, n), role="context"))
        form, value = (words.value, figures[-1].text) if told.chosen is not None else (words.told, "")
        values.append(form.format(body=body, value=value, n=n))
    shown = [known[told.quote.passage.report] for told in others]
    own = words.values if figures else words.words
    text = f"{answer.answer}\n{words.said(shown, values, own)}"
    return replace(answer, answer=text, figures=(*answer.figures, *figures), citations=tuple(citations.items))
