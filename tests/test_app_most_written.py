"""Values that are compared are written alike where the reports let them be."""

from app.engine import Engine


def _report(year: int, grain: str) -> list[str]:
    return [
        f"{year}年澄江县政府工作报告",
        f"（{year}年1月9日）",
        f"一、{year - 1}年工作回顾",
        f"粮食总产量{grain}，茶园面积扩大。",
    ]


REPORTS = {
    "2031年澄江县政府工作报告.txt": _report(2031, "21.63万吨"),
    "2032年澄江县政府工作报告.txt": _report(2032, "21.82万吨"),
    "2033年澄江县政府工作报告.txt": _report(2033, "21.75万吨"),
    "澄江县2032年国民经济和社会发展统计公报.md": [
        "# 澄江县2032年国民经济和社会发展统计公报", "", "表1 2032年主要农产品产量", "",
        "| 产品 | 单位 | 产量 |", "|---|---|---:|", "| 粮食 | 吨 | 217500 |", "| 茶叶 | 吨 | 3460 |",
    ],
}  # fmt: skip


def test_the_values_of_all_years_are_written_in_one_scale(engine: Engine) -> None:
    first, compared = engine.ask("澄江县2030年到2032年哪一年的粮食产量最高？").answer.splitlines()[:2]
    assert first == "2031年最高：21.82万吨[1]。"
    assert "21.75万吨" in compared and "217500" not in compared
