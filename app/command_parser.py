"""The parser of the command: what is wrong in one line, and with each verb what it does and an example."""

import argparse
from typing import NoReturn

_EXAMPLES = {
    "ingest": "wenju ingest 报告/",
    "find": "wenju find 粮食总产量 --year 2023",
    "ask": "wenju ask 云栖县2023年新增就业多少人？",
    "check": "wenju check 云栖县2023年新增就业4000人。\n         wenju check --file 讲话稿.docx --out 核对结果.docx",
    "lint": "wenju lint samples/2024年云栖县政府工作报告.txt",
    "trend": "wenju trend 粮食产量 --place 云栖县 --from 2019 --plot 粮食产量.png",
    "list": "wenju list --json",
    "remove": "wenju remove samples/2024年云栖县政府工作报告.txt",
    "serve": "wenju serve --port 8000",
    "model": "wenju model\n         wenju model --llm http://localhost:8080/v1",
    "figures": "wenju figures 茶叶产量2.6万吨，增长4.1%。\n         wenju figures --value 8.46亿元",
    "password": "wenju password 张三 >> accounts.txt",
}


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong and where help is, and does not print its usage unasked."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with status 2."""
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def explain(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Give the help of each verb the line that the list of verbs has of it, and an example."""
    for listed in verbs._choices_actions:
        parser = verbs.choices[listed.dest]
        line = listed.help or ""
        parser.description = parser.description or f"{line[:1].upper()}{line[1:]}."
        if listed.dest in _EXAMPLES:
            parser.epilog = f"example: {_EXAMPLES[listed.dest]}"
            parser.formatter_class = argparse.RawDescriptionHelpFormatter
