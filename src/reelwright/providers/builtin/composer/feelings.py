"""How full and how dark the music is at each moment, from the words of the film's beats."""

from collections.abc import Sequence
from dataclasses import dataclass

_DARK = frozenset(
    {
        "problem", "frustration", "frustrated", "tension", "doubt", "sceptic", "sceptical", "skeptic", "skeptical",
        "struggle", "struggling", "mystery", "mysterious", "agitate", "agitated", "pain", "anxious", "overwhelmed",
        "worry", "worried", "lonely", "tired", "suspense", "intrigue", "intrigued", "before", "chaos", "stress",
        "stressed", "uneasy", "tense", "weary", "strained", "resistant",
    }
)  # fmt: skip
_LEVELS: dict[str, float] = {
    "calm": 0.34, "quiet": 0.28, "gentle": 0.36, "intimate": 0.4, "mystery": 0.34, "mysterious": 0.34, "tease": 0.34,
    "curiosity": 0.45, "curious": 0.45, "attentive": 0.5, "attention": 0.55, "tension": 0.5, "tense": 0.5,
    "problem": 0.42, "agitate": 0.55, "agitated": 0.55, "frustration": 0.5, "frustrated": 0.46, "struggle": 0.62,
    "struggling": 0.6, "call": 0.45, "restless": 0.5, "interest": 0.55, "interested": 0.55, "intrigued": 0.45,
    "build": 0.5, "surprise": 0.65, "surprised": 0.65, "hope": 0.6, "hopeful": 0.6, "relief": 0.7, "relieved": 0.68,
    "solve": 0.72, "bridge": 0.7, "before": 0.42, "after": 0.78, "transformation": 0.85, "desire": 0.75,
    "longing": 0.68, "joy": 0.85, "joyful": 0.85, "excitement": 0.9, "excited": 0.9, "reveal": 0.92,
    "showcase": 0.72, "elegant": 0.66, "breakthrough": 0.9, "triumph": 1.0, "triumphant": 1.0, "bliss": 0.75,
    "blissful": 0.72, "texture": 0.45, "taste": 0.62, "indulgent": 0.62, "action": 0.92, "confident": 0.85,
    "confidence": 0.85, "community": 0.8, "connection": 0.74, "connected": 0.72, "warm": 0.66, "evidence": 0.6,
    "sceptical": 0.4, "trusting": 0.66, "join": 0.85, "awe": 0.85, "pride": 0.9, "proud": 0.9, "wonder": 0.75,
    "determined": 0.8, "content": 0.6, "satisfied": 0.68, "energised": 0.9, "energetic": 0.9, "inspired": 0.85,
}  # fmt: skip


@dataclass(frozen=True)
class Feeling:
    """A stretch of the film as the score sees it; plain values, so that it can be sent to a process."""

    name: str
    emotion: str
    start_s: float
    duration_s: float

    @property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return f"{self.emotion} {self.name}".lower().replace("-", " ").replace(",", " ").split()


def feeling_at(feelings: Sequence[Feeling], at_s: float) -> Feeling | None:
    """The one that lasts at a time."""
    begun = [feeling for feeling in feelings if feeling.start_s <= at_s]
    return begun[-1] if begun else None


def level_at(feelings: Sequence[Feeling], duration_s: float, at_s: float) -> float:
    """How full the music is at a time, in [0.2, 1]: by the feeling's words, else rising through the film."""
    rise = 0.36 + 0.5 * at_s / duration_s
    feeling = feeling_at(feelings, at_s)
    known = [_LEVELS[word] for word in feeling.words if word in _LEVELS] if feeling else []
    level = 0.4 * rise + 0.6 * (sum(known) / len(known)) if known else rise
    return min(1.0, max(0.2, level))


def is_dark(feelings: Sequence[Feeling], at_s: float) -> bool:
    """Whether the film doubts, strains or hides something at a time."""
    feeling = feeling_at(feelings, at_s)
    return bool(feeling and _DARK.intersection(feeling.words))


def climax_s(feelings: Sequence[Feeling], duration_s: float) -> float | None:
    """The start of the fullest stretch: what to land on when no product appears."""
    later = [feeling for feeling in feelings if feeling.start_s > 1.0]
    if not later:
        return None
    return max(later, key=lambda f: level_at(feelings, duration_s, f.start_s + f.duration_s / 2)).start_s
