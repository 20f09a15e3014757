"""The front door: every command goes in here, and every error comes out as one message and one exit code."""

import os
import sys

import typer

from reelwright.cli.screen import Screen
from reelwright.errors import BadInput, Cancelled, ReelwrightError

_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""The command line parser's own complaint; Typer does not export it by name."""


def command_name() -> str:
    """What the person typed to come here: ``reelwright``, or ``python3 reel`` in a checkout."""
    return os.environ.get("REELWRIGHT_COMMAND", "reelwright")


def enter(arguments: list[str]) -> int:
    """Runs one command; returns its exit code."""
    from reelwright.cli.app import app

    screen = Screen(as_json="--json" in arguments, command=command_name())
    try:
        returned = app(args=arguments or ["--help"], prog_name=command_name(), standalone_mode=False, obj=screen)
        if returned == Cancelled.exit_code:  # what Typer makes of Ctrl-C
            return screen.cancelled()
        return returned if isinstance(returned, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return screen.cancelled()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 1
    except _UsageError as problem:
        return screen.error(_usage(problem, command_name()))
    except ReelwrightError as problem:
        return screen.cancelled(problem) if isinstance(problem, Cancelled) else screen.error(problem)
    except Exception as problem:
        if os.environ.get("REELWRIGHT_DEBUG"):
            raise
        return screen.error(ReelwrightError.wrap(problem))
    finally:
        sys.stdout.flush()


def _usage(problem: Exception, command: str) -> BadInput:
    """The parser's complaint as one of our errors, with the next step."""
    said = str(getattr(problem, "format_message", lambda: problem)()).strip()
    context = getattr(problem, "ctx", None)
    path = str(getattr(context, "command_path", command))
    hint = f"`{path} --help` shows what is allowed."
    if "unexpected extra argument" in said:
        hint = f'Put several words in quotes: `{path} "Artisan coffee that starts your morning right"`.'
    return BadInput(said[:1].lower() + said[1:].rstrip("."), hint=hint)
