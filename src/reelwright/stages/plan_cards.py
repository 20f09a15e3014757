"""What is lettered over the first and the last shot, where and for how long."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from reelwright.film.brief import Brief
from reelwright.film.clock import frames_for
from reelwright.film.cut import Card
from reelwright.film.shot import Shot
from reelwright.film.story import Story
from reelwright.stages.choose_look import choose_look
from reelwright.stages.colors import rgb

TITLE_LEAD_S, TITLE_S, END_S = 0.5, 1.8, 2.0
_LONGEST_SHARE = 0.62
"""Of its shot that a card may take."""
_SERIF_TEMPLATES = ("teaser-reveal", "sensory-experience", "emotional-arc", "heros-journey")
Lettering = Literal["sans", "serif", "hand", "neon"]


def plan_cards(story: Story, shots: Sequence[Shot], brief: Brief, template: str) -> tuple[Card, ...]:
    """A title over the opening and, where something is offered, an end card with its name.

    An advertisement that still hides its product is not given away by its title.

    Args:
        story: With title, brand and call to action.
        shots: In order, staged, with frame counts.
        brief: For rate and look; a film that wants no cards gets none.
        template: Slug of the story template, which chooses the letters where the look does not.
    """
    if not brief.wants_cards:
        return ()
    look = choose_look(brief)
    lettering = _lettering(look, template, is_story=not story.brand)
    cards: list[Card] = []
    if not _gives_away(story, shots[0]):
        lead = frames_for(TITLE_LEAD_S, brief.rate)
        title = Card(
            kind="title",
            heading=_short(story.title, 60),
            lead_frames=lead,
            frame_count=_frames(TITLE_S, brief.rate, shots[0], lead),
            place=_free_side(shots[0]),
            lettering=lettering,
        )
        cards.append(_colored(title, look, shots[0]))
    if story.brand:
        count = _frames(END_S, brief.rate, shots[-1], 0)
        end = Card(kind="end", heading=story.brand, line=story.call_to_action, frame_count=count, lettering=lettering)
        cards.append(_colored(end, look, shots[-1]))
    return tuple(cards)


def _colored(card: Card, look: str, shot: Shot) -> Card:
    """The card in the colours of the look, or of the shot it lies over."""
    ink, ground, accent = _colors(look, shot)
    return card.model_copy(update={"ink": ink, "ground": ground, "accent": accent})


def _gives_away(story: Story, first: Shot) -> bool:
    """Whether the title names what the first shot does not show yet."""
    names = {word for word in story.brand.lower().split() if len(word) > 3}
    return not first.presence.product_visible and bool(names & set(story.title.lower().replace(":", " ").split()))


def _frames(wish_s: float, rate: Fraction, shot: Shot, lead: int) -> int:
    return max(1, min(frames_for(wish_s, rate), int(shot.frame_count * _LONGEST_SHARE), shot.frame_count - lead))


def _lettering(look: str, template: str, *, is_story: bool) -> Lettering:
    by_look: dict[str, Lettering] = {"noir": "serif", "paper": "hand", "neon": "neon"}
    return by_look.get(look, "serif" if is_story or template in _SERIF_TEMPLATES else "sans")


def _colors(look: str, shot: Shot) -> tuple[str, str, str]:
    """Ink, ground and accent: those of the look, else ground and accent from the shot's palette."""
    by_look = {
        "noir": ("#f3f0e8", "#08080a", "#b9853f"),
        "paper": ("#2a2622", "#f3ecdd", "#b4553b"),
        "neon": ("#ffffff", "#0b0718", "#ff3fa4"),
    }
    if look in by_look:
        return by_look[look]
    palette = sorted(shot.staging.palette, key=lambda color: sum(rgb(color)))
    if len(palette) < 3:
        return "#ffffff", "#120f18", "#e8b86b"
    return "#ffffff", palette[0], palette[-2]


def _free_side(shot: Shot) -> Literal["left", "centre", "right"]:
    """Opposite to whoever or whatever stands in the first shot; the middle where nothing does.

    Company stands near the lead, on the lead's side of the frame.
    """
    taken = [person.place for person in shot.staging.people[:1]]
    if shot.staging.product and shot.staging.product_place != "in hand":
        taken.append(shot.staging.product_place)
    if not taken:
        return "centre"
    if len(shot.staging.people) > 1:
        return "right" if taken[0] == "left" else "left"
    return "left" if "right" in taken and "left" not in taken else "right" if "right" not in taken else "centre"


def _short(text: str, most: int) -> str:
    """The text cut at a word."""
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0]
