"""Fountain screenplays, read by the public syntax: forced elements, dual dialogue, boneyard, notes, title page.

Source: fountain.io/syntax, version 1.1.
"""

import re

from reelwright.film.screenplay import ElementKind, Screenplay, ScreenplayElement

_HEADING = re.compile(r"^(?:INT|EXT|EST|INT\.?/EXT|EXT\.?/INT|I/E)[. ]", re.IGNORECASE)
_SCENE_NUMBER = re.compile(r"\s*#([\w.-]+)#\s*$")
_TRANSITION = re.compile(r"^[^a-z]*\bTO:$")
_CUE = re.compile(r"^(?P<name>[^()^]*?)\s*(?P<more>(?:\([^)]*\)\s*)*)(?P<dual>\^?)$")
_TITLE_KEY = re.compile(r"^([A-Za-z][\w /-]{0,40}):\s*(.*)$")
_BONEYARD = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_NOTE = re.compile(r"\[\[(?:(?!\n\n).)*?\]\]", re.DOTALL)
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(.+?)(?<=\S)(?<!\\)\1")


def read_fountain(text: str) -> Screenplay:
    """The screenplay of a text; every text is one, if only of action."""
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    whole = _BONEYARD.sub(_kept_lines, whole)
    whole = _NOTE.sub(_kept_lines, whole)
    title_page, lines, first = _title_page(whole.split("\n"))
    return Screenplay(title_page=title_page, elements=tuple(_elements(lines, first)))


def plain_words(text: str) -> str:
    """A text without marks of emphasis and escapes, on one line."""
    bare = text
    while bare != (bare := _EMPHASIS.sub(r"\2", bare)):
        pass
    return " ".join(re.sub(r"\\([*_])", r"\1", bare).split())


def _kept_lines(match: re.Match[str]) -> str:
    """As many line breaks as stood there, so that lines keep their numbers."""
    return "\n" * match[0].count("\n")


def _title_page(lines: list[str]) -> tuple[dict[str, str], list[str], int]:
    """Keys and values before the first empty line, if the text begins with a key; then the rest and its first line."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    opening = _TITLE_KEY.match(lines[start]) if lines else None
    if opening is None or _HEADING.match(lines[start]) or lines[start].rstrip().endswith("TO:"):
        return {}, lines, 1
    page: dict[str, str] = {}
    key, at = "", start
    while at < len(lines) and lines[at].strip():
        found = _TITLE_KEY.match(lines[at]) if not lines[at].startswith("   ") else None
        if found:
            key = found[1].strip().lower()
            page[key] = plain_words(found[2])
        else:
            page[key] = " ".join(part for part in (page.get(key, ""), plain_words(lines[at])) if part)
        at += 1
    return page, lines[at:], at + 1


def _elements(lines: list[str], first: int) -> list[ScreenplayElement]:
    found: list[ScreenplayElement] = []
    at, was_empty = 0, True
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            was_empty, at = True, at + 1
            continue
        ahead = lines[at + 1] if at + 1 < len(lines) else ""
        cue = _cue(line, ahead) if was_empty else None
        if cue is not None:
            found.append(cue.model_copy(update={"line": first + at}))
            at = _speech(lines, at + 1, first, found)
            was_empty = True
            continue
        one = _element(line, ahead, was_empty=was_empty)
        if one.kind == "action" and not was_empty and found and found[-1].kind == "action":
            found[-1] = found[-1].model_copy(update={"text": f"{found[-1].text}\n{one.text}"})
        else:
            found.append(one.model_copy(update={"line": first + at}))
        was_empty, at = one.kind not in ("action", "lyrics", "centred"), at + 1
    return found


def _element(line: str, ahead: str, *, was_empty: bool) -> ScreenplayElement:
    """A line that is no dialogue."""
    bare = line.strip()
    for mark, kind in _FORCED:
        if bare.startswith(mark):
            return _forced(bare, mark, kind)
    if re.fullmatch(r"={3,}", bare):
        return ScreenplayElement(kind="page break", text="")
    if bare.startswith("="):
        return ScreenplayElement(kind="synopsis", text=bare[1:].strip())
    if bare.startswith(">"):
        is_centred = bare.endswith("<")
        text = bare[1:-1] if is_centred else bare[1:]
        return ScreenplayElement(kind="centred" if is_centred else "transition", text=text.strip())
    if re.match(r"\.[^.]", bare):
        return _scene(bare[1:].strip())
    if was_empty and _HEADING.match(bare):
        return _scene(bare)
    if was_empty and _TRANSITION.match(bare) and not ahead.strip():
        return ScreenplayElement(kind="transition", text=bare)
    return ScreenplayElement(kind="action", text=line.rstrip())


_FORCED: tuple[tuple[str, ElementKind], ...] = (("!", "action"), ("#", "section"), ("~", "lyrics"))


def _forced(bare: str, mark: str, kind: ElementKind) -> ScreenplayElement:
    return ScreenplayElement(kind=kind, text=bare.lstrip(mark).strip() if mark == "#" else bare[1:].strip())


def _scene(text: str) -> ScreenplayElement:
    number = _SCENE_NUMBER.search(text)
    heading = text[: number.start()] if number else text
    return ScreenplayElement(kind="scene", text=heading.strip(), scene_number=number[1] if number else "")


def _cue(line: str, ahead: str) -> ScreenplayElement | None:
    """A character's name before what it says: in capitals with a line behind it, or forced by ``@``."""
    bare = line.strip()
    is_forced = bare.startswith("@")
    match = _CUE.match(bare.lstrip("@").strip())
    if match is None or not match["name"].strip() or not ahead.strip():
        return None
    name = match["name"].strip()
    if not is_forced:
        if bare[0] in "!#~>.=" or _HEADING.match(bare) or _TRANSITION.match(bare):
            return None
        if name != name.upper() or not any(sign.isalpha() for sign in name):
            return None
    extension = ", ".join(part.strip() for part in re.findall(r"\(([^)]*)\)", match["more"]))
    return ScreenplayElement(kind="character", text=name, is_dual=bool(match["dual"]), extension=extension)


def _speech(lines: list[str], at: int, first: int, found: list[ScreenplayElement]) -> int:
    """What follows a cue up to an empty line; two spaces keep a line empty within a speech. The next line's place."""
    spoken: list[str] = []
    began = at

    def close() -> None:
        if spoken:
            text = "\n".join(spoken)
            found.append(ScreenplayElement(kind="dialogue", text=text, line=first + began))
            spoken.clear()

    while at < len(lines) and (lines[at].strip() or lines[at] == "  "):
        bare = lines[at].strip()
        if bare.startswith("(") and bare.endswith(")"):
            close()
            found.append(ScreenplayElement(kind="parenthetical", text=bare[1:-1].strip(), line=first + at))
        elif bare.startswith("~"):
            close()
            found.append(ScreenplayElement(kind="lyrics", text=bare[1:].strip(), line=first + at))
        else:
            began = began if spoken else at
            spoken.append(bare)
        at += 1
    close()
    return at
