"""What a film asks for and will not show, told before anything is made."""

from reelwright.film.cut import Card
from reelwright.film.story import Subject
from reelwright.media.jobs import lettered_job
from reelwright.stages.name_unknown import name_unknown
from reelwright.workflows.engine import production, step
from reelwright.workflows.production import Production

_PLAIN_LETTERS = "\u024f"
"""Every typeface has what comes before; only later signs are looked up."""


@step("point out")
async def point_out(film_id: str) -> None:
    """Warns of what a person wrote into the staging that is not drawn, and of cards that cannot be lettered."""
    at_work = production(film_id)
    film = at_work.film(film_id)
    at_work.reporter.notes(film.notes)
    if film.supplied_shots and film.brief.models.image.partition(":")[0] == "builtin":
        subject = film.story.subject if film.story else Subject(type="none")
        setting = film.story.setting if film.story else ""
        template = film.choice.selected_template if film.choice else ""
        shots = at_work.shots(film_id)
        at_work.reporter.notes(
            name_unknown(shots, subject, film.brief, setting=setting, template=template, cast=film.cast)
        )
    for card in film.cut_plan.cards if film.cut_plan else ():
        await _point_out_letters(at_work, card)


async def _point_out_letters(at_work: Production, card: Card) -> None:
    for text in (card.heading, card.line):
        if max(text, default="") <= _PLAIN_LETTERS:
            continue
        kept: str = await at_work.crew.workshop.run(lettered_job, text)
        if kept != text:
            whole = "the whole card is left out" if text is card.heading else "it is left out"
            stays = f"{kept!r} stays" if kept else whole
            at_work.reporter.warning(
                f"The typefaces lack letters for {text!r} on the {card.kind} card; {stays}. They have Latin, Greek and "
                "Cyrillic ones: write it in those in `cut_plan.cards` of shots.json."
            )
