"""Take the pictures of the page that the documents show: `python -m eval.screenshots` beside a running `make run` (needs Chromium)."""

import argparse
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

_FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the window, light or dark, what is asked, and whether the first citation is opened."""

    name: str
    width: int
    height: int
    scheme: str
    questions: tuple[str, ...] = ()
    open_citation: bool = False


SHOTS = (
    Shot("start", 1440, 900, "light"),
    Shot("answer", 1440, 900, "light", ("云栖县2021年和2023年的一般公共预算收入各是多少？",)),
    Shot("computed", 1440, 900, "light", ("云栖县2022年结婚登记比2021年少多少对？",)),
    Shot("source", 1440, 900, "light", ("云栖县2022年办理结婚登记多少对？",), open_citation=True),
    Shot("source-dark", 1440, 900, "dark", ("云栖县2022年办理结婚登记多少对？",), open_citation=True),
    Shot("cell", 1440, 900, "light", ("松溪镇2023年工业用水量是多少？",), open_citation=True),
    Shot("phone", 390, 844, "light", ("云栖县2022年办理结婚登记多少对？",)),
    Shot("phone-abstained-dark", 390, 844, "dark", ("深圳2023年的生产总值是多少？",)),
)


def main() -> None:
    """Take all pictures of a page that is being served."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="http://127.0.0.1:7860/", help="where wenju serve answers, over the sample reports")
    args = parser.parse_args()
    chromium = next((found for name in _CHROMIUM if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        for shot in SHOTS:
            _take(browser, shot, args.url)
        browser.close()


def _take(browser: Browser, shot: Shot, url: str) -> None:
    scheme: Literal["dark", "light"] = "dark" if shot.scheme == "dark" else "light"
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height}, color_scheme=scheme, locale="zh-CN", device_scale_factor=1.5
    )
    page = context.new_page()
    page.goto(url)
    box = page.locator("textarea:visible").first
    box.wait_for()
    page.wait_for_timeout(1500)
    for question in shot.questions:
        box.fill(question)
        box.press("Enter")
        page.wait_for_timeout(2000)
    if shot.open_citation:
        page.locator(".cite").first.click()
        page.wait_for_timeout(1200)
    page.screenshot(path=_FOLDER / f"{shot.name}.png")
    context.close()


if __name__ == "__main__":
    main()
