"""The lexical index: BM25 over words, in tantivy. It is derived from the store and can be thrown away."""

import re
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import tantivy

from index.scored import Scored
from index.words import VERSION, english_stem, passage_words

_HEAP = 64_000_000
_CONTEXT_BOOST = 0.5
# Words whose frequency is remembered, and those whose query is.
_REMEMBERED, _REMEMBERED_TERMS = 20_000, 4_000
_NONE: Mapping[str, float] = {}
_STAMP, _META = "generation", "meta.json"
_STAMPED = re.compile(r"([0-9]+) words ([0-9]+)\s*")


@dataclass(frozen=True, slots=True)
class LexicalRow:
    """What the index takes of a passage: its own text, and the headings, captions and title that it stands under."""

    id: int
    report_id: int
    body: str
    context: str


class LexicalIndex:
    """A tantivy index in a folder, stamped with the store's generation that it reflects and the version of the words in it.

    The stamp is written after the commit: a crash between the two leaves an index that is caught up once more, which does no harm
    because a report's passages are taken out before they are put in.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = _open(folder)
        self._searcher = self._index.searcher()
        self._generation = _read_stamp(folder)
        self._shares: dict[str, float] = {}
        self._terms: dict[str, tantivy.Query] = {}

    @property
    def generation(self) -> int:
        """Return the generation of the store that the index reflects, -1 for none."""
        return self._generation

    @property
    def count(self) -> int:
        """Return the number of passages."""
        return int(self._searcher.num_docs)

    def update(self, rows: Iterable[LexicalRow], *, removed: Collection[int], generation: int) -> None:
        """Take out the passages of reports and put in rows, then stamp the index."""
        writer = self._index.writer(_HEAP, 1)
        for report_id in removed:
            writer.delete_documents_by_term("report", report_id)
        # The passages of a section stand one after the other, under the same headings.
        context, context_words = "", ""
        for row in rows:
            if row.context != context:
                context, context_words = row.context, " ".join(passage_words(row.context))
            document = tantivy.Document()
            document.add_integer("id", row.id)
            document.add_integer("report", row.report_id)
            document.add_text("body", " ".join(passage_words(row.body)))
            document.add_text("context", context_words)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        (self._folder / _STAMP).write_text(f"{generation} words {VERSION}", encoding="utf-8")
        self.reload()

    def clear(self) -> None:
        """Throw all away; the index then reflects nothing."""
        (self._folder / _STAMP).unlink(missing_ok=True)
        writer = self._index.writer(_HEAP, 1)
        writer.delete_all_documents()
        writer.commit()
        writer.wait_merging_threads()
        self.reload()

    def reload(self) -> None:
        """See what another process has committed."""
        # The stamp first: it is written last, so that the index reflects at least what it says.
        self._generation = _read_stamp(self._folder)
        self._index.reload()
        # A new one: another thread may be putting what it read before into the old.
        self._searcher, self._shares = self._index.searcher(), {}

    def search(
        self, words: Sequence[str], *, reports: Collection[int] | None, k: int, lightly: Mapping[str, float] = _NONE
    ) -> list[Scored]:
        """Return the `k` passages that fit the words best, inside the given reports (None for all); ties by id.

        Words that are looked for `lightly` count as much of themselves as they come with.
        """
        if not words or (reports is not None and not reports) or not self.count:
            return []
        schema = self._index.schema
        clauses = [(tantivy.Occur.Should, self._term(w)) for w in words]
        clauses += [
            (tantivy.Occur.Should, tantivy.Query.boost_query(self._term(w), weight))
            for w, weight in lightly.items()
            if w not in words
        ]
        query = tantivy.Query.boolean_query(clauses)
        if reports is not None:
            inside = tantivy.Query.const_score_query(tantivy.Query.term_set_query(schema, "report", list(reports)), 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, inside)])
        searcher = self._searcher
        hits = searcher.search(query, limit=k, count=False).hits
        ids = searcher.fast_field_values("id", [address for _, address in hits])
        found = [Scored(int(i or 0), float(score)) for i, (score, _) in zip(ids, hits, strict=True)]
        return sorted(found, key=lambda s: (-s.score, s.id))

    def frequency(self, word: str) -> float:
        """Return the share of passages whose own text holds a word, as `passage_words` cuts it."""
        shares, share = self._shares, self._shares.get(word)
        if share is None:
            if len(shares) > _REMEMBERED:
                shares.clear()
            share = shares[word] = float(self._searcher.doc_freq("body", word)) / max(1, self.count)
        return share

    def share(self, word: str) -> float:
        """Return the share of passages whose own text holds a word in any of its forms, which `frequency` does not know of an English one."""
        return self.frequency(english_stem(word) if word.isascii() and word.isalpha() else word)

    def _term(self, word: str) -> tantivy.Query:
        """Return what finds a word; made once, for a sentence is searched for in several sets of reports."""
        term = self._terms.get(word)
        if term is None:
            if len(self._terms) > _REMEMBERED_TERMS:
                self._terms = {}
            term = self._terms[word] = self._made_term(word)
        return term

    def _made_term(self, word: str) -> tantivy.Query:
        schema = self._index.schema
        body = tantivy.Query.term_query(schema, "body", word, "freq")
        context = tantivy.Query.boost_query(tantivy.Query.term_query(schema, "context", word, "freq"), _CONTEXT_BOOST)
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, body), (tantivy.Occur.Should, context)])


def _read_stamp(folder: Path) -> int:
    path = folder / _STAMP
    found = _STAMPED.fullmatch(path.read_text(encoding="utf-8", errors="replace")) if path.exists() else None
    return int(found[1]) if found and int(found[2]) == VERSION else -1


def _open(folder: Path) -> tantivy.Index:
    """Open the index of a folder, or make an empty one where there is none or it cannot be read."""
    if folder.exists() and not (folder / _META).exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        index = tantivy.Index(_schema(), path=str(folder), reuse=True)
    except BaseException as error:
        # tantivy panics on files that were cut short, and a panic is no Exception.
        if not isinstance(error, ValueError) and type(error).__name__ != "PanicException":
            raise
        shutil.rmtree(folder)
        folder.mkdir(parents=True)
        index = tantivy.Index(_schema(), path=str(folder), reuse=False)
    index.register_tokenizer("words", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", stored=False, indexed=False, fast=True)
    builder.add_integer_field("report", stored=False, indexed=True, fast=True)
    builder.add_text_field("body", tokenizer_name="words", index_option="freq")
    builder.add_text_field("context", tokenizer_name="words", index_option="freq")
    return builder.build()
