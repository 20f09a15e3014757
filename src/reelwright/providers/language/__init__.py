"""What all language models share: the form of an answer, its reading, its usage, and the way it is asked for."""

from reelwright.providers.language.hosted import LanguageProvider, language_card
from reelwright.providers.language.vendor import Answer, AnswerForm, Asked, Json, Vendor, counted, failure_of

__all__ = [
    "Answer",
    "AnswerForm",
    "Asked",
    "Json",
    "LanguageProvider",
    "Vendor",
    "counted",
    "failure_of",
    "language_card",
]
