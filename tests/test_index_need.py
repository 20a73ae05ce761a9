import pytest

from index.need import understand
from index.unit_classes import class_of_unit


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("新增就业多少人？", "figure"),
        ("两县哪个GDP增速更快？", "figure"),
        ("Which had more new jobs, A or B?", "figure"),
        ("What ceiling did the county set for idle land?", "figure"),
        ("What indirect stake did the mill hold in the ferry?", "figure"),
        ("What does the library save each year by closing early?", "figure"),
        ("Where did the county rank for clean water?", "figure"),
        ("The toll on what lorries carry had fallen to what level?", "figure"),
        ("When the bridge was opened, what toll rate did drivers face?", "figure"),
        ("What was the first tranche of the harbour loan?", "figure"),
        ("What is the first pillar of the harbour plan?", "text"),
        ("What is the ferry rebate meant to make up for?", "text"),
        ("What does the mayor use as his measure of thrift?", "text"),
        ("When did the bridge open?", "text"),
        ("What did the mayor open?", "text"),
        ("谁当选了主任？", "text"),
        ("要抓哪三件大事？", "text"),
        ("为什么要调整？", "text"),
        ("Who chaired the meeting?", "text"),
        ("粮食总产量", "figure"),
        ("要抓哪六个领域？", "text"),
        ("大桥是哪一年通车的？", "text"),
        ("这是第几次领导人会议？", "text"),
        ("两年里哪年增速更快？", "figure"),
        ("通过了哪份章程？", "text"),
        ("涨得最快的是哪一块？", "text"),
        ("哪个车间的产值不高？", "text"),
        ("搬厂是好事还是坏事？", "text"),
        ("电价是涨了还是跌了？", "figure"),
        ("What did the town avoid?", "text"),
        ("What else will the fund pay for?", "text"),
        ("What rule is the port dropping?", "text"),
        ("Into which fund did the town put more money?", "text"),
        ("How will the port raise its berths?", "text"),
        ("What did exports reach?", "figure"),
        ("How did exports change?", "figure"),
        ("What growth rate does the town expect?", "figure"),
        ("What was the output of coal?", "figure"),
    ],
)
def test_figure_or_text(question: str, task: str) -> None:
    assert understand(question).task == task


@pytest.mark.parametrize(
    ("question", "unit", "unit_class"),
    [
        ("收入多少亿元？", "元", "money"),
        ("收入完成预算的百分之多少？", "", "percent"),
        ("民营企业占多少？", "", "percent"),
        ("覆盖了几分之几的村？", "", "percent"),
        ("占比又提高了多少？", "", "points"),
        ("转化率想往上提几个点？", "", "points"),
        ("总产值要翻几番？", "", "times"),
        ("税率降到多少？", "", ""),
        ("投资比上年增加多少？", "", ""),
        ("加工资的钱平均每年涨多少？", "", ""),
        ("换算成多少人民币？", "", ""),
        ("来了多少外乡人？", "", "people"),
        ("建了多少个少数民族乡？", "个", "count"),
        ("花多少钱供孩子上学？", "", "money"),
        ("放了多少担保贷款？", "", "money"),
        ("毕业了多少本科生？", "", "people"),
        ("由多少升到多少？", "", ""),
        ("How much will the new bridge cost?", "", "money"),
        ("一共收了多少处理费？", "", "money"),
        ("有多少部门？", "", ""),
        ("零售跌了多少？", "", "percent"),
        ("持有多少股权？", "", "percent"),
        ("参加了多少人次？", "人次", "people"),
        ("增长百分之几？", "", "percent"),
        ("提高了几个百分点？", "百分点", "points"),
        ("修了多少公里路？", "公里", "count"),
        ("花了多少钱？", "", "money"),
        ("来访的外国首脑有多少位？", "人", "people"),
        ("排名前移了几位？", "位", "rank"),
        ("第三产业占多大？", "", "percent"),
        ("有多少种田人参保？", "", "people"),
        ("排全市第几？", "", "rank"),
        ("机场一年送了多少旅客？", "", "people"),
        ("搞软件的人有多少？", "", "people"),
        ("换回来的书记有几个？", "人", "people"),
        ("How long is the new road, and what did it cost?", "", "money"),
        ("How many households grow tea?", "户", "people"),
        ("吃低保的人，两年各多少万？", "", "people"),
        ("给困难职工发了多少万？", "", ""),
        ("在园孩子22、23、24年分别有多少？", "", "people"),
        ("追回多少工钱？", "", "money"),
        ("新引进多少项目？", "", ""),
        ("几个比率分别是多少？", "", "percent"),
        ("有多少会员企业？", "", ""),
        ("How many people were employed?", "", "people"),
        ("How many shops does the trade company run?", "家", "count"),
        ("监事领了多少报酬？", "", "money"),
        ("发了多少低保钱？", "", "money"),
        ("农民一年收入几千块？", "", "money"),
        ("采购省了几个亿？", "", "money"),
        ("全县拿了几块金牌？", "块", "count"),
        ("外贸做到多大？", "", "money"),
        ("有几个高中生当上飞行员？", "人", "people"),
        ("给多少重度残疾人买了保险？", "", "people"),
        ("新增多少城镇就业？", "", "people"),
        ("有多少花在老百姓身上？", "", ""),
        ("研发投入强度目标是多少？", "", "percent"),
        ("城乡收入比是多少？", "", ""),
        ("how many new urban jobs were added?", "", "people"),
        ("变动几个百分比？", "", "percent"),
    ],
)
def test_unit_and_its_class(question: str, unit: str, unit_class: str) -> None:
    need = understand(question)
    assert (need.unit, need.unit_class) == (unit, unit_class)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("2023年目标是多少？", "target"),
        ("2023年实际增长多少？", "actual"),
        ("增长多少？我要的不是目标。", "actual"),
        ("定的是多少（不是实际完成的）？", "target"),
        ("What was the target for 2022?", "target"),
        ("2023年有多少名党员？", None),
    ],
)
def test_outcome_or_target(question: str, status: str | None) -> None:
    assert understand(question).status == status


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("%", "percent"),
        ("元/月", "money"),
        ("US$", "money"),
        ("人次", "people"),
        ("位", "rank"),
        ("番", "times"),
        ("吨", "count"),
    ],
)
def test_class_of_a_unit(unit: str, name: str) -> None:
    assert class_of_unit(unit) == name


