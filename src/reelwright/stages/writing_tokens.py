"""What the writing of a film is expected to take, in tokens: before its prompts exist, and for each answer."""

_ANSWER_TOKENS = {
    "choose_template": (105, 0),
    "write_story": (250, 25),
    "break_into_shots": (6, 90),
    "specify_picture": (80, 0),
    "break_storyboard": (10, 48),
    "write_film": (240, 190),
}
"""What each task is answered with: in all, and a shot more; `bench/tokens.py` counts it."""
_PROMPT_TOKENS = {
    "choose_template": (325, 0),
    "write_story": (345, 16),
    "break_into_shots": (300, 24),
    "specify_picture": (165, 0),
    "break_storyboard": (330, 0),
    "write_film": (640, 35),
}
"""What each task is asked with, likewise."""
WRITING = ("choose_template", "write_story", "break_into_shots", "specify_picture")
"""The tasks of the four stages, in their order."""
SINGLE_STAGE = ("write_film",)
"""What takes their place when all is written at once."""
BREAKDOWN = "break_storyboard"
"""The one task of a storyboard's writing."""
_SCENARIO_ANSWER = (200, 90)
"""A scenario's answer: in all, and a shot more."""
_SCENARIO_PROMPT = (425.0, 1.16, 2.6)
"""A scenario's prompt: in all, a word of the description more, a shot more."""
_CHARACTERS_A_TOKEN = 4
_USUAL_BRIEF = 60
"""Characters of the briefs that the prompts were counted with."""
_WITH_BRIEF = ("choose_template", "write_story", "write_film")
"""Tasks whose prompts hold the brief as it was written."""
_A_SHOT_EACH = ("specify_picture",)
"""Tasks that are asked for each shot by itself."""


def answer_tokens(task: str, shot_count: int = 0) -> int:
    """Tokens that a good answer takes, for so many shots."""
    at, each = _ANSWER_TOKENS[task]
    return at + each * shot_count


def expected_tokens(task: str, answered: int, prompt_characters: int) -> tuple[float, float]:
    """What a call was expected to take in and out, told from what its answer was expected to take.

    Args:
        task: Its task.
        answered: Tokens that its answer was expected to take.
        prompt_characters: The length of its prompt, from which tasks of no film are judged.
    """
    if task not in _PROMPT_TOKENS:
        return max(1.0, prompt_characters / _CHARACTERS_A_TOKEN), float(max(1, answered))
    at, each = _ANSWER_TOKENS[task]
    shot_count = (answered - at) / each if each else 0.0
    first, more = _PROMPT_TOKENS[task]
    return first + more * shot_count, float(max(1, answered))


def writing_calls(task: str, shot_count: int, brief_characters: int = _USUAL_BRIEF) -> list[dict[str, float]]:
    """What each call of a task is expected to use, in a film with so many shots and a brief of so many characters."""
    at, each = _PROMPT_TOKENS[task]
    longer = max(0, brief_characters - _USUAL_BRIEF) / _CHARACTERS_A_TOKEN if task in _WITH_BRIEF else 0.0
    asked, answered = at + each * shot_count + longer, float(answer_tokens(task, shot_count))
    units = {"input_tokens": asked, "output_tokens": answered, "calls": 1.0}
    return [units] * (shot_count if task in _A_SHOT_EACH else 1)


def scenario_answer_tokens(shot_count: int) -> int:
    """Tokens that a good shot list of a scene takes."""
    at, each = _SCENARIO_ANSWER
    return round(at + each * shot_count)


def scenario_units(words: int, shot_count: int) -> dict[str, float]:
    """What writing a scenario is expected to use, for a description of so many words."""
    at, a_word, a_shot = _SCENARIO_PROMPT
    asked = at + a_word * words + a_shot * shot_count
    return {"input_tokens": asked, "output_tokens": float(scenario_answer_tokens(shot_count)), "calls": 1.0}
