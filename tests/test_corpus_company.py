import pytest

from corpus.company import CompanyReport, foreign_names, names_of_company, read_company

COMPANY = "云南云栖药业股份有限公司"


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        ([COMPANY, "2019 年年度报告"], "", CompanyReport(COMPANY, f"{COMPANY}2019年年度报告")),
        (
            ["公司代码：600000", f"{COMPANY}2019年半年度报告"],
            "公司简称：云南白栖",
            CompanyReport(COMPANY, f"{COMPANY}（云南白栖）2019年半年度报告"),
        ),
        ([COMPANY, "2019年年度报告"], "股票简称 | 云栖药业 | 股票代码", CompanyReport(COMPANY, f"{COMPANY}2019年年度报告")),
        (
            [COMPANY, "2019年年度报告"],
            "公司的外文名称（如有） | YUNNAN YUNQI PHARMACEUTICAL CO.,LTD.\n公司的外文名称缩写（如有） | YUNQI",
            CompanyReport(COMPANY, f"{COMPANY}（Yunnan Yunqi Pharmaceutical，Yunqi）2019年年度报告"),
        ),
        ([COMPANY, "招股说明书"], "", None),
        (["云栖县2019年年度报告"], "", None),
    ],
)
def test_a_periodic_report_names_its_company(lines: list[str], text: str, expected: CompanyReport | None) -> None:
    assert read_company(lines, text) == expected


def test_a_company_is_called_by_its_short_names() -> None:
    assert names_of_company(COMPANY, f"{COMPANY}（白栖药）2019年年度报告", ["云南"]) == (COMPANY, "云南云栖药业", "云栖药业")
    assert names_of_company(COMPANY, f"{COMPANY}（云南白栖）2019年年度报告", ["云南"])[-1] == "云南白栖"
    assert names_of_company("云栖县财政局", "云栖县财政局2019年度决算", ["云南"]) == ()


def test_a_company_is_called_by_its_english_names() -> None:
    title = f"{COMPANY}（白栖药，Yunnan Yunqi Pharmaceutical，Yunqi）2019年年度报告"
    assert foreign_names(title) == ("Yunnan Yunqi Pharmaceutical", "Yunqi Pharmaceutical", "Yunnan Yunqi", "Yunqi")
    assert foreign_names(f"{COMPANY}2019年年度报告") == ()
