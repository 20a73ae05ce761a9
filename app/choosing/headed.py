"""A part of a report that a question asks for by its heading: 主要做法, 存在的问题, 下一步打算; what stands under it answers."""

import re
from collections.abc import Sequence

from app.choosing.quotes import Quote, joined, of_section
from app.whose.bodies import body_of
from corpus.figures.numerals import fold
from index.opening import Library
from index.query import Query
from index.search import Ranked

# What numbers a heading.
_NUMBER = re.compile(r"^\s*(?:第?[一二三四五六七八九十\d]+(?:部分|[章节篇])?|[（(][一二三四五六七八九十\d]+[）)])[、.．\s]*")
# Words of one meaning by which reports head the same part, and questions ask for it.
_ALIKE = (
    frozenset(["问题", "不足", "困难", "短板", "差距", "薄弱环节", "挑战"]),
    frozenset(["做法", "举措", "措施", "经验"]),
    frozenset(["打算", "计划", "安排", "思路", "设想"]),
    frozenset(["成绩", "成效", "成果", "亮点"]),
)
_NAMED = frozenset().union(*_ALIKE) | {"风险", "建议", "职责", "职能", "目标", "任务", "工作", "概况", "展望"}
# Words that say no more of a part than that it is one.
_PLAIN = re.compile(
    "主要|当前|目前|现阶段|存在|面临|面对|可能|工作|重点|方面|一些|有关|相关|具体|内容|下一步|一步|下一?年|明年|今年|今后|未来|提出|采取|开展|进行|取得|还有|医院|公司|学校|单位|部门|[全本我][省市县区乡镇校院]|[省市县区乡镇]里|[的和与及有在做干些]"
)
_LONGEST = 16
_MOST = 8


def of_asked_part(library: Library, query: Query, ranked: Sequence[Ranked]) -> list[Quote]:
    """Return what stands under the heading that a question asks for, in the first of ranked passages that stand under such a one; none if it asks for none."""
    asked = _parts_named("".join(query.terms))
    if not asked:
        return []
    own = _of_offices(library, query)
    for r in ranked:
        # What a place's hospital lacks is not what the place lacks.
        if r.passage.report in own:
            continue
        for depth, heading in enumerate(r.passage.section):
            if _is_of(asked, heading):
                return joined(of_section(library, r.passage, depth + 1))[:_MOST]
    return []


def _of_offices(library: Library, query: Query) -> frozenset[str]:
    """Return the reports of offices, schools and hospitals where a question names a place and none of them."""
    if not query.scope.places or query.scope.issuers:
        return frozenset()
    return frozenset(c.key for c in library.catalogue() if c.metadata.place and body_of(c.metadata) != c.metadata.place)


def _parts_named(terms: str) -> frozenset[str]:
    """Return the words for parts of a report that a text consists of, by plain words beside them; none if it says anything else."""
    named = {word for word in _NAMED if word in terms}
    rest = terms
    for word in sorted(named, key=len, reverse=True):
        rest = rest.replace(word, "")
    return frozenset() if _PLAIN.sub("", rest) else frozenset(named - {"工作"})


def _is_of(asked: frozenset[str], heading: str) -> bool:
    """Tell whether a heading names all the parts that are asked for, and nothing but parts: 三、存在问题, and no 就业问题."""
    said = _NUMBER.sub("", fold(heading)).rstrip("。：:")
    if len(said) > _LONGEST:
        return False
    told = _parts_named(said)
    return bool(told) and all(any(w == t or any({w, t} <= alike for alike in _ALIKE) for t in told) for w in asked)
