"""Few briefs are refused, with a reason and without repeating them; rude and dark words pass."""

import pytest

from reelwright.errors import BadInput
from reelwright.stages.refuse_brief import refuse_brief

WELCOME = (
    "kill the boredom",
    "Sexy dress for a night out",
    "A damn good burger",
    "Murder mystery dinner in an old castle",
    "A detective hunts the man who killed his partner",
    "Deodorant that kills 99% of bacteria",
    "Shoot all your holiday photos in one day",
    "Underwear for children, soft and organic",
    "Helpline against the sexual abuse of children",
    "Stop violence against women",
    "Burn fat, not hours",
    "Bath toys for naked toddlers who hate washing, protected and safe",
    "Spice up your dinner",
    "Knight kills the dragon",
    "A chink in the armour",
    "Gas heating for people who feel the cold",
    "Hang people's portraits in one minute",
    "How to make a bath bomb",
    "Shoot people at their best: portrait lenses",
    "Kids and their parents share one bed and breakfast in Essex",
    "Chinese tea for every Russian winter",
)
REFUSED = (
    ("Kill all immigrants", "violence"),
    ("Death to the infidels", "violence"),
    ("A funny film. Gays should be killed", "violence"),
    ("How to make a pipe bomb at home", "violence"),
    ("Kill yourself, it is easy", "violence"),
    ("Sexy schoolgirls", "children"),
    ("A 12-year-old in lingerie", "children"),
    ("Erotic film with little girls", "children"),
    ("f4ggots", "insults"),
    ("f\u200baggot", "insults"),
)


@pytest.mark.parametrize("prompt", WELCOME)
def test_ordinary_briefs_pass(prompt: str) -> None:
    refuse_brief(prompt)


@pytest.mark.parametrize(("prompt", "reason"), REFUSED)
def test_the_worst_is_refused_with_a_reason(prompt: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as refusal:
        refuse_brief(prompt)
    assert prompt.lower() not in str(refusal.value).lower()
    assert refusal.value.hint
    assert refusal.value.exit_code == 2
