"""How many tokens a model really takes for a writing task, learnt from the calls in the ledger."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from statistics import median

from reelwright.errors import NotFound
from reelwright.ports import ModelCard
from reelwright.settings import Settings
from reelwright.stages.writing_tokens import expected_tokens
from reelwright.store.database import open_database
from reelwright.store.token_counts import TokenCount, token_counts

LEAST_CALLS = 5
"""So many answers of a model to a task must be known before they count for more than the catalogue."""


def calibrated(settings: Settings, writers: Mapping[str, ModelCard]) -> dict[str, ModelCard]:
    """The writers' cards by task, each with what its model has really taken for that task, where that is known.

    Raises:
        StorageError: If the database cannot be read.
    """
    if not any(card.is_paid for card in writers.values()):
        return dict(writers)
    with suppress(NotFound), open_database(settings.database, read_only=True) as database:
        names = {(card.provider, card.model) for card in writers.values() if card.is_paid}
        known = {name: token_counts(database, *name) for name in names}
        return {task: _learnt(card, task, known.get((card.provider, card.model), ())) for task, card in writers.items()}
    return dict(writers)


def _learnt(card: ModelCard, task: str, counts: Sequence[TokenCount]) -> ModelCard:
    own = [count for count in counts if count.task == task]
    if len(own) < LEAST_CALLS:
        return card
    expected = [expected_tokens(one.task, one.answer_tokens, one.prompt_characters) for one in own]
    factors = {
        "input_tokens": median(one.input_tokens / asked for one, (asked, _) in zip(own, expected, strict=True)),
        "output_tokens": median(one.output_tokens / said for one, (_, said) in zip(own, expected, strict=True)),
    }
    return card.model_copy(update={"unit_factors": factors})
