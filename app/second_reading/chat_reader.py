"""A chat model of LangChain as a second reader: it is asked for one word, yes or no, and its odds between the two are taken."""

import math
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage

from app.second_reading.errors import LanguageModelError
from app.second_reading.reader import Reading

# Read when a question is asked: it is kept nowhere.
KEY = "WENJU_LLM_KEY"
_SYSTEM = "你是严谨的审核员，判断报告里的一个数是不是回答了问题。"
# The question first: what all readings of a question begin with is read once by servers that remember.
_ASKED = "问题：{question}\n\n《{title}》{heading}写道：{text}\n\n用其中的“{figure}”来回答，所问的对象、指标、时间都对得上吗？只答“是”或“否”。"
_YES, _NO = frozenset(["是", "yes"]), frozenset(["否", "不", "不是", "no"])
_TOKENS, _LIKELIEST = 1, 20
# What is given for a word that is not among the likeliest, and for an answer without probabilities.
_LEAST, _PLAIN = 1e-6, 2.0
_AT_ONCE, _PATIENCE = 4, 60.0


class ChatReader:
    """Asks a chat model; `middle` and `spread` bring its log odds to the scale of `Reader` (see `trial`).

    Of a model whose server gives no probabilities the word itself counts. `errors` are what the model raises where it cannot be reached.
    """

    def __init__(
        self, model: BaseChatModel, *, middle: float = 0.0, spread: float = 1.0, errors: tuple[type[Exception], ...] = ()
    ) -> None:
        self._model = model.bind(logprobs=True, top_logprobs=_LIKELIEST)
        self._middle, self._spread, self._errors = middle, spread, errors

    def odds(self, question: str, readings: Sequence[Reading]) -> list[float]:
        """Return for each figure the log of the odds that it answers the question. Raises LanguageModelError."""
        asked: list[Any] = [[("system", _SYSTEM), ("user", _worded(question, reading))] for reading in readings]
        try:
            replies = self._model.batch(asked, {"max_concurrency": _AT_ONCE})
        except self._errors as error:
            raise LanguageModelError(f"the language model does not answer: {error}", chinese="语言模型没有应答。") from error
        return [(_log_odds(reply) - self._middle) / self._spread for reply in replies]


def open_chat(address: str, name: str) -> tuple[BaseChatModel, tuple[type[Exception], ...]]:
    """Return the model of an OpenAI-compatible address (http://localhost:8080/v1), with what it raises where it cannot be reached.

    Raises LanguageModelError where the library for it is not installed.
    """
    with _installed():
        # The class below ChatOpenAI: that one renames max_tokens to what only newer servers know.
        from langchain_openai.chat_models.base import BaseChatOpenAI
        from openai import OpenAIError
    options: dict[str, Any] = {"model": name, "max_tokens": _TOKENS, "temperature": 0, **_connection(address)}
    return BaseChatOpenAI(**options), (OpenAIError,)


def name_behind(address: str) -> str:
    """Return the name of the first model that an address serves. Raises LanguageModelError."""
    with _installed():
        from openai import OpenAI, OpenAIError
    try:
        with OpenAI(**_connection(address)) as client:
            name = next((model.id for model in client.models.list()), "")
    except OpenAIError as error:
        raise LanguageModelError(
            f"{address}: no language model answers there ({error}); start its server, and give its address up to /v1"
        ) from error
    if not name:
        raise LanguageModelError(f"{address}: serves no model; load one there, or name it with --llm-name")
    return name


@contextmanager
def _installed() -> Iterator[None]:
    """Say what to install where a library is missing."""
    try:
        yield
    except ImportError as error:
        raise LanguageModelError(
            "a language model needs langchain-openai, which is not installed; install it with: make llm (pip install 'wenju[llm]')"
        ) from error


def _connection(address: str) -> dict[str, Any]:
    return {"base_url": address, "api_key": os.environ.get(KEY) or "none", "timeout": _PATIENCE, "max_retries": 1}


def _worded(question: str, reading: Reading) -> str:
    heading = f"（{reading.heading}）" if reading.heading else ""
    return _ASKED.format(question=question, title=reading.title, heading=heading, text=reading.text, figure=reading.figure)


def _log_odds(reply: BaseMessage) -> float:
    """Return the log of the odds of yes against no in a reply of one word."""
    told = (reply.response_metadata.get("logprobs") or {}).get("content") or []
    if not told:
        word = _word(str(reply.content))
        return _PLAIN if word[:1] in _YES or word[:3] in _YES else -_PLAIN if word[:1] in _NO or word[:2] in _NO else 0.0
    likely = [(_word(t["token"]), math.exp(t["logprob"])) for t in told[0]["top_logprobs"]]
    yes, no = (sum(p for word, p in likely if word in words) for words in (_YES, _NO))
    return math.log((yes + _LEAST) / (no + _LEAST))


def _word(token: str) -> str:
    return token.strip(" \n“”\"'。.，").lower()
