"""What is told about a film, and about the studio's health."""

from decimal import Decimal
from typing import Literal

from reelwright.film.base import Noun
from reelwright.film.film import Fallback
from reelwright.film.money import ShownUsd


class Authorship(Noun):
    """What one model wrote of a film."""

    model: str
    """``provider:model``."""
    stages: tuple[str, ...]
    """``template``, ``story``, ``shots``, ``pictures``..., in the order they were first asked for."""
    calls: int
    """Answers, with those that could not be used and those that another film has paid."""
    cost_usd: ShownUsd
    """What this film has paid for them."""


class Stop(Noun):
    """What stopped a film."""

    kind: str
    """The error's class, such as ``PaymentRequired``."""
    message: str
    hint: str = ""
    """The next step."""


class FilmReport(Noun):
    """What became of a film."""

    film_id: str
    status: str = "completed"
    """``queued``, ``processing``, ``waiting``, ``completed``, ``failed`` or ``cancelled``."""
    waits_after: str | None = None
    """The stage after which it waits for a person: ``story``, ``frames`` or ``takes``."""
    title: str
    template: str
    workflow_type: str
    """``multi_stage_story_driven``, or ``single_stage`` when one call wrote everything."""
    writers: tuple[Authorship, ...] = ()
    """Who wrote what."""
    stopped_by: Stop | None = None
    """What stopped it, where it has failed."""
    fallbacks: tuple[Fallback, ...] = ()
    """What stood in for what was wanted while it was made."""
    duration_s: float
    shots: int
    path: str | None
    """The output folder; None when no files were asked for."""
    cost_usd: ShownUsd
    """What it has cost so far, as far as it is known."""
    unknown_calls: int = 0
    """Calls that took money which nobody can name; they are not in the sum."""
    reserved_usd: ShownUsd = Decimal(0)
    """Set aside for calls under way or in doubt."""
    estimate_usd: ShownUsd = Decimal(0)
    """What it was expected to cost at the most."""
    cap_usd: ShownUsd | None = None
    """What it may cost in all; None is without limit."""
    elapsed_s: float
    """Wall time of this run."""
    warnings: tuple[str, ...]


class Check(Noun):
    """One finding of the doctor."""

    name: str
    state: Literal["passed", "degraded", "blocked"]
    message: str
    hint: str = ""


class Cleaned(Noun):
    """What house-keeping deleted, or would delete."""

    is_dry_run: bool
    films: int = 0
    """Completed and removed films whose engine rows went."""
    engine_rows: int = 0
    notes: int = 0
    """Rows about webhooks, starts of calls, pauses of providers and dead workers."""
    leases: int = 0
    """Leases that had run out, and queues of processes that are gone."""
    media_files: int = 0
    """Files that no film and no call names, a day old or older."""
    media_bytes: int = 0
    scratch_bytes: int = 0
    """What killed processes left of their work."""
