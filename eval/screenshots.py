"""Take the pictures of the page that the documents show: `python -m eval.screenshots` (needs Chromium).

Without --url it serves a temporary store of the sample reports itself.
"""

import argparse
import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from eval.arguments import DEFAULT_SET
from eval.load import served
from eval.named import ROOT, load_set
from eval.stores import temporary_store

_FOLDER = ROOT / "docs" / "screenshots"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_COMMON, _RARE = 200, 56  # colours: the rare ones tell how a figure is proven
_DRAFT = "2022年云栖县办理结婚登记1128对，比2021年减少4.2%。\n2023年云栖县一般公共预算收入8.92亿元，新建村史馆97座。"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the tab, and what is done there before it is taken."""

    name: str
    tab: str
    act: Callable[[Page], None]


@dataclass(frozen=True, slots=True)
class _Device:
    """A screen, and what the names of its pictures end in."""

    mark: str
    width: int
    height: int


_DEVICES = (_Device("", 1440, 900), _Device("-phone", 390, 844))
_SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main() -> None:
    """Take every picture on a desk and on a phone, light and dark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="where wenju serve answers, over the sample reports (default: serve them)")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="only these pictures")
    parser.add_argument(
        "--out", type=Path, default=_FOLDER, metavar="DIR", help="where the pictures go (default docs/screenshots)"
    )
    args = parser.parse_args()
    chromium = next((found for name in _CHROMIUM if (found := shutil.which(name))), None)
    args.out.mkdir(parents=True, exist_ok=True)
    with _served(args.url) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        for shot, device, scheme in product(SHOTS, _DEVICES, _SCHEMES):
            name = f"{shot.name}{device.mark}{'-dark' if scheme == 'dark' else ''}"
            if not args.only or name in args.only:
                context = browser.new_context(
                    viewport={"width": device.width, "height": device.height},
                    color_scheme=scheme,
                    locale="zh-CN",
                    device_scale_factor=1.25,
                )
                _take(context.new_page(), shot, url, args.out / f"{name}.png")
                context.close()
        browser.close()


def _take(page: Page, shot: Shot, url: str, file: Path) -> None:
    page.goto(f"{url}#{shot.tab}")
    page.locator(f"#wj-tab-{shot.tab} :is(form, button):visible").first.wait_for()
    page.wait_for_timeout(600)
    shot.act(page)
    page.mouse.move(1, 1)
    page.wait_for_timeout(1200)
    taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    _reduced(taken).save(file, optimize=True)


def _reduced(picture: Image.Image) -> Image.Image:
    """Return a picture in 256 colours: most of them the commonest, some as far from each other as there are."""
    common = (picture.quantize(_COMMON, Image.Quantize.MEDIANCUT).getpalette() or [])[: 3 * _COMMON]
    rare = (picture.quantize(_RARE, Image.Quantize.MAXCOVERAGE).getpalette() or [])[: 3 * _RARE]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*common, *rare])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _nothing(_page: Page) -> None:
    """Leave the tab as it opens."""


def _ask(*questions: str, cite: bool = False) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        for number, question in enumerate(questions, 1):
            page.fill("#wj-question", question)
            page.press("#wj-question", "Enter")
            page.locator(".turn .foot").nth(number - 1).wait_for()
            page.wait_for_timeout(400)
        if cite:
            page.locator(".cite").first.click()
            page.locator(".viewer mark.quote").first.wait_for()

    return act


def _find(query: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.fill("#wj-query", query)
        page.locator("#wj-hits .card").first.wait_for()

    return act


def _check(draft: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.fill("#wj-draft-text", draft)
        page.click("#wj-drafting .send")
        page.locator("#wj-tab-check .result").first.wait_for()

    return act


def _trend(measure: str, place: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.select_option("[data-form=trend] select", place)
        page.fill("#wj-measure", measure)
        page.press("#wj-measure", "Enter")
        page.locator(".trend .saves").wait_for()

    return act


SHOTS = (
    Shot("start", "ask", _nothing),
    Shot("answer", "ask", _ask("云栖县2021年和2023年的一般公共预算收入各是多少？", "云栖县2022年结婚登记比2021年少多少对？")),
    Shot("source", "ask", _ask("云栖县2022年办理结婚登记多少对？", cite=True)),
    Shot("find", "find", _find("一般公共预算收入")),
    Shot("check", "check", _check(_DRAFT)),
    Shot("trends", "trends", _trend("城镇新增就业", "云栖县")),
    Shot("library", "library", _nothing),
)


@contextmanager
def _served(url: str | None) -> Iterator[str]:
    """Yield the address of the page; without one, serve a temporary store of the samples."""
    if url:
        yield url
        return
    with temporary_store(load_set(DEFAULT_SET).reports) as store, served(store, read_only=False) as address:
        yield address


if __name__ == "__main__":
    main()
