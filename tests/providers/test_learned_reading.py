"""What was learned from labelled briefs: it reads sets better that it never saw, fast, and with whole numbers only."""

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reelwright.film.writing import ChooseTemplateInputs, TemplateSummary
from reelwright.prompts.templates import load_templates
from reelwright.providers.builtin.writer import learned
from reelwright.providers.builtin.writer.analyse import analyse, ruled
from reelwright.providers.builtin.writer.laid_out import laid_out
from reelwright.providers.builtin.writer.spelling import respelled
from reelwright.providers.builtin.writer.tagger import spans
from reelwright.providers.builtin.writer.weigh import choose

BENCH = Path(__file__).parents[2] / "bench"


def _trainer() -> ModuleType:
    sys.path.insert(0, str(BENCH))
    try:
        spec = importlib.util.spec_from_file_location("train_reading_bench", BENCH / "train_reading.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(BENCH))
    return module


def _right_and_ruled(trainer: ModuleType, sets: dict[str, Any], left_out: str) -> dict[str, tuple[int, int]]:
    """How many briefs of a set are read rightly by weights learned from the others, and by rules alone."""
    found: dict[str, tuple[int, int]] = {}
    for question in ("product", "lead", "told"):
        rows = sets[left_out][question]
        kept = [row for name, others in sets.items() if name != left_out for row in others[question]]
        weights = trainer.learn(kept, question)
        right = sum(row.suits(trainer.best(row, weights)) for row in rows)
        found[question] = right, sum(row.is_ruled_right for row in rows)
    return found


def test_a_few_hands_teach_to_read_another_better_than_rules() -> None:
    trainer = _trainer()
    sets = trainer.rows_of((), ("fourth", "fifth", "sixth", "ninth", "tenth"))
    for question, (right, by_rules) in _right_and_ruled(trainer, sets, "fifth").items():
        assert right > by_rules, question


@pytest.mark.slow
@pytest.mark.parametrize("left_out", ["fifth", "blind", "third", "fourth", "eleventh"])
def test_briefs_of_a_set_left_out_are_read_better_than_by_rules(left_out: str) -> None:
    trainer = _trainer()
    sets = trainer.rows_of(trainer.TUNED, trainer.FRESH)
    for question, (right, by_rules) in _right_and_ruled(trainer, sets, left_out).items():
        assert right >= by_rules, question


def test_the_learned_reading_overrules_the_rules_where_they_miss() -> None:
    brief = "In a city without clocks, a boy learns to tell time by the pigeons"
    assert not ruled(brief).is_story
    assert (analyse(brief).is_story, analyse(brief).hero) == (True, "the boy")


def test_noun_phrases_end_where_verbs_begin() -> None:
    out = laid_out("The old tailor sews a red coat for the queen")
    phrases = [" ".join(token.text for token in out.line[one.start : one.end]) for one in spans(out.marks)]
    assert phrases == ["The old tailor", "a red coat", "the queen"]


def test_weights_are_whole_and_the_first_of_equals_wins() -> None:
    assert learned.best("product", [["no such sign"], ["nor this"]], [(), ()]) == 0
    suits = learned.suited(["word half", "price", "sold"])
    assert tuple(suits) == learned.TEMPLATES
    assert all(isinstance(one, int) for one in suits.values())


def test_a_brief_is_read_within_fifty_milliseconds() -> None:
    analyse("Warm up: candles for quiet evenings")
    start = time.process_time()
    for at in range(10):
        analyse(f"A {at + 3} litre air fryer for people who cook alone. Crispy chips, one spoon of oil. Order today!")
    assert (time.process_time() - start) / 10 < 0.05


@pytest.mark.parametrize(
    ("prompt", "product", "brand"),
    [
        ("DinnerCrate sends chopped ingredients to your door every Monday", "chopped ingredients", "DinnerCrate"),
        ("Neighbours borrow drills on LendaHand, a free sharing app", "sharing app", "LendaHand"),
        ("steaming bowl of spicy ramen, slow motion close up", "spicy ramen", ""),
        ("Raw honey from the hills of Ethiopia, dripping on hot bread. Brand: Dera Honey", "raw honey", "Dera Honey"),
        ("Learn Spanish in 12 weeks even if you failed it at school", "Spanish lessons", ""),
        (
            "Care home in Cork where residents still dance. Eighteen rooms, own garden. Soft piano please.",
            "care home",
            "",
        ),
        ("pennypod is a savings app where friends save for a trip", "savings app", "pennypod"),
        ("Make a film for Brightwell University's open day, book on our website", "open day", "Brightwell University"),
        ("Guided kayak trips in Patagonia for solo travellers", "guided kayak trips", ""),
        ("24 hour pharmacy in Leeds", "24 hour pharmacy", ""),
        ("toothbrush called Sonora", "toothbrush", "Sonora"),
        ("roof leaking again? call Dawson & Sons, 24h emergency roofers", "24h emergency roofers", "Dawson & Sons"),
    ],
)
def test_what_is_done_wished_or_held_is_not_what_is_sold(prompt: str, product: str, brand: str) -> None:
    reading = analyse(prompt)
    assert (reading.noun_phrase, reading.brand) == (product, brand)


@pytest.mark.parametrize("word", ["leaking", "barking", "shown", "threw", "woken", "biking", "properly"])
def test_common_words_are_no_slips(word: str) -> None:
    assert respelled(word) == word
    assert respelled(f"{word} smarphone") == f"{word} smartphone"


@pytest.mark.parametrize(
    ("prompt", "template"),
    [
        ("4.9 stars, the dentist the whole street recommends", "social-proof"),
        ("ASMR smash burger sizzling on the grill", "sensory-experience"),
        ("Something is coming to the old mill. Do not show the inside", "teaser-reveal"),
    ],
)
def test_some_turns_decide(prompt: str, template: str) -> None:
    offered = tuple(
        TemplateSummary(slug=one.slug, name=one.name, best_for=one.best_for, tone=one.tone)
        for one in load_templates().values()
    )
    inputs = ChooseTemplateInputs(prompt=prompt, duration_s=15, mood="", style="", templates=offered)
    assert choose(inputs).selected_template == template
