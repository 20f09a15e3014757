"""Times of day and weather: sky, key light, shadows, lamps. Colours only, no painting."""

from dataclasses import replace

from reelwright.film.shot import Staging
from reelwright.providers.builtin.artist.brush import mix
from reelwright.providers.builtin.artist.contract import Hour

HOURS: dict[str, Hour] = {
    "dawn": Hour(
        ("#5b6f9e", "#b98fa6", "#f3b184", "#ffdca6", "#ffe9c4"),
        "#ffd9a0", "#2a2140", "#ffe0bd", "#64547f", 0.78, "#fff3cf", 0.16, 0.25, 0.9,
    ),
    "morning": Hour(
        ("#6aa3d4", "#9cc6e4", "#d3e4e4", "#fbe9c8", "#fff3d6"),
        "#ffe8bd", "#332f55", "#fff4e0", "#8d86ad", 0.7, "#fffbe8", 0.45, 0.0, 0.8,
    ),
    "day": Hour(
        ("#3f8bd0", "#6fb2e4", "#aed7f0", "#d9edf2", "#f2f6ea"),
        "#fff0cc", "#333b66", "#fffaf0", "#8f93ba", 0.7, "#ffffff", 0.8, 0.0, 0.4,
    ),
    "golden hour": Hour(
        ("#4c5f94", "#a97b90", "#f0955a", "#ffc272", "#ffe1a0"),
        "#ffbe6c", "#33173c", "#ffd29c", "#6f4767", 0.85, "#fff0c2", 0.12, 0.2, 1.0,
    ),
    "dusk": Hour(
        ("#1f2650", "#4a3d78", "#9a5b86", "#e58a78", "#ffb88a"),
        "#ffa27c", "#191538", "#c9909c", "#443c72", 0.72, "#ffd0a8", 0.03, 0.7, 0.35,
    ),
    "night": Hour(
        ("#060a1e", "#0d1638", "#182552", "#27386e", "#3b4c82"),
        "#ffc07a", "#080a20", "#a98570", "#2a2e60", 0.8, "#e8eeff", 0.62, 1.0, 0.2,
    ),
}  # fmt: skip

_GREY = {
    "overcast": ("#b9c3cd", 0.6, 0.55),
    "rain": ("#6f7d8e", 0.62, 0.5),
    "snow": ("#d5dde6", 0.62, 0.6),
    "fog": ("#c9ccd0", 0.72, 0.45),
}
"""Sky colour, its share, and what is left of the key light's power."""


def hour_for(staging: Staging) -> Hour:
    """The light of a shot's time of day under its weather."""
    hour = HOURS[staging.time_of_day]
    if staging.weather not in _GREY:
        return hour
    grey, share, left = _GREY[staging.weather]
    if staging.time_of_day in ("dusk", "night"):
        grey = mix(grey, hour.sky[1], 0.75)
    return replace(
        hour,
        sky=tuple(mix(color, grey, share) for color in hour.sky),
        key=mix(hour.key, grey, 0.35 if hour.lamps < 0.9 else 0.1),
        near=mix(hour.near, grey, 0.25),
        far=mix(hour.far, grey, 0.15),
        power=hour.power * (0.5 + left / 2),
        shafts=hour.shafts * 0.25,
    )
