"""Reports of two invented counties, as files and as values."""

from pathlib import Path

from corpus.figures.extract import extract_figures
from corpus.figures.period import Setting
from corpus.report import Metadata, Passage, Report, Section

WORK_2024 = """青岚县2024年政府工作报告
一、2023年工作回顾
（一）就业
全年城镇新增就业1.28万人，比上年多增900人。城镇调查失业率稳定在5.2%左右。
（二）农业
粮食总产量达到31.6万吨，连续八年增产。新建高标准农田2.4万亩。
二、2024年目标任务
城镇新增就业1.2万人以上，粮食产量稳定在31万吨以上。
"""
WORK_2023 = """青岚县2023年政府工作报告
一、2022年工作回顾
城镇新增就业1.19万人，农村劳动力转移就业2.3万人。粮食总产量30.8万吨。
二、2023年目标任务
城镇新增就业1.15万人以上，改造供水管网120公里。
"""
SCHOOLS = """白榆市2024年政府工作报告
一、2023年工作回顾
城镇新增就业8.6万人，完成年度任务的107.5%。新建中小学23所，新增学位2.1万个。
医疗床位达到每千人7.3张。
"""
FINANCE = """白榆市2023年财政决算报告
一般公共预算收入188.4亿元，增长6.3%。教育支出52.7亿元，占财政支出的21.4%。
"""

FILES = {
    "work/青岚县2024年政府工作报告.txt": WORK_2024,
    "work/青岚县2023年政府工作报告.txt": WORK_2023,
    "work/白榆市2024年政府工作报告.txt": SCHOOLS,
    "finance/白榆市2023年财政决算报告.txt": FINANCE,
}
_SETTING = Setting("other", 2024, "2023")
QINGLAN_2024, QINGLAN_2023, BAIYU_2024, BAIYU_FINANCE = FILES


def write_files(folder: Path, files: dict[str, str] = FILES) -> Path:
    """Write texts below a folder by key and return it."""
    for key, text in files.items():
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def make_report(key: str, *lines: str, metadata: Metadata | None = None, digest: str = "0") -> Report:
    """Make a report of one section whose passages are its lines."""
    passages, at = [], 0
    for line in lines:
        passages.append(Passage(at, at + len(line), line, 0))
        at += len(line) + 1
    text = "".join(f"{line}\n" for line in lines)
    figures = tuple(tuple(extract_figures(line, _SETTING)) for line in lines)
    return Report(
        key, digest, metadata or Metadata(key), text, "utf-8", 0, (Section((), 0, len(text)),), tuple(passages), figures
    )
