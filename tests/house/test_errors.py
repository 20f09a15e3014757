"""Every error survives JSON and pickling with its class, message, hint and details."""

import json
import pickle

import pytest

from reelwright import errors
from reelwright.errors import ReelwrightError, from_json


def _family(root: type[ReelwrightError]) -> list[type[ReelwrightError]]:
    return [root] + [kind for child in root.__subclasses__() for kind in _family(child)]


KINDS = _family(ReelwrightError)
ALLOWED_EXITS = {1, 2, 3, 4, 5, 75, 78, 130}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_round_trip(kind: type[ReelwrightError]) -> None:
    error = kind("no 'x'; allowed are 'y'", hint="`reelwright films`", film_id="abc", retry_after_s=1.5)
    through_json = from_json(json.loads(json.dumps(error.to_json())))
    through_pickle = pickle.loads(pickle.dumps(error))
    for copy in (through_json, through_pickle):
        assert type(copy) is kind
        assert (copy.message, copy.hint, copy.details) == (error.message, error.hint, error.details)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_numbers(kind: type[ReelwrightError]) -> None:
    assert kind.exit_code in ALLOWED_EXITS
    assert 400 <= kind.status_code < 600
    assert kind.__doc__


def test_the_tree_is_drawn_as_it_is() -> None:
    drawn = errors.__doc__ or ""
    assert [kind.__name__ for kind in KINDS if kind.__name__ not in drawn] == []


def test_an_unknown_kind_is_still_an_error() -> None:
    assert type(from_json({"kind": "Novel", "message": "m"})) is ReelwrightError