def test_money_spent_on_something_is_money_also_where_years_are_compared() -> None:
    need = understand("2022年花在教育上的钱比2020年多多少？")
    assert (need.unit_class, need.strict) == ("money", True)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("2022年一般公共预算收入是多少？", None),
        ("政府性基金预算支出多少？", None),
        ("一般公共预算收入的目标是多少？", "target"),
        ("2023年教育支出的年初预算是多少？", "target"),
    ],
)
def test_a_budget_in_the_name_of_a_measure_is_no_target(question: str, status: str | None) -> None:
    assert understand(question).status == status


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("粮食比上年多打了多少万吨？", "change"),
        ("比前一年少花了多少钱？", "change"),
        ("旅客比四年前多出几成？", "growth"),
        ("产值年均递增多少？", "growth"),
    ],
)
def test_a_change_in_everyday_words(question: str, kind: str) -> None:
    assert kind in understand(question).kinds


def test_a_budget_speech_asks_for_no_money_and_a_network_has_a_length() -> None:
    assert understand("What share of workers was foreign as of the 2013 budget?").unit_class == "percent"
    assert understand("How many lines did it open, per the 2013 budget?").unit_class == ""
    assert understand("How long was the metro network in 2019?").unit_class != "time"
    assert understand("How long was the strike in 2019?").unit_class == "time"
    assert understand("外籍工人要交多少人头税？").unit_class == "money"
    assert understand("云栖2020年GDP会缩水多少？").kinds == ("growth",)


@pytest.mark.parametrize(
    ("question", "unit_class", "kinds"),
    [
        ("十年要花多少钱翻新地铁网？", "money", ()),
        ("超出比例的工人要交多少人头税？", "money", ()),
        ("补贴占收入多少？", "percent", ("share",)),
        # Money is what it speaks of, and not what it asks for.
        ("搞科研花的钱增长多少？", "percent", ("growth",)),
        ("财政花的钱里有多大比例用在百姓身上？", "percent", ("share",)),
        ("有多少低薪国人能领到？", "people", ()),
        # The tax went down to a rate, or to an amount.
        ("娱乐税降到多少？", "", ()),
        ("How many homes did the board build?", "count", ()),
        ("How many fewer nurses were there in 2031 than a year earlier?", "people", ("change",)),
        ("How much less rice did the county sell in 2031 than in the year before?", "count", ("change",)),
        ("By how much did the harbour's takings rise, in yuan?", "money", ("change",)),
        ("那位退休比例高的职工能攒下多少公积金？", "money", ()),
        ("小店能享受多少的税务扣除？", "", ()),
        ("How much longer will the line be?", "percent", ("growth",)),
    ],
)
def test_the_asking_words_go_before_what_else_a_question_speaks_of(
    question: str, unit_class: str, kinds: tuple[str, ...]
) -> None:
    need = understand(question)
    assert (need.unit_class, need.kinds) == (unit_class, kinds)


