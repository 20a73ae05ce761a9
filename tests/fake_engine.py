"""A scripted engine over a small invented county, for the tests of the web page and for looking at it.

`python -m tests.fake_engine [PORT [FILE]]` serves the page over it, and writes what was asked to the file.
"""

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from app.answer import Answer, Proof, Role, ShownFigure
from app.lint.finding import ReportFindings
from app.trends.series import OnYear
from app.trends.trend import Trend
from app.verdict import Check
from corpus.errors import WenjuError
from corpus.report import Metadata, Section
from index.catalogue import ReportCard
from index.citation import Citation, quote_hash
from index.feedback import Feedback
from index.hit import Found, Hit, Span
from index.measures import Measure
from index.scope import Scope

WORK_2024 = """青岚县2024年政府工作报告
——2024年1月在县第十八届人民代表大会第三次会议上
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、2023年工作回顾
过去一年，面对多年少见的春旱和外需走弱，全县上下一道咬牙苦干，主要目标较好完成。
（一）经济稳中有进
全县地区生产总值 186.4亿元，比上年增长6.1%。一般公共预算收入9.72亿元，增长4.8%；税收占比提高到71.3%。\
新登记市场主体3,418户，茶叶加工、竹木家居两个产业集群产值合计突破60亿元。
（二）就业和收入同步增加
坚持把就业摆在民生首位，办好“家门口的招聘会”46场。全年城镇新增就业1.28万人，比上年多增900人，\
城镇调查失业率稳定在5.2%左右。居民人均可支配收入达到31,260元，增长6.7%，其中农村居民人均可支配收入22,950元，\
增长7.9%。脱贫人口务工规模保持在8600人以上。
（三）民生短板加快补齐
新改扩建幼儿园和中小学11所，新增学位5400个。县人民医院新院区投入使用，每千人口床位数由5.1张增加到6.4张。\
建成保障性租赁住房620套，改造老旧小区37个，惠及居民4,050户。
二、2024年目标任务
（一）预期目标
地区生产总值增长6%左右，一般公共预算收入增长5%，城镇新增就业1.2万人以上，居民收入增长与经济增长同步。
（二）重点工作
围绕“一河两岸”推进城市更新，开工建设青岚河生态廊道18公里。实施农村供水提质工程，\
年内让5.6万名群众喝上同城同质的自来水。
"""

WORK_2023 = """青岚县2023年政府工作报告
——2023年1月在县第十八届人民代表大会第二次会议上
一、2022年工作回顾
（一）经济运行总体平稳
地区生产总值175.1亿元，增长5.4%。规模以上工业增加值增长7.2%。
（二）民生保障有力有效
城镇新增就业1.19万人，农村劳动力转移就业2.3万人。发放稳岗返还资金1,146万元，惠及企业932家。
二、2023年目标任务
城镇新增就业1.15万人以上，居民消费价格涨幅控制在3%左右。
"""

BUDGET_2023 = """青岚县2023年财政预算执行情况的报告
一、一般公共预算
全县一般公共预算收入97,183万元，完成预算的101.6%。
单位：万元
科目 | 2022年决算 | 2023年决算 | 增长
税收收入 | 64,870 | 69,291 | 6.8%
非税收入 | 27,862 | 27,892 | 0.1%
合计 | 92,732 | 97,183 | 4.8%
二、政府债务
年末政府债务余额41.35亿元，控制在限额以内。
"""

TEXTS = {
    "工作报告/2024年青岚县政府工作报告.txt": (
        WORK_2024,
        Metadata("青岚县2024年政府工作报告", "青岚县人民政府", "青岚县", "政府工作报告", 2024, "2023"),
    ),
    "工作报告/2023年青岚县政府工作报告.txt": (
        WORK_2023,
        Metadata("青岚县2023年政府工作报告", "青岚县人民政府", "青岚县", "政府工作报告", 2023, "2022"),
    ),
    "财政/2023年预算执行报告.docx": (
        BUDGET_2023,
        Metadata("青岚县2023年财政预算执行情况的报告", "青岚县财政局", "青岚县", "预算报告", 2024, "2023"),
    ),
}
WORK_KEY, EARLIER_KEY, BUDGET_KEY = TEXTS


@dataclass(frozen=True, slots=True)
class FakeView:
    key: str
    metadata: Metadata
    text: str
    sections: tuple[Section, ...]


