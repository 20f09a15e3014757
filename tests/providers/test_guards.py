"""Each rule that the learned weights may not overrule: what it forbids, and what it lets pass."""

import pytest

from reelwright.providers.builtin.writer import guards, told
from reelwright.providers.builtin.writer.analyse import analyse
from reelwright.providers.builtin.writer.candidates import candidates, place_of
from reelwright.providers.builtin.writer.laid_out import laid_out

NO_PRODUCT = {
    "is_of_somebody_acting": ("We repaint tired kitchen cabinets", "", "repaint tired kitchen cabinets"),
    "begins_with_a_brands_deed": ("DinnerCrate sends chopped ingredients", "DinnerCrate", "sends chopped ingredients"),
    "begins_with_an_order": ("book 2 driving lessons get 1 free", "", "book 2"),
    "is_the_film_itself": ("Farm eggs in a box. Please do a calm film", "", "calm film"),
    "is_the_town": ("Burke & Nolan Roofing Galway", "Burke & Nolan", "Galway"),
    "is_a_gift": ("Buy one mattress, get a free pillow", "", "free pillow"),
    "is_on_the_way": ("From bare patio to garden paradise - Greenstone Landscaping", "Greenstone", "garden paradise"),
    "is_who_sells": ("Our company Relume rents lamps", "Relume", "company Relume"),
}
NO_BRAND = {
    "is_where_one_goes": ("Kayak trips in Patagonia", "Patagonia", "Patagonia fleece for cold mornings"),
    "is_a_common_opening": ("Childrens hospital donation appeal", "Childrens", "Lumo shampoo for kids"),
    "is_half_an_address": ("Ramen bar on 5th Street", "Street", "Lumo ramen bar on 5th Street"),
    "is_of_a_town": ("The Bristol marathon is back", "The Bristol marathon", "Lumo lamps for the Bristol marathon"),
}


def test_every_guard_has_its_example() -> None:
    assert [one.__name__ for one in guards.NO_PRODUCT] == list(NO_PRODUCT)
    assert [one.__name__ for one in guards.NO_BRAND] == list(NO_BRAND)


@pytest.mark.parametrize("guard", guards.NO_PRODUCT, ids=lambda guard: guard.__name__)
def test_only_its_own_guard_forbids_a_phrase(guard: guards.NoProduct) -> None:
    brief, brand, phrase = NO_PRODUCT[guard.__name__]
    out = laid_out(brief)
    place = place_of(out.line, phrase)
    assert place
    assert [one for one in guards.NO_PRODUCT if one(out.marked, place, set(brand.lower().split()))] == [guard]
    kept = [" ".join(token.text for token in out.line[slice(*one.place)]) for one in candidates(out, brand, None)]
    assert kept
    assert phrase not in kept


@pytest.mark.parametrize("guard", guards.NO_BRAND, ids=lambda guard: guard.__name__)
def test_only_its_own_guard_forbids_a_name(guard: guards.NoBrand) -> None:
    brief, name, other = NO_BRAND[guard.__name__]
    assert [one for one in guards.NO_BRAND if one(laid_out(brief), name)] == [guard]
    assert analyse(brief).brand != name
    assert analyse(other).brand == other.split()[0]


@pytest.mark.parametrize(
    ("holds", "forbidden", "let_pass"),
    [
        (
            told.is_asked_to_sell,
            "trailer for my pixel art game about a robot",
            "teaser for my short film about a boxer",
        ),
        (told.is_thing_with_more, "Bookshop with a cat", "A boy with a cat"),
        (told.is_confessed, "I still set the table for two", "I still sell bread for two dollars"),
        (told.is_confessed, "My first winter without you", "My first salon without chairs"),
        (told.is_still_picture, "Autumn. A swing moves, nobody on it", "Winter. A jacket keeps you warm"),
        (told.is_wordless, "Love", "Honey"),
    ],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_what_decides_between_tale_and_goods(holds: told.Guard, forbidden: str, let_pass: str) -> None:
    assert holds(laid_out(forbidden))
    assert not holds(laid_out(let_pass))


def test_what_is_said_to_the_makers_is_no_product() -> None:
    out = laid_out("Cold brew from Otter, super slow motion. Show the real users talking to camera")
    kept = [" ".join(token.text for token in out.line[slice(*one.place)]) for one in candidates(out, "Otter", None)]
    assert "Cold brew" in kept
    assert not any("users" in one or "motion" in one for one in kept)
