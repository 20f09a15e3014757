"""A film from a person's shot list, honoured exactly."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from reelwright.crew import open_vault
from reelwright.errors import BadInput, NotFound
from reelwright.film.asset import Asset
from reelwright.film.brief import Brief
from reelwright.film.film import Film
from reelwright.film.shot import Shot
from reelwright.media.own_track import check_track
from reelwright.settings import Settings
from reelwright.stages.stage_shot import stage_shots
from reelwright.wire import SuppliedShots, read_shot_list

MAX_SHOT_LIST_BYTES = 4_000_000
_FILE_HINT = "A film's folder holds its shots.json."
_RIGHTS = "Look whether you may read it: `ls -l` shows its rights. A film's folder holds its shots.json."


def film_from_list(path: Path, film_id: str) -> tuple[Film, tuple[Shot, ...]]:
    """The film and its shots, with the staging read from the words where nobody set it.

    Raises:
        NotFound: If there is no such file.
        BadInput: If it is no shot list; names the field.
    """
    read = read_shot_list(text_of(path, _FILE_HINT))
    setting = read.story.setting if read.story else ""
    shots = stage_shots(read.shots, read.subject, read.brief, setting=setting, template=read.template, cast=read.cast)
    film = Film(
        id=film_id,
        brief=read.brief,
        choice=read.choice,
        story=read.story,
        markers=read.markers,
        cast=read.cast,
        soundtrack_mood=read.soundtrack_mood,
        cut_plan=read.plan,
        supplied_shots=True,
        notes=(*_lost_splices(read), *_strangers(read)),
        created_at=datetime.now(UTC),
    )
    return film, shots


def _lost_splices(read: SuppliedShots) -> tuple[str, ...]:
    """Says that dissolves were left out because shots were added or deleted."""
    given = read.cut_plan.splices if read.cut_plan else ()
    if not any(splice.frame_count for splice in given[1:-1]) or len(given) == len(read.shots) + 1:
        return ()
    return (
        f"`cut_plan.splices` has {len(given)} entries, {len(read.shots)} shots need {len(read.shots) + 1}: all shots "
        "are joined by straight cuts; opening, end and cards stay.",
    )


def _strangers(read: SuppliedShots) -> tuple[str, ...]:
    """Names characters that shots show and the list does not describe, where it describes others."""
    known = [one.name for one in read.cast]
    named = {name: shot.number for shot in reversed(read.shots) for name in shot.characters if name not in known}
    if not known:
        return ()
    there = ", ".join(known)
    return tuple(
        f"shot {number} shows {name!r}, whom the list does not describe (it describes {there})."
        for name, number in sorted(named.items(), key=lambda found: found[1])
    )


def text_of(path: Path, hint: str) -> str:
    """A text file of a person, of a bearable size; ``hint`` says which file it should be.

    Raises:
        NotFound: If there is none.
        BadInput: If it cannot be read as text.
    """
    try:
        if path.stat().st_size > MAX_SHOT_LIST_BYTES:
            raise BadInput(
                f"{str(path)!r} has {path.stat().st_size} bytes; at most {MAX_SHOT_LIST_BYTES} are read",
                hint=f"Is this the right file? {hint}",
            )
        # Some editors begin a file with a byte order mark.
        return path.read_text("utf-8-sig")
    except FileNotFoundError as problem:
        raise NotFound(f"there is no file {str(path)!r}", hint=hint) from problem
    except IsADirectoryError as problem:
        raise BadInput(f"{str(path)!r} is a folder", hint=f"Name the file: {path / 'shots.json'}") from problem
    except (OSError, UnicodeDecodeError) as problem:
        said = "it is no UTF-8 text" if isinstance(problem, UnicodeDecodeError) else problem.strerror or str(problem)
        next_step = "Save it as UTF-8, or name another file." if isinstance(problem, UnicodeDecodeError) else _RIGHTS
        raise BadInput(f"cannot read {str(path)!r}: {said}", hint=next_step) from problem


def with_track(settings: Settings, brief: Brief, track: str | Path | Asset) -> Brief:
    """The brief with a person's own music, which is copied into the media store.

    Raises:
        BadInput: If the film wants no music, or the file is none.
    """
    if not brief.wants_music:
        raise BadInput("a film without music has no track of your own", hint="Leave out --music or --no-music.")
    if isinstance(track, Asset):
        return brief.model_copy(update={"music": track})
    media_type = check_track(track)
    with open_vault(settings) as vault, TemporaryDirectory() as aside:
        copied = Path(shutil.copyfile(track, Path(aside) / "track"))
        return brief.model_copy(update={"music": vault.media.put(copied, media_type)})
