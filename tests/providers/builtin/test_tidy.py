"""What people paste is read for what it says: forms, mails, recipes, screenplays, ornaments, codes."""

import pytest

from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.end_card import end_card
from reelwright.providers.builtin.writer.tidy import tidy

SAID = (
    ("Summer sandals &amp; hats", "Summer sandals and hats"),
    ("Ｃｏｆｆｅｅ ｆｏｒ ｔｗｏ", "Coffee for two"),
    ("𝓒𝓸𝓯𝓯𝓮𝓮 𝖋𝖔𝖗 𝕥𝕨𝕠", "Coffee for two"),
    ("Z̷̢̛̞͚͇͔̭̈́͊̅a̶̢̧̛̛̫͎̩̎l̷͎̈́͐g̶̢͝o̴̞̎ ̸̱͝t̴͚̽e̴̼͠a̴̢͐", "Zalgo tea"),
    ("Crème brûlée, Cà phê, Ọjọ́, सुबह की चाय, ชาเขียว", "Crème brûlée, Cà phê, Ọjọ́, सुबह की चाय, ชาเขียว"),
    ("Tea Q29mZmVlIGZvciB0d28= now", "Tea now"),
    ("\\textbf{Physics} for \\emph{poets}", "{Physics} for {poets}"),
    ("mug,12,blue, 1,299.00 euros", "mug, 12, blue, 1,299.00 euros"),
    ("Cakes. Write to ann@cakes.example or call +44 20 7946 0958", "Cakes. Write to or"),
    ('{"product": "Solar lantern", "audience": "campers", "cta": "Light up"}', "Solar lantern for campers. Light up"),
    ("<ad><product>Wool socks</product><audience>hikers</audience></ad>", "Wool socks for hikers"),
    ("Product: oat milk. Brand: Birchline. Duration: 15 s", "Birchline: oat milk"),
    ("Title: The Long Night. Genre: noir. A detective walks home.", "A detective walks home."),
    ("Pancakes Ingredients: 200 g flour, 2 eggs. Whisk.", "Pancakes"),
    ("Don't make an ad about beer, make it about water", "water"),
    ("User: make an ad for socks Assistant: Sure! Here it is:", "socks"),
    ("Hi team, all well? We need a short ad for Birchline, our oat milk. Thanks! Karen", "Birchline, our oat milk."),
    ("INT. DINER - NIGHT MAYA (30s) waits. Rain. WAITER Coffee?", "Maya waits in the diner at night. Rain."),
    ("Ages 4-10, 7-Eleven, $4.50, 24/7, 1 000 000 users", "Ages 4-10, 7-Eleven, $4.50, 24/7, 1 000 000 users"),
    ("Tea and/or coffee on 24/12/2026 ../../etc/passwd C:\\x /usr/bin/tea", "Tea and/or coffee on 24/12/2026"),
    ("The product that sells itself: a broom", "The product that sells itself: a broom"),
    ("Hello, sunshine: vitamin D drops", "Hello, sunshine: vitamin D drops"),
)  # fmt: skip


@pytest.mark.parametrize(("prompt", "said"), SAID)
def test_a_prompt_is_read_for_what_it_says(prompt: str, said: str) -> None:
    assert tidy(prompt) == said
    assert tidy(said) == said


@pytest.mark.parametrize(
    ("prompt", "language", "kind"),
    [
        ("Almatydağy jaña kofehana: tañğy kofe men bauyrsaq", "kk", "coffee"),
        ("İstanbul'da el yapımı deri çantalar", "tr", "bag"),
        ("서울의 작은 책방", "ko", "book"),
        ("ร้านกาแฟเล็กๆ ในกรุงเทพ", "th", "coffee"),
        ("בית קפה קטן בתל אביב", "he", "coffee"),
        ("Cà phê sữa đá Việt Nam", "vi", "coffee"),
    ],
)
def test_more_languages_are_told_and_read_for_their_product(prompt: str, language: str, kind: str) -> None:
    reading = analyse(prompt)
    assert (reading.language, reading.kind) == (language, kind)


@pytest.mark.parametrize(
    ("prompt", "brand"),
    [
        ("McDonald's breakfast", "McDonald's"),
        ("Rolls-Royce", "Rolls-Royce"),
        ("Häagen-Dazs ice cream", "Häagen-Dazs"),
        ("L'Oréal lipstick", "L'Oréal"),
        ("M&M's for movie night", "M&M's"),
        ("7-Eleven slushies on a hot day", "7-Eleven"),
        ("3M sticky notes", "3M"),
        ("Nike's new running shoes", "Nike"),
        ("H&M summer dresses", "H&M"),
        ('Toys"R"Us is open again', ""),
    ],
)
def test_brands_keep_their_signs(prompt: str, brand: str) -> None:
    assert analyse(prompt).brand == brand


def test_prices_end_where_they_end() -> None:
    assert analyse("Trainers for $49.99, was $99").claims == ("$49.99", "$99")
    assert analyse("Pizza for 1990 ₸, delivered").claims == ("1990₸",)


@pytest.mark.parametrize(
    ("prompt", "name", "line"),
    [
        ("Trainers for $49.99, was $99", "Trainers", "For $49.99, was $99"),
        ("Haircut £12.50, 9am-5pm, 3 for 2", "Haircut £12.50", "9am-5pm, 3 for 2"),
        ("Love", "", ""),
        ("\U0001f680\U0001f525", "", ""),
        ("1234567890", "", ""),
    ],
)
def test_an_end_card_gets_no_price_wrong_and_names_nothing_unnamed(prompt: str, name: str, line: str) -> None:
    assert end_card(analyse(prompt)) == (name, line)
