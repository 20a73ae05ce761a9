"""What was newly built, opened or hired is no number of what there is: 新盖了几所学校 is not answered by 小学52所."""

import re

from app.choosing.candidates import Candidate
from app.refusals.opposite import clause_of
from corpus.figures.numerals import fold
from index.query import Query

# 高新, 新能源 and 新区 are names; 新型 and 新兴 tell a sort.
_NEW_ASKED = re.compile(
    r"(?<![高创革更刷翻重])新(?P<verb>盖|改扩?建|扩建|建(?![行交议])|修|开(?!发区)|办(?![法公学事])|招(?![式数])|增|添|设(?![计备施想])|成立|签|批(?!次)|种(?![类子])|栽|装(?![备置])|买|购|购置|添置|落成|投产|投用|投入|发展|挂牌|认定|注册|登记)"
    r"|\bnewly\b|\bnew [a-z ]{1,30}\b(?:built|opened|added|hired|set up|created|launched)\b"
)
_MADE_NEW = re.compile(
    "新(?![能型兴疆区])|建成|建立|建交|竣工|开工|开通|开办|创办|增|添|投产|投用|投入使用|落成|修|建设|兴建|动工|启用|开业|招|引进|设立|成立|注册|登记|改造|完工|交付|栽|种植|造林|购|装|认定|入选|签|批"
    r"|\bnew|\bbuil[dt]|\bopen|\badd|\blaunch|\bcomplet|\bcreat|\bset up|\bincrease|\bcommission|\bhire|\brecruit|\bestablish"
)
# What there is by now, in the clause of a figure.
_STOCK = re.compile("共有|现有|拥有|总数|总里程|保有|年末[^，。]{0,6}有")
# How many there are in all, however they came to be.
_ALL_ASKED = re.compile(r"(?:[一总]共|现|目前[^，。？?]{0,8}|年[底末][^，。？?]{0,12})有(?:多少|几)")
_MADE_ASKED = re.compile(r"新(?![疆乡余能型兴区])|[增扩改盖修]|建(?=[成了好起设造的多])|开[了设办通工]|[招引]了?[进收]")
_ONLY_NEW = re.compile(r"新(?:增|建|开|设|添|签|引|培育|认定|获|办|成立|入|落|投|晋|招|购|改|扩|登记|注册|打造|挂牌)")
_BY_NOW = re.compile("累计|共有|总数|总量|达到?|增至|已有|现有|拥有")


def is_stock_for_new(query: Query, candidate: Candidate) -> bool:
    """Tell whether something new is asked for, and neither the sentence of a figure nor what stands over it speaks of anything made, opened or added."""
    asked = None if query.background else _NEW_ASKED.search(fold(query.text).lower())
    if asked is None:
        return False
    sentence = candidate.sentence
    told = fold(f"{sentence.text} {sentence.stretch.head.context.text} {candidate.figure.subject}").lower()
    clause = clause_of(candidate)
    made = _MADE_NEW.search(clause) or (asked["verb"] and asked["verb"] in clause)
    # 共有社员4120名，比上年净增35名: what there is by now was not newly made, whatever stands beside it.
    return not made and (not _MADE_NEW.search(told) or bool(_STOCK.search(clause)))


def is_new_for_stock(query: Query, candidate: Candidate) -> bool:
    """Tell whether a question asks how many there are in all, and a figure counts what is newly made and nothing else: 新增合作社5家."""
    question = fold(query.text)
    if query.background or not _ALL_ASKED.search(question) or _MADE_ASKED.search(question):
        return False
    clause = clause_of(candidate)
    return _ONLY_NEW.search(clause) is not None and not _BY_NOW.search(clause)
