"""The built-in adviser: a rule for each weak dimension, which adds to a prompt what has been seen to help."""

import re
from collections.abc import Sequence

from reelwright.film.craft import PromptField
from reelwright.film.crafting import ChangeDraft, ChangesDraft, SuggestChangesInputs
from reelwright.providers.builtin.writer.casting import pronouns
from reelwright.providers.builtin.writer.words import capitalised, lexicon, uncapitalised, word_count

_MAX_WORDS = 150
_PICTURES = (PromptField.IMAGE, PromptField.START, PromptField.END)


def advise(inputs: SuggestChangesInputs) -> ChangesDraft:
    """At most one change for each prompt; nothing is added twice, and a prompt that is not there stays away."""
    drafts = [_draft(inputs, field) for field in PromptField]
    return ChangesDraft(changes=tuple(draft for draft in drafts if draft is not None))


def _draft(inputs: SuggestChangesInputs, field: PromptField) -> ChangeDraft | None:
    new = old = str(getattr(inputs.shot.prompts, field))
    helped: list[str] = []
    for score in inputs.weak if old else ():
        rule: dict[str, str] = lexicon("advice")[score.dimension]
        changed = _changed(new, rule, inputs, field)
        if changed != new:
            new, helped = changed, [*helped, score.dimension]
    if not helped:
        return None
    reason = "; ".join(lexicon("advice")[one]["why"] for one in helped)[:300]
    return ChangeDraft(field=field, dimension=", ".join(helped)[:60], new=new, reason=reason)


def _changed(prompt: str, rule: dict[str, str], inputs: SuggestChangesInputs, field: PromptField) -> str:
    if field is PromptField.NEGATIVE:
        known = [one.strip().lower() for one in prompt.split(",")]
        more = [one for one in rule.get("negative", "").split(", ") if one and one not in known]
        return ", ".join([prompt, *more])
    who, is_thing = _who(inputs)
    said = rule.get("pictures" if field in _PICTURES else "motion", "")
    said = rule.get("thing", said) if is_thing and field in _PICTURES else said
    if not said:
        return prompt
    action = uncapitalised(inputs.shot.action_description.rstrip("."))
    said = capitalised(said.format(who=who, action=action))
    return prompt if said in prompt else _added(prompt, said, inputs.subject)


def _who(inputs: SuggestChangesInputs) -> tuple[str, bool]:
    """Who or what the shot is about, and whether it is a thing."""
    shot = inputs.shot
    if shot.presence.character_visible or not shot.presence.product_visible:
        who, _ = pronouns(" ".join(inputs.subject))
        return uncapitalised(who), False
    shape = shot.staging.product.shape.replace("_", " ") if shot.staging.product else "product"
    return f"the {'product' if shape == 'generic' else shape}", True


def _added(prompt: str, sentence: str, subject: Sequence[str]) -> str:
    """The prompt with a sentence at its end; where there is no room, those before it go, but never the subject."""
    if word_count(prompt) + word_count(sentence) <= _MAX_WORDS:
        return f"{prompt} {sentence}"
    head = max((prompt.index(one) + len(one) for one in subject if one in prompt), default=0)
    tail = [one for one in re.split(r"(?<=[.!?])\s+", prompt[head:]) if one]
    while len(tail) > 2 and word_count(prompt[:head]) + word_count(" ".join([*tail, sentence])) > _MAX_WORDS:
        tail.pop(-2)
    told = prompt[:head] + (" " if head and tail and not tail[0].startswith(".") else "") + " ".join([*tail, sentence])
    return told if word_count(told) <= _MAX_WORDS else prompt
