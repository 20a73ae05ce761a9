"""The page over a real engine and a small store of its own, one of its reports hostile: for the tests of the tabs in a browser.

`python -m tests.tabs_server PORT FOLDER` makes the store in the folder and serves it.
"""

import sys
from pathlib import Path

from app.engine import Engine
from app.intake.job import Intake
from app.intake.limits import Limits
from app.web.server import serve
from index.encoders import open_encoder
from index.ingest import ingest
from tests.hostile import HOSTILE_REPORT

YEARLY = """青岚县{issued}年政府工作报告
——{issued}年1月在县人民代表大会会议上
一、{year}年工作回顾
全年城镇新增就业{jobs}万人，粮食产量达到{grain}万吨。城镇调查失业率{rate}%。
二、{issued}年目标任务
城镇新增就业{aim}万人以上，粮食产量稳定在30万吨以上。
"""
VALUES = {
    2019: ("1.05", "30.2", "5.1", "1.0"),
    2020: ("1.11", "30.6", "5.6", "1.1"),
    2022: ("1.19", "30.8", "5.4", "1.15"),
    2023: ("1.28", "31.6", "5.2", "1.2"),
}


def write_reports(folder: Path) -> Path:
    """Write four yearly reports and a hostile one."""
    folder.mkdir(parents=True)
    for year, (jobs, grain, rate, aim) in VALUES.items():
        text = YEARLY.format(issued=year + 1, year=year, jobs=jobs, grain=grain, rate=rate, aim=aim)
        (folder / f"青岚县{year + 1}年政府工作报告.txt").write_text(text, encoding="utf-8")
    (folder / "恶意报告.txt").write_text(HOSTILE_REPORT, encoding="utf-8")
    return folder


if __name__ == "__main__":
    port, place = int(sys.argv[1]), Path(sys.argv[2])
    encoder = open_encoder(None)
    ingest([write_reports(place / "工作报告")], place / "store", encoder)
    limits = Limits(file_bytes=8 * 2**20, draft_bytes=2**20, files=50, free_bytes=0)
    engine = Engine.open(place / "store", encoder)
    engine.follow_aside()
    serve(engine, port=port, intake=Intake(place / "store", lambda: encoder, limits, after=engine.catch_up))
