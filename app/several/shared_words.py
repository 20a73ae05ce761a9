"""What tells a reader of a question that each of several places, years or companies is asked about, and nothing of what is asked."""

import re
from collections.abc import Sequence

_AND = r"(?:、|，|,\s?|以及|和|与|及|跟|同|\s?and\s)"
# 各, 分别, but 各类, 各地; the list that they share out may stand before them or behind.
_EACH = re.compile(
    r"[，,；;？?]?(?:分别|各自|各(?![种类级地项界族国方行省市县区部单位个条家]))(?:是|为|有)?|\brespectively\b|\beach\b"
)
_LIST = re.compile(r"、|以及|(?<!国家)[和与及跟](?![谐平睦格时])|\band\b")
# ，谁高一些 and ，差多少 compare what was asked for already.
_COMPARING = re.compile(
    r"[，,；;？?](?:请问)?(?:两[者地个]|二者)?(?:哪[一个]?年|谁|哪[个家边座省市]|哪个(?:城市|地方))[^，,。？?多少几]{0,3}(?:更|最|要)?[多高快大低少慢小强](?:一?些|一?点|出来?)?(?=[，,。？?；;]|$)"
    r"|[，,；;？?](?:后来|一共|前后|两者)?(?:多|少|高|低|涨|降|相差|差|变)了?(?:多少|几)[^，,。？?；;]{0,6}"
)
_SUFFIX = "[省市县区州盟]?"
_NEXT = "[一-龥]{0,2}?"
# 甲市乙市两个市
_COUNTED = "(?:这?[两二三四五六几]个?(?:省份?|城市|市|县|区|州|地方|地区|家公司|家企业|家))?"


def without_shared_words(text: str, names: Sequence[str], kept: str) -> str:
    """Return a question about several `names` as one about the one that is `kept`, without the words that share it out or compare.

    >>> without_shared_words("甲市、乙市2023年产值各增长多少，谁快？", ("甲市", "乙市"), "乙市")
    '乙市2023年产值增长多少？'
    """
    named = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True) if n)
    if named:
        listed = re.compile(rf"(?:(?:{named}){_SUFFIX}(?:{_NEXT}{_AND})?)+(?:{named}){_SUFFIX}{_COUNTED}", re.IGNORECASE)
        text = listed.sub(lambda _: kept, text)
    text = _COMPARING.sub("", text)
    each = _EACH.search(text)
    if each and not _LIST.search(text):
        text = text[: each.start()] + text[each.end() :]
    return text
