"""What may be uploaded: how large, how many, which kinds."""

from dataclasses import dataclass

from corpus.readers import endings

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one upload: bytes of a file and of a draft, files and bytes of all that is sent at once, space that stays free."""

    file_bytes: int = 200 * MEGABYTE
    draft_bytes: int = 20 * MEGABYTE
    files: int = 2_000
    batch_bytes: int = 4_096 * MEGABYTE
    free_bytes: int = 500 * MEGABYTE


DRAFT_KINDS = frozenset({".docx", ".md", ".txt"})


def report_kinds() -> frozenset[str]:
    """Return the endings of files that can be read as reports, archives of them included."""
    return endings() | {".zip"}
