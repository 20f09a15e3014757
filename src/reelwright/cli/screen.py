"""What is shown: results on standard output, everything else on standard error, and JSON when a program asks."""

import json
import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import IO, Any

from reelwright.errors import Cancelled, ReelwrightError


class Screen:
    """One command's output.

    Args:
        as_json: Print one JSON object on standard output and nothing else there; then even what a library or a child
            process prints goes to standard error.
        command: The name of the command as the person types it.
    """

    def __init__(self, *, as_json: bool, command: str) -> None:
        self.as_json = as_json
        self.command = command
        self.film_id = ""
        """The film that is being made, for the message when a person stops it."""
        self._stopped = threading.Lock()
        self._out: IO[str] = sys.stdout
        if as_json:
            self._out = _keep_stdout()

    @property
    def is_live(self) -> bool:
        """Whether a person is watching standard error."""
        return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def result(self, value: Mapping[str, Any], show: Callable[[], None]) -> None:
        """The command's result: ``value`` for a program, or what ``show`` prints for a person."""
        if self.as_json:
            self._out.write(json.dumps(value) + "\n")
            self._out.flush()
        else:
            show()

    def line(self, value: Mapping[str, Any]) -> None:
        """One JSON object of many, on a line of its own, at once."""
        self._out.write(json.dumps(value) + "\n")
        self._out.flush()

    def say(self, text: str = "") -> None:
        """A line of the result for a person."""
        self._out.write(self._named(text) + "\n")

    def note(self, text: str) -> None:
        """A line beside the result."""
        sys.stderr.write(self._named(text) + "\n")
        sys.stderr.flush()

    def error(self, problem: ReelwrightError) -> int:
        """Tells what went wrong and what to do next; returns the exit code."""
        if self.as_json:
            self._out.write(json.dumps({"error": problem.to_json()}) + "\n")
            self._out.flush()
        self.note(f"error: {problem.message}")
        if problem.hint:
            self.note(f"  next: {problem.hint}")
        if self.film_id and self.film_id not in problem.hint and problem.exit_code not in (2, 130):
            self.note(f"  What was made is kept: `reelwright resume {self.film_id}` goes on from there.")
        return problem.exit_code

    def cancelled(self, told: Cancelled | None = None) -> int:
        """Says, once, that a person stopped it and how to go on; returns the exit code."""
        if not self._stopped.acquire(blocking=False):
            return Cancelled.exit_code
        problem = told or Cancelled("stopped")
        if self.film_id and not problem.hint:
            hint = f"Nothing is lost: `reelwright resume {self.film_id}` goes on from there."
            problem = Cancelled(problem.message, hint=hint, film_id=self.film_id)
        return self.error(problem)

    def table(self, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
        """A plain table; as wide as the terminal, or as its contents need in a pipe."""
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*columns, box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        Console(file=self._out, width=None if self._out.isatty() else 200).print(table)

    def _named(self, text: str) -> str:
        """The commands in a text as the person types them."""
        return text.replace("`reelwright ", f"`{self.command} ")


def _keep_stdout() -> IO[str]:
    """Standard output for us alone; everyone else's file descriptor 1 becomes standard error."""
    sys.stdout.flush()
    try:
        own = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
    except OSError:
        return sys.stdout
    return own