def make_view(key: str, text: str, metadata: Metadata) -> FakeView:
    """Cut a text into sections at its 一、 and （一） lines."""
    heads: list[Section] = [Section((), 0, 0)]
    at, top = 0, ""
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare[1:2] == "、" and bare[0] in "一二三四":
            top = bare
            heads.append(Section((top,), at, 0))
        elif bare.startswith("（") and bare[2:3] == "）":
            heads.append(Section((top, bare), at, 0))
        at += len(line)
    ends = [*(section.start for section in heads[1:]), len(text)]
    sections = tuple(Section(head.path, head.start, end) for head, end in zip(heads, ends, strict=True))
    return FakeView(key, metadata, text, sections)


def cite(n: int, key: str, quote: str, page: int | None = None) -> Citation:
    """Cite a quote of a report at its place."""
    text, metadata = TEXTS[key]
    start = text.index(quote)
    sections = make_view(key, text, metadata).sections
    path = next(section.path for section in sections if section.start <= start < section.end)
    return Citation(n, key, metadata.title, path, page, start, start + len(quote), quote, quote_hash(quote))


def figure(
    text: str, value: str, unit: str, *citations: int, proof: Proof = "quoted", role: Role = "answer", formula: str | None = None
) -> ShownFigure:
    """Make a shown figure of the year 2023."""
    return ShownFigure(text, value, unit, "level", "actual", "2023", "城镇新增就业", role, proof, formula, citations)


JOBS = "全年城镇新增就业1.28万人，比上年多增900人，城镇调查失业率稳定在5.2%左右。"
JOBS_BEFORE = "城镇新增就业1.19万人，农村劳动力转移就业2.3万人。"
BUDGET = "全县一般公共预算收入97,183万元，完成预算的101.6%。"
TOTAL_ROW = "合计 | 92,732 | 97,183 | 4.8%"

SCRIPT: dict[str, Answer] = {
    "去年城镇新增就业多少人？比前年多多少？": Answer(
        "去年城镇新增就业多少人？比前年多多少？",
        "2023年，青岚县城镇新增就业1.28万人[1]，比2022年的1.19万人[2]多900人。",
        False,
        Scope(years=(2023, 2022), places=("青岚县",)),
        (
            figure("1.28万人", "12800", "人", 1),
            figure("1.19万人", "11900", "人", 2, role="input"),
            figure("900人", "900", "人", 1, 2, proof="derived", formula="1.28万人 − 1.19万人 = 900人"),
        ),
        (cite(1, WORK_KEY, JOBS, 3), cite(2, EARLIER_KEY, JOBS_BEFORE, 2)),
        11.4,
    ),
    "2023年一般公共预算收入是多少亿元？": Answer(
        "2023年一般公共预算收入是多少亿元？",
        "2023年青岚县一般公共预算收入9.7183亿元[1]，比上年增长4.8%[2]。",
        False,
        Scope(years=(2023,), places=("青岚县",)),
        (
            figure("9.7183亿元", "971830000", "元", 1, proof="converted", formula="97,183万元 = 9.7183亿元"),
            figure("4.8%", "4.8", "%", 2),
        ),
        (cite(1, BUDGET_KEY, BUDGET), cite(2, BUDGET_KEY, TOTAL_ROW)),
        8.2,
    ),
    "邻县2023年新增学位多少个？": Answer(
        "邻县2023年新增学位多少个？",
        "资料库里没有邻县的报告。青岚县2023年新增学位5400个[1]。",
        False,
        Scope(years=(2023,), places=("邻县",), widened=True),
        (figure("5400个", "5400", "个", 1),),
        (cite(1, WORK_KEY, "新改扩建幼儿园和中小学11所，新增学位5400个。", 4),),
        9.0,
    ),
}
ABSTAINED = Answer(
    "居民医保财政补助标准是多少？",
    "已查 2023、2024 年的 3 份报告，都没有给出居民医保的财政补助标准。",
    True,
    Scope(places=("青岚县",)),
    (),
    (
        cite(1, WORK_KEY, "县人民医院新院区投入使用，每千人口床位数由5.1张增加到6.4张。", 4),
        cite(2, BUDGET_KEY, "年末政府债务余额41.35亿元，控制在限额以内。"),
    ),
    13.9,
)


