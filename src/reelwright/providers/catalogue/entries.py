"""Reads files of entries, ``[[model]]`` or ``[[price]]``: those that ship with us, and a person's own."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from pydantic import ValidationError

from reelwright.errors import ConfigurationError


@dataclass(frozen=True)
class Entry:
    """One table of a file, as it is written there."""

    given: dict[str, Any]
    where: str
    """The file."""
    hint: str
    setting: str

    def wrong(self, said: str) -> ConfigurationError:
        """What is wrong with it, with file and entry named."""
        name = f"{self.given.get('provider', '?')}:{self.given.get('model', '?')}"
        return ConfigurationError(f"{self.where}: {name}: {said}", hint=self.hint, setting=self.setting)


@dataclass(frozen=True)
class EntryFile:
    """A kind of file.

    Args:
        name: What ours and the person's are called: ``models.toml``.
        table: What its entries are called: ``model``.
        hint: What an entry looks like.
    """

    name: str
    table: str
    hint: str

    def shipped(self) -> Sequence[Entry]:
        """Our entries."""
        text = files("reelwright.providers.catalogue").joinpath(self.name).read_text("utf-8")
        return self._entries(text, self.name)

    def own(self, home: Path | None) -> Sequence[Entry]:
        """The entries that a person wrote in the studio's home; none where there is no file.

        Raises:
            ConfigurationError: If the file cannot be read, or holds something else than entries.
        """
        path = home / self.name if home else None
        if path is None or not path.is_file():
            return ()
        try:
            text = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as problem:
            hint = "Correct the file, or move it away."
            raise ConfigurationError(f"{path} cannot be read: {problem}", hint=hint) from None
        return self._entries(text, str(path))

    def _entries(self, text: str, where: str) -> Sequence[Entry]:
        """Names that no entry has are refused, lest a slip of the pen makes a model free."""
        try:
            read = tomllib.loads(text, parse_float=Decimal)
        except tomllib.TOMLDecodeError as problem:
            raise ConfigurationError(f"{where} is no TOML: {problem}", hint=self.hint) from None
        given: object = read.get(self.table, [])
        others = [name for name in read if name != self.table]
        entries = cast(list[object], given) if isinstance(given, list) else [None]
        if others or not all(isinstance(one, dict) for one in entries):
            said = f"{where} holds {[*others, self.table][0]!r}; it may hold tables [[{self.table}]] alone"
            raise ConfigurationError(said, hint=self.hint)
        return [Entry(cast(dict[str, Any], one), where, self.hint, f"{self.table}s") for one in entries]


def fault_of(problem: ValidationError) -> tuple[str, str]:
    """The first field that is wrong, and what is said of its value."""
    first = problem.errors(include_url=False)[0]
    value = str(first["input"]) if isinstance(first["input"], Decimal) else repr(first["input"])
    return ".".join(map(str, first["loc"])), f"is {value}: {first['msg'].removeprefix('Value error, ')}"
