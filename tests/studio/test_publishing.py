"""Texts to publish a film with: asked of its writer, kept with it, in words that the film itself gives."""

import asyncio
from pathlib import Path

import pytest

from reelwright import ScenarioWriter, Settings, Studio
from reelwright.errors import BadInput, ReplyUnreadable
from reelwright.film.film import FilmStatus
from reelwright.film.publishing import Publishing
from reelwright.prompts.render import render
from reelwright.stages.suggest_publishing import read_publishing

SCENE = "An old monk sweeps the courtyard of a temple at dawn. A young traveller climbs the steps and bows."


def test_a_film_gets_its_texts(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")

    async def published() -> None:
        async with ScenarioWriter(settings=settings) as writer:
            made = await writer.write(SCENE, 3, "mystic", mood="serene")
        async with Studio(settings) as studio:
            texts = await studio.publish(made.film_id)
            assert await studio.publish(made.film_id[:6]) == texts
            film = await studio.find(made.film_id)
            story = await studio.make("Artisan coffee", until="story")  # type: ignore[arg-type]  # as a program may write it
            with pytest.raises(BadInput, match="has no shots yet"):
                await studio.publish(story.film_id)
        assert film.publishing == texts
        assert film.status is FilmStatus.COMPLETED
        assert texts.title == made.title
        assert "monk" in texts.description
        assert {"temple", "monk", "traveller"} & set(texts.tags)
        assert len(set(texts.tags)) == len(texts.tags) <= 12
        assert "flute" in texts.soundtrack_mood

    asyncio.run(published())


def test_answers_are_made_fit_or_refused() -> None:
    texts = Publishing(
        title="A " * 49, description="One\n two.", tags=("#Rain!", "rain", "Neon City"), soundtrack_mood=" a "
    )
    read = read_publishing(texts)
    assert len(read.title) <= 70
    assert (read.description, read.tags, read.soundtrack_mood) == ("One two.", ("rain", "neon city"), "a")
    for wrong, said in (
        ({"description": "Look: https://x.example"}, "description: it holds 'https://x.example'"),
        ({"title": "<b>Rain</b>"}, "title: it holds '<b>'"),
        ({"tags": ("##", "!")}, "tags: none of them"),
    ):
        with pytest.raises(ReplyUnreadable, match=said):
            read_publishing(texts.model_copy(update=wrong))


def test_the_prompt_asks_strictly() -> None:
    with pytest.raises(Exception, match="takes"):
        render("suggest_publishing", task=None)
