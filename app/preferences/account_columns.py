"""Which column of an account a question asks for in everyday words: what was put aside for losses, paid in the year or left.

The columns are those of the notes that accounting standards prescribe: balances, additions and disposals, cost, provision, book
value.
"""

import re
from collections.abc import Sequence

from app.choosing.chooser import Chosen
from app.choosing.sorts import class_of
from app.preferences.row_words import column, is_row
from app.working.computed import sentence_of
from corpus.figures.numerals import fold
from index.query import Query

# So much less may the column fit that is asked for.
_FITS = 8.0
_LOSS = "收不回|要不回|坏账|跌价|减值|缩水|贬值|损失"
_PUT_ASIDE = "预备|准备|备着|备下|预留|预提|计提|拨备"
# How a column is asked for, and how accounts head it.
_HEADS = (
    # Put aside for losses
    (
        f"(?:{_PUT_ASIDE}|提了|留了)[^，。？]{{0,6}}(?:{_LOSS})|(?:{_LOSS})[^，。？]{{0,6}}(?:{_PUT_ASIDE})",
        "坏账准备|减值准备|跌价准备|准备",
    ),
    # Counted into the result of the year
    (
        "(?:算进|计入|记进|记入|算入|列入|转入)[^，。？]{0,6}(?:利润|损益|收益|收入)",
        "计入[^，。]{0,8}(?:损益|收益)|转入[^，。]{0,8}损益",
    ),
    # Gone out
    (
        "(?:支出|付|花|用|缴|交|发|还|减|转|冲|核销|卖|处置)(?:掉|出去)|(?:减少|用去|转出|转走)了",
        "减少|支付|转出|转回|核销|处置",
    ),
    # Come in
    ("(?:新|又|多|再)(?:计?提|增加?|添|加|买|借|投|拿|收)(?:了|进|到)|(?:增加|新增|添置)了", "增加|新增"),
    # What it cost when it was bought, and what it is worth now
    ("原值|原价|买(?:来|入)?的时候|当初(?:花|买)|本来(?:值|是)", "原值|账面余额|成本"),
    ("(?:扣掉|扣除|减去|刨掉|除去|去掉)[^，。？]{0,10}(?:准备|折旧|摊销|减值|坏账)|净值|净额|还值", "账面价值|净值|净额"),
    ("汇率|(?:一|1)(?:美元|欧元|日元|英镑|港币|港元)", "汇率"),
)
_COLUMNS = tuple((re.compile(asked), re.compile(head)) for asked, head in _HEADS)


def column_of_account(query: Query, best: Chosen, chosen: Sequence[Chosen]) -> Chosen | None:
    """Return the cell of the best one's row, of its year, whose head alone is the column that a question asks for."""
    if not is_row(best):
        return None
    question = fold(query.text).lower()
    asked = [head for words, head in _COLUMNS if words.search(question)]
    if len(asked) != 1 or asked[0].search(column(best)):
        return None
    row = [
        c
        for c in chosen[1:]
        if sentence_of(c) == sentence_of(best) and best.score - c.score <= _FITS and class_of(c) == class_of(best)
    ]
    said = [c for c in row if asked[0].search(column(c))]
    return said[0] if len({c.candidate.figure.value for c in said}) == 1 else None
