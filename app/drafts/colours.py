"""The grounds of the verdicts in documents and sheets: pale, so that the figure on them reads well in print too."""

from app.verdict import Verdict

GROUNDS: dict[Verdict, str] = {"supported": "DDEEE3", "refuted": "F8D9D2", "not_found": "FAEDC6"}
