"""The exchange of cinematographer and critic as files that a person can read."""

import json
from pathlib import Path

from reelwright.errors import BadInput, StorageError
from reelwright.film.craft import GOOD_ENOUGH, Critique, Enhancement, Round

SUMMARY = "prompt_trace_summary.json"


def write_trace(folder: Path, made: Enhancement) -> tuple[Path, ...]:
    """Writes ``00_original_prompt.txt``, a file for each answer, ``final_enhanced_prompt.txt`` and the summary.

    Args:
        folder: A new or empty folder, or one that holds an earlier trace, which is replaced.
        made: The exchange.

    Raises:
        BadInput: If the folder holds anything else.
        StorageError: If it cannot be written.
    """
    check_trace_folder(folder)
    files = _files(made)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("[0-9][0-9]_*.txt"):
            old.unlink()
        for name, text in files.items():
            (folder / name).write_text(text.rstrip() + "\n", "utf-8")
    except OSError as problem:
        raise StorageError(f"cannot write the trace into {str(folder)!r}: {problem.strerror}") from problem
    return tuple(folder / name for name in files)


def check_trace_folder(folder: Path) -> None:
    """Refuses a folder that is not a trace's to write.

    Raises:
        BadInput: If it holds anything else.
    """
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / SUMMARY).is_file())):
        raise BadInput(
            f"{str(folder)!r} holds something else than a trace", hint="Name a new folder: --keep-trace DIR."
        )


def _files(made: Enhancement) -> dict[str, str]:
    files = {"00_original_prompt.txt": made.original}
    for one in made.rounds:
        files[f"{2 * one.number - 1:02d}_agent1_iteration_{one.number}.txt"] = one.prompt
        files[f"{2 * one.number:02d}_agent2_iteration_{one.number}.txt"] = _said(one.critique)
    files["final_enhanced_prompt.txt"] = made.final
    files[SUMMARY] = json.dumps(_summary(made), indent=2, ensure_ascii=False)
    return files


def _said(critique: Critique) -> str:
    lines = [f"Score: {critique.score:g} of 100, by {critique.critic} (version {critique.version})"]
    lines += [
        f"- {mark.criterion.value}: {mark.points}" + (f"; {mark.weak}" if mark.weak else "") for mark in critique.marks
    ]
    return "\n".join(lines)


def _summary(made: Enhancement) -> dict[str, object]:
    return {
        "film_id": made.film_id,
        "shot_id": made.shot_id,
        "original_score": made.original_critique.score if made.original_critique else None,
        "original_weak": _weak(made.original_critique) if made.original_critique else [],
        "iterations": [_iteration(one) for one in made.rounds],
        "max_iterations": made.max_rounds,
        "good_enough": GOOD_ENOUGH,
        "best_iteration": made.best.number if made.best else 0,
        "final_score": made.best.critique.score if made.best else None,
        "stopped_early": made.stopped_early,
        "fell_back": made.fell_back or None,
        "created_at": made.at.isoformat(),
    }


def _iteration(one: Round) -> dict[str, object]:
    return {
        "iteration": one.number,
        "score": one.critique.score,
        "agent1": one.writer,
        "agent2": one.critique.critic,
        "weak": _weak(one.critique),
    }


def _weak(critique: Critique) -> list[str]:
    return [f"{mark.criterion.value}: {mark.weak}" for mark in critique.weak]
