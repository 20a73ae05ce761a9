"""What several tabs show alike, as HTML: that something is under way, that a place is empty yet, what can be downloaded."""

from collections.abc import Sequence

from app.web.markup import Markup, tag, words

DOTS = tag("span", tag("i"), tag("i"), tag("i"), class_="dots", aria_hidden="true")


def render_empty(key: str, *more: Markup, class_: str = "blank") -> Markup:
    """Return what stands where nothing is yet: the text of a key, and below it that of its line."""
    return tag("div", tag("p", words(key), class_="blank-title"), tag("p", words(f"{key}_line")), *more, class_=class_)


def render_saves(downloads: Sequence[tuple[str, str]], *, name: str) -> Markup:
    """Return the downloads, each a name and an address, in an element of a name; nothing where there is none."""
    saves = [tag("a", form, href=href, class_="tool", download=True) for form, href in downloads]
    return tag(name, tag("span", words("save_as"), class_="label"), *saves, class_="saves") if saves else Markup("")
