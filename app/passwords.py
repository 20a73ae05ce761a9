"""Who may use a served page: names with hashed passwords, one a line of a file, checked in constant time."""

import base64
import hashlib
import hmac
import os
import re
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import WenjuError

# One of the settings of equal strength that the OWASP Password Storage Cheat Sheet lists for scrypt; 32 MB and about a quarter of a second.
_COST, _BLOCK, _PARALLEL = 2**15, 8, 3
_MEMORY = 128 * 2**20
_SALT_BYTES, _HASH_BYTES = 16, 32
LONGEST_PASSWORD, SHORTEST_PASSWORD = 1024, 8
_NAME = re.compile(r"[^\s:#]{1,64}")
_LINE = re.compile(r"scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9_-]{16,86})\$([A-Za-z0-9_-]{32,86})")


class PasswordError(WenjuError):
    """A name, a password or a file of accounts that cannot be used."""


@dataclass(frozen=True, slots=True)
class _Hashed:
    cost: int
    block: int
    parallel: int
    salt: bytes
    digest: bytes


class Accounts:
    """Who may sign in: names with their hashed passwords."""

    def __init__(self, hashed: Mapping[str, _Hashed]) -> None:
        self._hashed = dict(hashed)
        # An unknown name costs what a known one costs, so that the time does not tell who is there.
        self._nobody = _Hashed(_COST, _BLOCK, _PARALLEL, secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_HASH_BYTES))
        self._one_at_a_time = threading.Lock()

    def __len__(self) -> int:
        return len(self._hashed)

    def allow(self, name: str, password: str) -> bool:
        """Tell whether the password is that of the name; hashes one password at a time, so that many tries do not fill the memory."""
        known = self._hashed.get(name)
        against = known or self._nobody
        with self._one_at_a_time:
            digest = _derive(password[:LONGEST_PASSWORD], against)
        return hmac.compare_digest(digest, against.digest) and known is not None


def read_accounts(path: Path) -> Accounts:
    """Read a file of accounts, a line each as `account_line` writes it; # begins a comment. Raises PasswordError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = (error.strerror if isinstance(error, OSError) else None) or error
        raise PasswordError(
            f"{path}: the accounts cannot be read ({why}); make them with: wenju password NAME >> {path}"
        ) from error
    hashed: dict[str, _Hashed] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        name, _, rest = line.strip().partition(":")
        found = _read_hash(rest)
        if not _NAME.fullmatch(name) or found is None:
            raise PasswordError(
                f"{path}, line {number}: not a name and a hashed password; make the line with: wenju password NAME"
            )
        if name in hashed:
            raise PasswordError(f"{path}, line {number}: the name {name} is there twice; keep one of the lines")
        hashed[name] = found
    if not hashed:
        raise PasswordError(f"{path}: no account in it; add one with: wenju password NAME >> {path}")
    return Accounts(hashed)


def account_line(name: str, password: str) -> str:
    """Return the line of a file of accounts for a name and its password. Raises PasswordError for one that cannot be used."""
    if not _NAME.fullmatch(name):
        raise PasswordError(f"{name!r} is no name for an account: 1 to 64 characters without spaces, colon and #")
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise PasswordError(
            f"the password has {len(password)} characters: give one of {SHORTEST_PASSWORD} to {LONGEST_PASSWORD:,}"
        )
    made = _Hashed(_COST, _BLOCK, _PARALLEL, os.urandom(_SALT_BYTES), b"")
    return f"{name}:scrypt${_COST}${_BLOCK}${_PARALLEL}${_encode(made.salt)}${_encode(_derive(password, made))}"


def _derive(password: str, hashed: _Hashed) -> bytes:
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=hashed.salt,
        n=hashed.cost,
        r=hashed.block,
        p=hashed.parallel,
        maxmem=_MEMORY,
        dklen=len(hashed.digest) or _HASH_BYTES,
    )


def _read_hash(text: str) -> _Hashed | None:
    found = _LINE.fullmatch(text.strip())
    if found is None:
        return None
    cost, block, parallel = (int(found[i]) for i in (1, 2, 3))
    # A power of two, no weaker than what we write and no heavier than the memory that we give it.
    if cost & (cost - 1) or cost < 2**14 or not 1 <= parallel <= 16 or not 0 < 128 * cost * block <= _MEMORY // 2:
        return None
    try:
        return _Hashed(cost, block, parallel, _decode(found[4]), _decode(found[5]))
    except ValueError:
        return None


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
