"""When a provider is asked again."""

import pytest

from reelwright.workflows.polling import next_poll_s


def asked_until(length_s: float, typical_s: float | None) -> tuple[int, float]:
    """Questions asked of a call of this length, and how long after its end the last one came."""
    at_s, polls = 0.0, 0
    while at_s < length_s:
        at_s += next_poll_s(at_s, typical_s, polls)
        polls += 1
    return polls, at_s - length_s


@pytest.mark.parametrize("length_s", [90.0, 100.0, 103.7, 120.0, 124.0])
def test_a_long_call_is_noticed_within_a_second_at_one_question_in_two(length_s: float) -> None:
    polls, late_s = asked_until(length_s, 100.0)
    assert late_s <= 1.0
    assert polls <= length_s / 2


@pytest.mark.parametrize("typical_s", [21.0, 25.0, 50.0, 100.0, 300.0])
@pytest.mark.parametrize("share", [0.98, 1.0, 1.02])
def test_the_usual_end_of_a_long_call_is_noticed_at_once(typical_s: float, share: float) -> None:
    length_s = typical_s * share
    polls, late_s = asked_until(length_s, typical_s)
    assert late_s <= 0.5
    assert polls <= length_s / 2 + 1


@pytest.mark.parametrize("length_s", [400.0, 1000.0])
def test_a_call_far_beyond_the_usual_is_asked_after_once_in_two_seconds(length_s: float) -> None:
    polls, late_s = asked_until(length_s, 100.0)
    assert late_s <= 2.0
    assert polls <= length_s / 2 + 1


@pytest.mark.parametrize("typical_s", [0.2, 1.0, 5.0])
def test_a_short_call_is_noticed_within_a_tenth_of_itself(typical_s: float) -> None:
    polls, late_s = asked_until(typical_s, typical_s)
    assert late_s <= max(0.1 * typical_s, 0.02)
    assert polls <= 25


def test_a_call_of_unknown_length_is_noticed_soon() -> None:
    polls, late_s = asked_until(61.0, None)
    assert late_s <= 2.0
    assert polls <= 61 * 1.5
