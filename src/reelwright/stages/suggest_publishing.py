"""Texts to publish a film with, from what it shows and says."""

import re
from collections.abc import Sequence

from reelwright.errors import ReplyUnreadable
from reelwright.film.brief import FilmKind
from reelwright.film.clock import seconds
from reelwright.film.film import Film
from reelwright.film.publishing import Publishing, SuggestPublishingInputs
from reelwright.film.shot import Shot
from reelwright.ports import TextRequest
from reelwright.prompts.render import render
from reelwright.prompts.scenes import style_named
from reelwright.stages.choose_look import choose_look

PUBLISHING_TOKENS = (420, 190)
"""What it is asked with and answered with, for a film of a few shots."""
_MOST_SHOTS, _MOST_TITLE = 12, 70


def suggest_publishing_request(film: Film, shots: Sequence[Shot], *, complaint: str = "") -> TextRequest[Publishing]:
    """Ask for title, description, tags and the mood of the music.

    Args:
        film: With its story, if it has one.
        shots: What it shows, at least one.
        complaint: What was wrong with the last answer.
    """
    brief, story = film.brief, film.story
    style = style_named(brief.style) if brief.style else None
    inputs = SuggestPublishingInputs(
        title=film.title,
        prompt=brief.prompt[:600],
        is_ad=brief.kind is FilmKind.AD and bool(story and story.brand),
        brand=story.brand if story else "",
        logline=story.narrative.logline if story else "",
        said=tuple(shot.spoken for shot in shots if shot.spoken)[:_MOST_SHOTS],
        shown=tuple(shot.action_description[:200] for shot in shots[:_MOST_SHOTS]),
        places=tuple(dict.fromkeys(shot.staging.setting.replace("_", " ") for shot in shots)),
        style=brief.style or choose_look(brief),
        mood=brief.mood or next((shot.emotional_tone for shot in reversed(shots) if shot.emotional_tone), ""),
        soundtrack=film.soundtrack_mood or (style.soundtrack if style else ""),
        duration_s=seconds(sum(shot.frame_count for shot in shots), brief.rate),
    )
    prompt = render("suggest_publishing", task=inputs, complaint=complaint)
    return TextRequest("suggest_publishing", inputs, prompt, Publishing, brief.film_seed, PUBLISHING_TOKENS[1])


def read_publishing(output: Publishing) -> Publishing:
    """The texts, made fit to be used: tags without signs and repeats, a title that platforms show whole.

    Raises:
        ReplyUnreadable: If a text holds an address or mark-up, or no tag is left.
    """
    for name in ("title", "description"):
        found = re.search(r"https?://\S+|<[a-z/!][^>]*>", getattr(output, name), re.IGNORECASE)
        if found:
            raise ReplyUnreadable(f"{name}: it holds {found[0][:60]!r}; no addresses and no mark-up")
    tags = dict.fromkeys(" ".join(re.sub(r"[^\w\s-]", " ", tag.lower()).split())[:30].strip() for tag in output.tags)
    kept = tuple(tag for tag in tags if tag)
    if not kept:
        raise ReplyUnreadable("tags: none of them holds a word")
    return Publishing(
        title=_short(" ".join(output.title.split()), _MOST_TITLE),
        description=" ".join(output.description.split()),
        tags=kept[:15],
        soundtrack_mood=" ".join(output.soundtrack_mood.split()),
    )


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most + 1].rsplit(" ", 1)[0].rstrip(" ,;:-")
