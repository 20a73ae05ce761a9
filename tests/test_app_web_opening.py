"""The page is filled at its opening, and what was asked before that stays."""

import gradio as gr

from app.web.ask.tab import fill
from app.web.ask.turn import Turn
from app.web.markup import Markup

STANDING = (Markup("welcome"), Markup("composer"), Markup("shelf"))


def test_an_empty_conversation_is_filled_and_one_that_was_begun_is_kept() -> None:
    assert fill((), STANDING) == STANDING
    assert fill((Turn("新增就业多少人？"),), STANDING) == (gr.skip(), "composer", gr.skip())
    assert fill((), None) == (gr.skip(), gr.skip(), gr.skip())
