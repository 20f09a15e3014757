"""Captions as SubRip and WebVTT, safe for players whatever the words are."""

import re
from collections.abc import Sequence

from reelwright.film.sound import Caption

_TIME_STAMP = re.compile(r"\d+:\d+:\d+[.,]\d+")


def as_srt(captions: Sequence[Caption]) -> str:
    """SubRip text, numbered from 1."""
    return "\n".join(
        f"{number}\n{_stamp(caption.start_s, ',')} --> {_stamp(caption.end_s, ',')}\n{_srt_text(caption)}\n"
        for number, caption in enumerate(captions, 1)
    )


def as_vtt(captions: Sequence[Caption]) -> str:
    """WebVTT text."""
    cues = "".join(
        f"\n{_stamp(caption.start_s, '.')} --> {_stamp(caption.end_s, '.')}\n{_vtt_text(caption)}\n"
        for caption in captions
    )
    return f"WEBVTT\n{cues}"


def _stamp(time_s: float, point: str) -> str:
    ms = round(time_s * 1000)
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}{point}{ms % 1000:03d}"


def plain(line: str) -> str:
    """One line without control characters and without what players take for timing or for ASS commands."""
    folded = " ".join(re.sub(r"[\x00-\x1f\x7f\u2028\u2029]", " ", line).split())
    return folded.replace("-->", "→").replace("{\\", "(").replace("{", "(").replace("}", ")") or "…"


def _srt_text(caption: Caption) -> str:
    """SubRip knows tags but no escapes, so angle brackets and the colons of time stamps become look-alikes."""
    lines = [plain(line).replace("<", "‹").replace(">", "›") for line in caption.lines]
    return "\n".join(_TIME_STAMP.sub(lambda found: found.group().replace(":", "∶"), line) for line in lines)


def _vtt_text(caption: Caption) -> str:
    escapes = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return "\n".join("".join(escapes.get(sign, sign) for sign in plain(line)) for line in caption.lines)
