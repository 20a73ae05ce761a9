"""Where a model by its name is looked for, and what is said where it is not."""

from pathlib import Path

import pytest

from index.encoders import fetching
from index.encoders.errors import EncoderError
from index.encoders.fetching import hub_has_address, open_or_fetch


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub has an address, whatever the machine reaches."""
    monkeypatch.setattr(fetching, "hub_has_address", lambda: True)


@pytest.mark.usefixtures("hub")
@pytest.mark.parametrize(
    ("found", "model", "looked"),
    [((True,), "here", [True]), ((True, False), "here", [True]), ((False,), "fetched", [True, False])],
)
def test_a_model_is_fetched_only_where_it_is_not_on_this_machine(found: tuple[bool, ...], model: str, looked: list[bool]) -> None:
    asked: list[bool] = []

    def opens(here: bool) -> str:
        asked.append(here)
        if here not in found:
            raise OSError("no such model")
        return "here" if here else "fetched"

    assert (open_or_fetch("some/model", opens), asked) == (model, looked)


def test_a_folder_is_not_looked_for_on_the_hub(tmp_path: Path) -> None:
    asked: list[bool] = []

    def opens(here: bool) -> str:
        asked.append(here)
        raise ValueError("no model in it")

    with pytest.raises(EncoderError, match=r"this encoder is not on this machine .*\(no model in it\)$"):
        open_or_fetch(str(tmp_path), opens)
    assert asked == [True]


@pytest.mark.usefixtures("hub")
def test_a_model_that_is_nowhere_says_what_to_do() -> None:
    def opens(here: bool) -> str:
        raise OSError(f"here only: {here}")

    with pytest.raises(
        EncoderError,
        match=r"^some/model: this reranker is not on this machine and could not be fetched; give a folder that holds it, or fetch it "
        r"once where there is a network: hf download some/model, or leave it out \(here only: False\)$",
    ):
        open_or_fetch("some/model", opens, what="reranker", otherwise=", or leave it out")


def test_a_hub_without_an_address_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "hub_has_address", lambda: False)
    asked: list[bool] = []

    def opens(here: bool) -> str:
        asked.append(here)
        raise OSError("not here\nread more at …")

    with pytest.raises(EncoderError, match=r"\(not here\)$"):
        open_or_fetch("some/model", opens)
    assert asked == [True]


@pytest.mark.parametrize(
    ("endpoint", "proxy", "there"),
    [("http://hub.invalid", "", False), ("http://hub.invalid", "http://proxy.invalid", True), ("http://localhost", "", True)],
)
def test_a_hub_has_an_address_or_a_proxy_finds_it(
    monkeypatch: pytest.MonkeyPatch, endpoint: str, proxy: str, there: bool
) -> None:
    for name in fetching.PROXIES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_ENDPOINT", endpoint)
    if proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
    assert hub_has_address() is there
