"""Which film a worker makes next: those that wait, and those whose process is gone. Every look is a full one."""

from contextlib import suppress

from reelwright.store.leases import Claimed, LeaseStore, Waiting
from reelwright.workflows.engine import forget_queue


class Supervisor:
    """Decides for one worker. Several on one database never take the same film: the store settles who was first.

    Args:
        leases: Who is at work.
        most: How many films the worker makes at once.
    """

    def __init__(self, leases: LeaseStore, most: int) -> None:
        self._leases, self._most = leases, most
        self._left_before: set[str] = set()

    def look(self, at_work: int) -> tuple[Claimed, ...]:
        """Takes what the worker should make besides the films it makes already.

        A film whose process is gone is taken also by a worker that has no place left, if nobody else took it since the
        last look. A film under which several processes died, and that got no further meanwhile, is made alone, and
        nothing new is begun before it, so that it takes no other film down with it.
        """
        for gone in self._leases.sweep():
            with suppress(Exception):  # nobody looks at the queue any more; it only takes up a row
                forget_queue(gone)
        waiting = self._leases.waiting()
        left = {film.film_id for film in waiting if film.was_begun}
        overdue, self._left_before = left & self._left_before, left
        suspects = [film for film in waiting if film.is_suspect]
        if suspects and at_work == 0:
            return self._taken(suspects[:1])
        places = self._most - at_work
        begun = [film for film in waiting if film.was_begun and not film.is_suspect]
        first = [film for place, film in enumerate(begun) if place < places or film.film_id in overdue]
        queued = [] if suspects else [film for film in waiting if not film.was_begun]
        return self._taken([*first, *queued[: max(0, places - len(first))]])

    def _taken(self, films: list[Waiting]) -> tuple[Claimed, ...]:
        taken = (self._leases.take(film.film_id) for film in films)
        return tuple(claimed for claimed in taken if claimed is not None)
