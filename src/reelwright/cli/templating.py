"""``templates``, ``templates new``, ``templates check`` and ``templates show``."""

from pathlib import Path
from typing import TYPE_CHECKING

from reelwright.cli.options import duration_s_of
from reelwright.cli.screen import Screen
from reelwright.errors import BadInput

if TYPE_CHECKING:
    from reelwright.film.template_file import TemplateFile, TemplatePreview
    from reelwright.studio import Desk


def _desk() -> "Desk":
    from reelwright.settings import load_settings
    from reelwright.studio import Desk

    return Desk(load_settings())


def list_templates(screen: Screen) -> None:
    """The story templates, with what each is best for and whose it is."""
    from reelwright.prompts.templates import left_out

    desk = _desk()
    templates, files = desk.templates(), desk.template_files()
    paths = {one.slug: one.path for one in files if one.template}
    replacing = {one.slug for one in files if one.template and one.replaces_ours}

    def show() -> None:
        rows = [
            (
                one.slug,
                ", ".join(beat.name for beat in one.beats),
                ", ".join(one.best_for),
                "yours, for ours" if one.slug in replacing else "yours" if one.slug in paths else "",
            )
            for one in templates
        ]
        columns = ("TEMPLATE", "BEATS", "BEST FOR", "WHOSE")
        screen.table(columns if paths else columns[:-1], rows if paths else [row[:-1] for row in rows])

    listed = [one.model_dump(mode="json") | {"path": paths.get(one.slug)} for one in templates]
    broken = [one.model_dump(mode="json", exclude={"template"}) for one in files if one.faults]
    screen.result({"templates": listed, "left_out": broken}, show)
    for one in files:
        if one.faults:
            screen.note(f"warning: {left_out(one)}")


def new_template(screen: Screen, slug: str, source: str) -> None:
    """Begins a story template of one's own."""
    from reelwright.prompts.templates import SLUGS

    path = _desk().new_template(slug, source)

    def show() -> None:
        screen.say(f"Wrote {path} with the beats of {source}. Change it, then:")
        screen.say(f"  `reelwright templates check {slug}` says what is wrong, field by field")
        screen.say(f"  `reelwright templates show {slug}` shows the shots that it makes")
        if slug in SLUGS:
            screen.say(f"Films now use it in place of the {slug} that ships; delete the file to go back.")

    screen.result({"slug": slug, "from": source, "path": str(path)}, show)


def check_templates(screen: Screen, named: str | None) -> int:
    """What is wrong with one's own story templates; the exit code says whether anything is."""
    files = _desk().check_templates(named)

    def show() -> None:
        if not files:
            screen.say("You have no story templates of your own: `reelwright templates new SLUG` begins one.")
        for one in files:
            _show_check(screen, one)

    is_wrong = any(one.faults for one in files)
    value = {"state": "blocked" if is_wrong else "passed", "files": [one.model_dump(mode="json") for one in files]}
    screen.result(value, show)
    return BadInput.exit_code if is_wrong else 0


def _show_check(screen: Screen, one: "TemplateFile") -> None:
    if one.template is not None:
        beats = f"version {one.template.version}, {len(one.template.beats)} beats"
        ours = "; it takes the place of the one that ships" if one.replaces_ours else ""
        screen.say(f"{one.slug}: in order ({beats}){ours}")
        return
    screen.say(f"{one.slug}: cannot be used, {len(one.faults)} to mend in {one.path}")
    for fault in one.faults:
        screen.say(f"  {fault}")
    screen.say(f"  next: correct the file, then `reelwright templates check {one.slug}` again")


def show_template(screen: Screen, slug: str, duration: str | None) -> None:
    """A story template with the shots that it makes."""
    found = _desk().preview_template(slug, 15.0 if duration is None else duration_s_of(duration))
    screen.result(found.model_dump(mode="json"), lambda: _show_preview(screen, found))


def _show_preview(screen: Screen, found: "TemplatePreview") -> None:
    one = found.template
    screen.say(f"{one.slug}: {one.name} (version {one.version}, {'yours' if found.path else 'ships'})")
    if found.path:
        screen.say(f"  file      {Path(found.path)}")
    screen.say(f"  best for  {', '.join(one.best_for)}")
    screen.say(f"  tone      {', '.join(one.tone)}")
    screen.say(f"  product   first seen in {one.product_first_visible}; {one.call_to_action} asks for something")
    screen.say(f"  example   {one.example}")
    screen.say(f"  copy      {one.copy_guidance}")
    screen.say()
    beats = [
        (
            beat.name,
            f"{beat.share:.0%}",
            f"{beat.share * found.duration_s:.1f} s",
            beat.emotion,
            f"{beat.default_framing.value}, {beat.default_movement.value}",
            beat.purpose,
        )
        for beat in one.beats
    ]
    screen.table(("BEAT", "SHARE", "LENGTH", "FEELING", "CAMERA", "PURPOSE"), beats)
    screen.say()
    screen.say(f"Its shots in a film of {found.duration_s:g} s:")
    shots = [
        (
            str(slot.number),
            " + ".join(slot.covers) + (f" ({slot.part + 1} of {slot.parts})" if slot.parts > 1 else ""),
            f"{slot.duration_s:.1f} s",
            f"{slot.framing.value}, {slot.movement.value}",
            f"at most {slot.max_words} words",
            {"hidden": "not seen yet", "first": "first seen", "free": "may be seen"}[slot.product],
        )
        for slot in found.plan
    ]
    screen.table(("SHOT", "BEAT", "LENGTH", "CAMERA", "SPOKEN", "PRODUCT"), shots)
