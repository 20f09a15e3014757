"""How hooks, statements, names and slips are told apart in a brief."""

import pytest

from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.spelling import respelled


@pytest.mark.parametrize(
    ("prompt", "product"),
    [
        ("Twelve hours of broth, one spoon. Kuro ramen bar", "ramen bar"),
        ("Borrow a drill, lend a ladder. The tool library on Mill Lane", "tool library"),
        ("Switch to Fennway broadband and stop paying for speeds you never get", "broadband"),
        ("Turn the pictures on your phone into photo books your kids will fight over", "photo books"),
        ("Send a piece of home this year: Christmas hampers from Oakley Farm Shop", "christmas hampers"),
        ("The Upwell standing desk: quiet motor, solid oak, ten-year guarantee", "standing desk"),
        ("Ladle after ladle of lentil soup like in my village", "lentil soup"),
        ("Rota chaos? Shiftwise, scheduling software for cafés", "scheduling software"),
        ("The smell of figs after rain in a hand cream", "hand cream"),
        ("Transform your overgrown yard with Greenside Landscaping", "landscaping"),
    ],
)
def test_the_product_is_found_behind_its_hook(prompt: str, product: str) -> None:
    assert analyse(prompt).noun_phrase == product


@pytest.mark.parametrize(
    ("prompt", "brand"),
    [
        ("Join Ironside Boxing Gym. Every champion started as a beginner", "Ironside Boxing Gym"),
        ("Sink into it. Fernley bath oil with lavender and warm cedar", "Fernley"),
        ("Introducing the Pacer 2 electric bike from Kestrel, 60 miles on one charge", "Kestrel"),
        ("Only at Loft & Linden: bed linen, cool and heavy", "Loft & Linden"),
        ("Stop chasing invoices. Paidly is invoicing software for freelancers", "Paidly"),
        ("AT&T unlimited plan, now with free roaming in 20 countries", "AT&T"),
        ("Obsidian. A whisky aged in the dark for 21 years", "Obsidian"),
        ("The Bristol marathon is back. 26 miles, one city, your story", ""),
        ("Mirrorless camera for travel photographers", ""),
        ("Sail overnight from Hull to Rotterdam on our new ferries", ""),
        ("Sunday roast gravy just like Gran used to make", ""),
    ],
)
def test_who_sells_is_told_by_capitals_and_what_stands_around_them(prompt: str, brand: str) -> None:
    assert analyse(prompt).brand == brand


@pytest.mark.parametrize(
    ("prompt", "hero"),
    [
        ("Alma and Jonas meet on the night bus every Thursday and never speak", "Alma and Jonas"),
        ("Yerlan, a shepherd boy, chases a runaway kite over the steppe", "Yerlan"),
        ("Deep in the swamp lives a witch who collects names", "the witch"),
        ("Nobody knows who leaves the paper cranes on platform 9", "the stranger"),
        ("Rain-soaked Tokyo, 2091: a courier discovers the package she is carrying is alive", "the courier"),
        ("A little girl sells her drawings to buy her grandmother a train ticket", "the little girl"),
        ("Lena moves back to the island where her brother disappeared", "Lena"),
        ("lena moves back to the island where her brother disappeared", "Lena"),
    ],
)
def test_stories_find_their_lead(prompt: str, hero: str) -> None:
    reading = analyse(prompt)
    assert reading.is_story
    assert reading.hero == hero


@pytest.mark.parametrize(
    "prompt",
    [
        "Death to boredom! Zapp energy drink",
        "An orthopaedic dog bed for old friends",
        "A shelter dog finds a home this Christmas - donate to Paws & Hearts",
        "Two crying kids, four hours to Cornwall. The Nestly car seat reclines",
        "Nobody wants to iron on a Sunday. IronMate, the steam press",
    ],
)
def test_what_sells_is_no_story(prompt: str) -> None:
    assert not analyse(prompt).is_story


def test_the_names_of_programming_languages_stay_whole() -> None:
    assert analyse("Learn C# in 30 days, an online course").noun_phrase == "online course"
    assert "C sharp" in analyse("A C# course for beginners").spoken
    assert ".NET" in analyse("Hiring .NET developers in Berlin").spoken


def test_slips_of_the_finger_are_mended_and_names_are_not() -> None:
    assert respelled("a new coffe machine from Lustra") == "a new coffee machine from Lustra"
    assert respelled("matress for side sleepers") == "mattress for side sleepers"
    assert respelled("Coffe by Zapos, kombu and gelato") == "Coffe by Zapos, kombu and gelato"