SLOW = "新"  # a query that takes a second


class FakeEngine:
    """Answers from `SCRIPT`, says of all else that the reports do not hold it, and raises on questions with 报错 or 崩溃."""

    def __init__(self, log: Path | None = None) -> None:
        self.log = log
        self.asked: list[tuple[str, tuple[str, ...], tuple[int, ...], tuple[str, ...]]] = []
        self.dropped: list[Scope | None] = []
        self.feedback: list[Feedback] = []

    def ask(
        self,
        question: str,
        *,
        history: Sequence[str] = (),
        years: Sequence[int] = (),
        reports: Sequence[str] = (),
        dropped: Scope | None = None,
    ) -> Answer:
        self.asked.append((question, tuple(history), tuple(years), tuple(reports)))
        self.dropped.append(dropped)
        self._write_log()
        if "报错" in question:
            raise WenjuError("资料库正在更新，请过一会儿再问")
        if "崩溃" in question:
            raise RuntimeError("disk on fire")
        return SCRIPT.get(question, ABSTAINED)

    def keep_feedback(self, feedback: Feedback) -> None:
        self.feedback.append(feedback)
        self._write_log()

    def _write_log(self) -> None:
        if self.log:
            told = {"dropped": [asdict(d) if d else None for d in self.dropped], "feedback": list(map(asdict, self.feedback))}
            self.log.write_text(json.dumps({"asked": self.asked, **told}), encoding="utf-8")

    def find(
        self, query: str, *, k: int = 10, years: Sequence[int] = (), places: Sequence[str] = (), reports: Sequence[str] = ()
    ) -> Found:
        if query == SLOW:
            time.sleep(1)
        scope = Scope(years=tuple(years), places=tuple(places), reports=tuple(reports))
        hits: list[Hit] = []
        for key, (text, metadata) in TEXTS.items():
            at = text.find(query)
            if at < 0 or (reports and key not in reports):
                continue
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            view = make_view(key, text, metadata)
            path = next(section.path for section in view.sections if section.start <= at < section.end)
            span = (Span(at - start, at - start + len(query)),)
            hits.append(Hit(len(hits) + 1, 1.0, key, metadata.title, path, None, start, end, text[start:end], span))
        return Found(query, scope, tuple(hits[:k]), 3.0)

    def catalogue(self) -> tuple[ReportCard, ...]:
        return tuple(ReportCard(n, key, meta, len(text), 10, 20) for n, (key, (text, meta)) in enumerate(TEXTS.items(), 1))

    def view(self, report: str) -> FakeView:
        if report not in TEXTS:
            raise WenjuError(f"no report {report!r} in the store")
        text, metadata = TEXTS[report]
        return make_view(report, text, metadata)

    # The tabs that check, follow and keep reports are tested over a real engine (tests/tabs_server.py).
    def check(self, text: str) -> Check:
        raise WenjuError(f"nothing is checked here: {text[:20]}")

    def trend(
        self,
        measure: str,
        *,
        first: int | None = None,
        last: int | None = None,
        place: str = "",
        on_year: OnYear | None = None,
    ) -> Trend:
        if on_year:
            on_year(1, 3)
        return Trend(f"{measure} {first or ''}—{last or ''}", place, (), (), 1.0)

    def lint(self, reports: Sequence[str] = ()) -> tuple[ReportFindings, ...]:
        return tuple(ReportFindings(report, report, (), ()) for report in reports)

    def measures(self, n: int) -> tuple[Measure, ...]:
        return (Measure("城镇新增就业", "青岚县", 2),)[:n]

    def original(self, report: str) -> Path:
        raise WenjuError(f"no file of {report!r}")

    def is_uploaded(self, report: str) -> bool:
        return report not in TEXTS

    def remove(self, report: str) -> None:
        raise WenjuError(f"{report!r} cannot be removed")

    def examples(self, n: int) -> tuple[str, ...]:
        return (*SCRIPT, ABSTAINED.question)[:n]

    def english_examples(self, n: int) -> tuple[str, ...]:
        return ("What was grain output in 2023?",)[:n]


if __name__ == "__main__":
    from app.web.server import serve

    arguments = dict(zip(("port", "log"), sys.argv[1:], strict=False))
    serve(FakeEngine(Path(arguments["log"]) if "log" in arguments else None), port=int(arguments.get("port", 7860)))
