"""What the writing of a film is expected to take, in tokens: before its prompts exist, and for each answer."""

_ANSWER_TOKENS = {
    "choose_template": (105, 0),
    "write_story": (230, 25),
    "break_into_shots": (5, 120),
    "specify_pictures": (0, 177),
}
"""What each task is answered with: in all, and a shot more; counted on the built-in writer's answers."""
_PROMPT_TOKENS = {
    "choose_template": (375, 0),
    "write_story": (380, 15),
    "break_into_shots": (370, 24),
    "specify_pictures": (135, 39),
}
"""What each task is asked with, likewise."""
WRITING = tuple(_ANSWER_TOKENS)
"""The tasks of a film's writing, in their order."""


def answer_tokens(task: str, shot_count: int = 0) -> int:
    """Tokens that a good answer takes, for so many shots."""
    at, each = _ANSWER_TOKENS[task]
    return at + each * shot_count


def writing_units(task: str, shot_count: int) -> dict[str, float]:
    """What a task of a film with so many shots is expected to use."""
    at, each = _PROMPT_TOKENS[task]
    asked = float(at + each * shot_count)
    return {"input_tokens": asked, "output_tokens": float(answer_tokens(task, shot_count)), "calls": 1.0}
