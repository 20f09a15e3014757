"""The folder for work in progress: what killed processes left there is deleted."""

import shutil
import time

from reelwright.settings import Settings

_OLD_S = 24 * 3600.0


def clear_scratch(settings: Settings) -> None:
    """Deletes leftovers: all where the home's lock keeps others out, else what is a day old."""
    scratch = settings.home / "scratch"
    if not settings.is_shared:
        shutil.rmtree(scratch, ignore_errors=True)
        return
    for left in scratch.glob("*"):
        try:
            is_old = time.time() - left.stat().st_mtime > _OLD_S
        except OSError:
            continue
        if is_old:
            shutil.rmtree(left, ignore_errors=True)
