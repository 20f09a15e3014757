"""House-keeping on request: what nothing needs any more is found, told and deleted, also beside films being made."""

import shutil
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reelwright.crew import Vault, open_vault
from reelwright.errors import Conflict
from reelwright.film.report import Cleaned
from reelwright.keepers import Kept
from reelwright.settings import Settings
from reelwright.store.leases import LeaseStore
from reelwright.store.leftovers import LeftoverStore, in_parts
from reelwright.workflows.lock import studio_lock
from reelwright.workflows.pruning import forget_queues, prune
from reelwright.workflows.rescue import Rescue

GRACE_S = 24 * 3600.0
"""A file that nothing names yet may belong to a call that is about to be written down; none takes a day for it."""
_FEW = 10


def clean(settings: Settings, *, days: float | None = None, dry_run: bool = False, sure: bool = False) -> Cleaned:
    """Deletes what nothing needs any more.

    Args:
        settings: Where it lies, and how long the engine's rows of ended films are kept.
        days: That time in days, if it is to be another one.
        dry_run: Only tells what would be deleted.
        sure: Deletes also when most of the media is named by no film here.

    Raises:
        Conflict: If most of the media would go: another database may be using the same place. Nothing was deleted.
        StorageError: If the database, the disk or the bucket fails.
    """
    before = datetime.now(UTC) - timedelta(days=settings.engine_days if days is None else days)
    with open_vault(settings) as vault, _alone(settings) as is_alone:
        garbage = _garbage(vault, settings.home, sure=sure or dry_run)
        leftovers = LeftoverStore(vault.database)
        pruned = prune(vault.database, before, dry_run=dry_run)
        said = Cleaned(
            is_dry_run=dry_run,
            films=pruned.films,
            engine_rows=pruned.rows,
            notes=leftovers.forget_notes(before, dry_run=dry_run),
            leases=_leases(vault, settings, dry_run=dry_run, is_alone=is_alone),
            scratch_bytes=_clear_scratch(settings, everything=is_alone, dry_run=dry_run),
        )
        if not dry_run:
            leftovers.forget_assets()
            garbage = [kept for kept in garbage if vault.media.collect(kept)]
    return said.model_copy(
        update={"media_files": len(garbage), "media_bytes": sum(kept.byte_count for kept in garbage)}
    )


@contextmanager
def _alone(settings: Settings) -> Generator[bool]:
    """Whether nobody else works in this home, which stays so meanwhile; on a shared database that is never certain."""
    with ExitStack() as held:
        is_alone = not settings.is_shared
        if is_alone:
            try:
                held.enter_context(studio_lock(settings.home, "clean"))
            except Conflict:
                is_alone = False
        yield is_alone


def _garbage(vault: Vault, home: Path, *, sure: bool) -> list[Kept]:
    """Files that were put in a day ago or earlier and that nothing names.

    A row is written after its file was put in, and putting in makes a file young again: so what is old and has no row
    now gets none without becoming young first, and then it is not collected.
    """
    youngest_s, leftovers = time.time() - GRACE_S, LeftoverStore(vault.database)
    there = list(vault.media.everything())
    named = Rescue(home / "rescued").named()
    for some in in_parts(there):
        named |= leftovers.named([kept.sha256 for kept in some])
    garbage = [kept for kept in there if kept.sha256 not in named and kept.put_at_s < youngest_s]
    if not sure and len(garbage) > max(_FEW, len(named)):
        raise Conflict(
            f"{len(garbage)} of {len(there)} media files belong to no film of {vault.database.name!r}",
            hint="Does another database keep media in the same place? If not, `reelwright clean --yes` deletes them.",
        )
    return garbage


def _leases(vault: Vault, settings: Settings, *, dry_run: bool, is_alone: bool) -> int:
    """Ends leases that have run out, and the engine's queues of processes that are gone; how many of both."""
    if not settings.is_shared and not is_alone:
        return 0
    ended = 0
    if settings.is_shared and not dry_run:
        ended = len(LeaseStore(vault.database, "", settings.lease_s).sweep())
    return ended + forget_queues(vault.database, dry_run=dry_run)


def _clear_scratch(settings: Settings, *, everything: bool, dry_run: bool) -> int:
    """Deletes what killed processes left of their work: all of it when nobody works, else what is a day old; bytes."""
    freed, oldest_s = 0, time.time() - GRACE_S
    for left in (settings.home / "scratch").glob("*"):
        with suppress(FileNotFoundError):
            if everything or left.stat().st_mtime < oldest_s:
                freed += _weight(left)
                if not dry_run:
                    shutil.rmtree(left, ignore_errors=True)
    return freed


def _weight(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(found.stat().st_size for found in folder.rglob("*") if found.is_file())
