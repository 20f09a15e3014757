"""A cut: the assembled film, and the splices between its shots."""

from enum import StrEnum
from typing import Literal

from pydantic import Field, field_validator

from reelwright.film.asset import Asset
from reelwright.film.base import HexColor, Noun


class SpliceKind(StrEnum):
    """How one shot gives way to the next."""

    CUT = "cut"
    DISSOLVE = "dissolve"
    FADE_IN = "fade in"
    FADE_OUT = "fade out"


class Splice(Noun):
    """A boundary. A dissolve of 2n frames takes n spare frames from each side and adds nothing to the length."""

    kind: SpliceKind = SpliceKind.CUT
    frame_count: int = Field(default=0, ge=0, multiple_of=2)
    """Frames the transition lasts: centred on the boundary, or inside the film at its two ends."""


class Card(Noun):
    """Lettering that the cut lays over the opening or the closing shot; takes stay clean of it."""

    kind: Literal["title", "end"]
    """``title`` stands over the moving first shot, ``end`` over the softened picture that closes the film."""
    heading: str = Field(min_length=1, max_length=60)
    line: str = Field(default="", max_length=80)
    """Smaller, under the heading: what to do next."""
    lead_frames: int = Field(default=0, ge=0)
    """Frames from the film's start until a title begins; an end card ends with the film."""
    frame_count: int = Field(ge=1)
    place: Literal["left", "centre", "right"] = "centre"
    """Where a title stands, so that it leaves faces free."""
    lettering: Literal["sans", "serif", "hand", "neon"] = "sans"
    ink: HexColor = "#ffffff"
    ground: HexColor = "#120f18"
    """What the picture darkens (or, on paper, lightens) towards behind the letters."""
    accent: HexColor = "#e8b86b"
    """Of the rule between heading and line."""

    @field_validator("heading", "line", mode="before")
    @classmethod
    def _one_row(cls, text: object) -> object:
        """White space is folded and what has no shape goes, so that nothing empty is lettered."""
        if not isinstance(text, str):
            return text
        return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


class CutPlan(Noun):
    """``splices[0]`` opens the film, ``splices[i]`` stands before shot i, the last one closes it."""

    splices: tuple[Splice, ...] = Field(min_length=2)
    cards: tuple[Card, ...] = Field(default=(), max_length=2)

    def spare_frames(self, index: int) -> tuple[int, int]:
        """Spare frames (head, tail) that the take of shot ``index`` (from 0) must carry."""
        before, after = self.splices[index], self.splices[index + 1]
        return (
            before.frame_count // 2 if before.kind is SpliceKind.DISSOLVE else 0,
            after.frame_count // 2 if after.kind is SpliceKind.DISSOLVE else 0,
        )

    def fitted(self, shot_count: int) -> "CutPlan":
        """The plan for this many shots; where it was made for another number, only opening, end and cards stay."""
        if len(self.splices) == shot_count + 1:
            return self
        inner = (Splice(),) * (shot_count - 1)
        return self.model_copy(update={"splices": (self.splices[0], *inner, self.splices[-1])})

    def used_frames(self, index: int) -> tuple[int, int]:
        """Frames (at the beginning, at the end) of shot ``index`` itself that its splices take."""
        before, after = self.splices[index], self.splices[index + 1]
        return _used(before, SpliceKind.FADE_IN), _used(after, SpliceKind.FADE_OUT)


def _used(splice: Splice, fade: SpliceKind) -> int:
    if splice.kind is SpliceKind.DISSOLVE:
        return splice.frame_count // 2
    return splice.frame_count if splice.kind is fade else 0


def plain_cuts(shot_count: int) -> CutPlan:
    """Straight cuts everywhere: what a film without a plan gets."""
    return CutPlan(splices=(Splice(),) * (shot_count + 1))


class Cut(Noun):
    """The assembled film and what goes with it."""

    film: Asset
    captions_srt: Asset
    captions_vtt: Asset
    poster: Asset
    contact_sheet: Asset
    frame_count: int
    loudness_lufs: float | None
    true_peak_dbtp: float | None
    notes: tuple[str, ...] = ()