@pytest.mark.parametrize(
    ("question", "unit", "unit_class", "kinds"),
    [
        ("2023年出口额想长多少？", "", "", ("growth", "change")),
        ("2023年茶叶比2022年多采了多少？", "", "", ("growth", "change")),
        ("2023年办事时间缩短了百分之几？", "", "percent", ("growth",)),
        ("2023年修路的钱是多少？", "", "money", ()),
        ("2023年有多少个家庭？", "户", "people", ()),
        ("不到几分之几个世纪？", "", "percent", ()),
        ("新厂把产值增速往上拉了多少？", "", "points", ("growth", "change")),
        ("2023年产值过了什么大关？", "", "money", ()),
    ],
)
def test_everyday_words_of_change_and_amount_are_read(question: str, unit: str, unit_class: str, kinds: tuple[str, ...]) -> None:
    need = understand(question)
    assert (need.task, need.unit, need.unit_class, need.kinds) == ("figure", unit, unit_class, kinds)


@pytest.mark.parametrize(
    ("question", "unit_class", "kinds"),
    [
        ("How big a slice of the harbour's outlay went to dredging?", "percent", ("share",)),
        ("By what percentage did the outlay on dredging go up?", "percent", ("growth",)),
        ("How much of the islanders' money was lent at the zero rate?", "money", ()),
        ("How many piers does the Steady Growth Scheme pay for?", "", ()),
    ],
)
def test_what_english_asking_words_and_names_tell(question: str, unit_class: str, kinds: tuple[str, ...]) -> None:
    need = understand(question)
    assert (need.unit_class, need.kinds) == (unit_class, kinds)


def test_several_years_are_no_question_and_a_provision_no_plan() -> None:
    assert understand("要分好几年摊的费用还剩多少？").unit_class != "time"
    assert understand("计提的坏账准备有多少？").status is None
    assert understand("准备修多少公里路？").status == "target"


@pytest.mark.parametrize(
    "question",
    [
        "What gap did the harbour expect for 2031?",
        "What was the harbour planning to spend on piers?",
        "How many piers was the fund meant to repair?",
    ],
)
def test_what_was_expected_or_planned_in_english_is_an_aim(question: str) -> None:
    assert understand(question).status == "target"


@pytest.mark.parametrize("question", ["支出完成了预算的多少？", "产量只有计划的多少，缺口在哪？"])
def test_a_part_of_a_plan_is_asked_for_in_percent(question: str) -> None:
    assert understand(question).unit_class == "percent"


@pytest.mark.parametrize(
    ("question", "unit", "unit_class"),
    [
        ("2023年船票涨了几个百分点？", "", "percent"),
        ("2023年准点率涨了几个百分点？", "百分点", "points"),
        ("2023年产值增速比上年快几个百分点？", "百分点", "points"),
        # People get jobs, and jobs are counted.
        ("2024年要多出多少个工作岗位？", "", ""),
    ],
)
def test_points_and_jobs_are_read_as_people_say_them(question: str, unit: str, unit_class: str) -> None:
    need = understand(question)
    assert (need.unit, need.unit_class) == (unit, unit_class)


@pytest.mark.parametrize(
    ("question", "status"), [("盼着修几座桥？", "target"), ("想培养几个船工？", "target"), ("我想知道修了几座桥？", None)]
)
def test_who_wants_something_asks_for_an_aim(question: str, status: str | None) -> None:
    assert understand(question).status == status


@pytest.mark.parametrize(
    ("question", "task", "unit_class"),
    [
        ("What did old sailors have to chip in?", "figure", "money"),
        ("What's the bill for the new pier?", "figure", "money"),
        ("What's the most parents of kids who are ill will be charged?", "figure", "money"),
        ("What will it set the town back?", "figure", "money"),
        ("How dear is a berth?", "figure", "money"),
        ("How much was put aside for the pier?", "figure", "money"),
        ("How much does a family save each year?", "figure", "money"),
        ("What does the grant for sailors go up to?", "figure", "money"),
        ("How long can a new dad stay home?", "figure", "time"),
        ("How long did it take to build the bridge?", "figure", "time"),
        ("How much leave do new dads get?", "figure", "time"),
        ("How many kids were born?", "figure", "people"),
        ("How high did unemployment get?", "figure", "percent"),
        ("船票一共要掏多少？", "figure", "money"),
        ("船税改了以后能多收多少？", "figure", "money"),
        ("What is the new ferry called?", "text", ""),
        ("What is the purpose of the toll?", "text", ""),
        ("In 2031 who was harbour master?", "text", ""),
    ],
)  # fmt: skip
def test_everyday_ways_of_asking_for_an_amount(question: str, task: str, unit_class: str) -> None:
    need = understand(question)
    assert (need.task, need.unit_class or "") == (task, unit_class)


def test_how_long_a_line_is_is_a_length() -> None:
    assert understand("How long was the metro in 2031, and how long should it get by 2035?").unit == "公里"
    assert understand("How far does the new line run?").unit == "公里"
