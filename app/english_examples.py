"""Questions in English to try, about measures that most reports in Chinese follow."""

from typing import TYPE_CHECKING

from app.examples import newest_figures, subject_of

if TYPE_CHECKING:
    from app.engine import Engine

_ENGLISH = {
    "地区生产总值": "gross domestic product",
    "国内生产总值": "gross domestic product",
    "一般公共预算收入": "general public budget revenue",
    "一般公共预算支出": "general public budget expenditure",
    "社会消费品零售总额": "total retail sales of consumer goods",
    "规模以上工业增加值": "value added of industry above designated size",
    "居民人均可支配收入": "per capita disposable income",
    "城镇居民人均可支配收入": "per capita disposable income of urban residents",
    "农村居民人均可支配收入": "per capita disposable income of rural residents",
    "城镇新增就业": "the number of new urban jobs",
    "城镇调查失业率": "the surveyed urban unemployment rate",
    "粮食产量": "grain output",
    "粮食总产量": "grain output",
    "常住人口": "the permanent population",
    "常住人口城镇化率": "the urbanisation rate",
    "森林覆盖率": "the forest coverage rate",
    "进出口总额": "the total value of imports and exports",
    "接待游客": "the number of tourists received",
    "旅游综合收入": "tourism revenue",
    "居民消费价格": "the rise of consumer prices",
}


def make_english_examples(engine: "Engine", n: int) -> tuple[str, ...]:
    """Return up to `n` questions; each is one that the engine answers with the figure that it was made from."""
    made: dict[str, str] = {}
    for figure in newest_figures(engine):
        name = _ENGLISH.get(subject_of(figure))
        if name and name not in made and figure.status == "actual":
            question = f"What was {name} in {figure.period}?"
            answer = engine.ask(question)
            if not answer.abstained and figure.text.strip() in answer.answer:
                made[name] = question
        if len(made) == n:
            break
    return tuple(made.values())
