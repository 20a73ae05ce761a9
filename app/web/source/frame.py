"""The empty frame of the source viewer."""

from app.web.markup import Markup, hidden, tag, words


def render_viewer() -> Markup:
    """Return the empty frame that the script fills with a report's source."""
    back = tag("button", tag("span", "‹", aria_hidden="true"), words("back"), type="button", class_="tool back")
    steps = [
        tag(
            "button",
            tag("span", arrow, aria_hidden="true"),
            hidden(key),
            type="button",
            class_="tool stepper",
            data_by=by,
            hidden=True,
        )
        for arrow, key, by in (("↑", "previous", -1), ("↓", "next", 1))
    ]
    head = tag(
        "div", back, tag("div", class_="viewer-name"), tag("div", class_="tabs", role="group"), *steps, class_="viewer-bar"
    )
    inner = tag("div", class_="viewer-inner", tabindex=0)
    return tag(
        "section", tag("span", words("viewer"), class_="vh", id="wj-viewer-name"), head, inner, class_="viewer", hidden=True
    )
