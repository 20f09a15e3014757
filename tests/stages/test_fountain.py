"""Fountain screenplays: every element of the syntax, and shots that keep headings, speakers and words."""

from pathlib import Path

import pytest

from reelwright.errors import BadInput
from reelwright.film.brief import Brief, FilmKind
from reelwright.providers.builtin.writer.scene_people import describe_named
from reelwright.stages.fountain import plain_words, read_fountain
from reelwright.stages.screenplay_shots import screenplay_scenario

TEXT = (Path(__file__).parents[1] / "golden" / "screenplays" / "lighthouse.fountain").read_text("utf-8")
BRIEF = Brief(prompt="x", kind=FilmKind.SCENARIO, style="noir", mood="tense")


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in read_fountain(text).elements]


def test_the_whole_file() -> None:
    read = read_fountain(TEXT)
    assert read.title_page == {
        "title": "THE LIGHTHOUSE", "credit": "Written by", "author": "Nobody", "draft date": "11/21/2026",
    }  # fmt: skip
    scenes = [one for one in read.elements if one.kind == "scene"]
    assert [one.text for one in scenes] == ["EXT. HARBOUR - NIGHT", "BELOW THE LAMP", "INT. KITCHEN - DAWN"]
    assert scenes[0].scene_number == "1A"
    cues = [(one.text, one.extension, one.is_dual) for one in read.elements if one.kind == "character"]
    assert cues == [("MARA", "", False), ("OLD KEEPER", "O.S.", False), ("McAvoy", "", False), ("MARA", "", False),
                    ("McAVOY", "", True)]  # fmt: skip
    said = {one.kind for one in read.elements}
    assert said >= {"parenthetical", "transition", "section", "synopsis", "lyrics", "centred", "page break"}
    assert not any("Nothing of this" in one.text or "a note that" in one.text for one in read.elements)
    lines = TEXT.split("\n")
    assert all(one.text.split("\n")[0].strip("*_") in lines[one.line - 1] for one in scenes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("int. house - day\n\nHe sits.", [("scene", "int. house - day"), ("action", "He sits.")]),
        ("EST. CITY\n\nI/E. CAR - DAY", [("scene", "EST. CITY"), ("scene", "I/E. CAR - DAY")]),
        (".SNIPER SCOPE POV\n\n...and he waits", [("scene", "SNIPER SCOPE POV"), ("action", "...and he waits")]),
        ("INTERIOR thoughts are no heading.", [("action", "INTERIOR thoughts are no heading.")]),
        ("STEEL (beer raised)\nTo the future.", [("character", "STEEL"), ("dialogue", "To the future.")]),
        ("STEEL\n\nNo speech follows.", [("action", "STEEL"), ("action", "No speech follows.")]),
        ("@de la Cruz\nYes.", [("character", "de la Cruz"), ("dialogue", "Yes.")]),
        ("!SCANNING THE ROOM\nNothing.", [("action", "SCANNING THE ROOM\nNothing.")]),
        ("A\nOne.\n  \nTwo.", [("character", "A"), ("dialogue", "One.\n\nTwo.")]),
        ("A\nOne.\n(beat)\nTwo.",
         [("character", "A"), ("dialogue", "One."), ("parenthetical", "beat"), ("dialogue", "Two.")]),
        ("R2D2\nBeep.", [("character", "R2D2"), ("dialogue", "Beep.")]),
        ("23\nNot a name.", [("action", "23\nNot a name.")]),
        ("He goes.\n\nCUT TO:\n\nINT. X - DAY",
         [("action", "He goes."), ("transition", "CUT TO:"), ("scene", "INT. X - DAY")]),
        (">Burn to White.", [("transition", "Burn to White.")]),
        ("A /* cut\n\nout */ b [[note]] c.", [("action", "A"), ("action", " b  c.")]),
        ("", []),
    ],
)  # fmt: skip
def test_elements(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_title_pages_and_dual_dialogue() -> None:
    assert read_fountain("Title: A\nAuthor: B\n\nFADE IN:").title_page == {"title": "A", "author": "B"}
    assert read_fountain("INT. ROOM: BACK - DAY\n\nHe sits.").title_page == {}
    dual = read_fountain("A\nOne.\n\nB ^\nTwo.")
    assert [one.is_dual for one in dual.elements if one.kind == "character"] == [False, True]
    assert plain_words(r"_**so**_ *it* is \*kept\*, 2 * 3") == "so it is *kept*, 2 * 3"
    assert kinds("\ufeffINT. A\r\n\r\nHe sits.") == [("scene", "INT. A"), ("action", "He sits.")]


def test_shots_keep_every_word() -> None:
    made = screenplay_scenario(read_fountain(TEXT), BRIEF)
    said = " ".join(line.text for shot in made.shots for line in shot.dialogue)
    assert (
        "Then light it! Light the lamp, and keep it lit until the morning, and never, never again tell me that" in said
    )
    assert "I heard every word." in said
    assert [one.name for one in made.cast] == ["Mara", "Old Keeper", "McAvoy"]
    assert made.cast[0].description == "30s, soaked, a torn yellow raincoat"
    assert made.title == "THE LIGHTHOUSE"
    headings = list(dict.fromkeys(shot.scene_heading for shot in made.shots))
    assert headings == ["EXT. HARBOUR - NIGHT", "BELOW THE LAMP", "INT. KITCHEN - DAWN"]
    action = " ".join(shot.action_description for shot in made.shots)
    assert "MARA (30s, soaked, a torn yellow raincoat) throws a rope. It misses." in action
    assert [shot.slate for shot in made.shots if {line.speaker for line in shot.dialogue} == {"Mara", "McAvoy"}]
    unseen = next(shot for shot in made.shots if shot.dialogue and shot.dialogue[0].speaker == "Old Keeper")
    assert unseen.characters == ()
    shouted = next(shot for shot in made.shots if shot.dialogue)
    assert (shouted.dialogue[0].manner, shouted.characters) == ("shouting", ("Mara",))
    for before, shot in zip(made.shots, made.shots[1:], strict=False):
        assert (before.camera.framing, before.camera.angle) != (shot.camera.framing, shot.camera.angle)
        words = sum(len(line.text.split()) for line in shot.dialogue)
        assert 3 <= shot.frame_count / 24 <= 7
        assert words <= 13


def test_two_who_speak_at_once_share_a_shot() -> None:
    made = screenplay_scenario(read_fountain("INT. A - DAY\n\nANNA\nStop!\n\nBEN ^\nGo!"), BRIEF)
    assert [(line.speaker, line.text) for line in made.shots[0].dialogue] == [("Anna", "Stop!"), ("Ben", "Go!")]
    assert len(made.shots) == 1
    assert made.shots[0].characters == ("Anna", "Ben")


def test_nothing_to_film_is_said() -> None:
    with pytest.raises(BadInput, match="no action and no dialogue"):
        screenplay_scenario(read_fountain("# Act one\n\n= Nothing yet"), BRIEF)
    with pytest.raises(BadInput, match="at most 300"):
        screenplay_scenario(read_fountain("He goes.\n\n" * 301), BRIEF)


def test_what_a_screenplay_dresses_somebody_in_is_not_contradicted() -> None:
    looks = describe_named("Mara", "30s, a torn yellow raincoat", "noir", 3)
    assert looks.count("a torn yellow raincoat") == 2, "among the looks, and as it is written"
    assert "wool" not in looks
