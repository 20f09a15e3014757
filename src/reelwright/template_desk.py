"""The desk's verbs about story templates: list, begin, check, preview."""

from fractions import Fraction
from pathlib import Path

from reelwright.film.story import StoryTemplate
from reelwright.film.template_file import TemplateFile, TemplatePreview
from reelwright.settings import Settings


class TemplateDesk:
    """The verbs about story templates; they block, but not for long."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def templates(self) -> tuple[StoryTemplate, ...]:
        """The story templates, built-in ones and your own."""
        from reelwright.prompts.templates import load_templates

        return tuple(load_templates(self._template_dir).values())

    def template_files(self) -> tuple[TemplateFile, ...]:
        """The files of your own story templates, each with all that is wrong with it."""
        from reelwright.prompts.templates import own_templates

        return own_templates(self._template_dir)

    def check_templates(self, named: str | Path | None = None) -> tuple[TemplateFile, ...]:
        """What is wrong with one of your own story templates, by its slug or file, or with all of them.

        Raises:
            NotFound: If there is no such file.
        """
        from reelwright.prompts.own_templates import check_templates

        return check_templates(self._template_dir, named)

    def new_template(self, slug: str, source: str = "aida") -> Path:
        """Writes a commented story template of your own, to be changed, with the beats of another one; its file.

        Raises:
            BadInput: If it is no slug, or there is no such source.
            Conflict: If you have one of that slug; nothing was written.
            StorageError: If it cannot be written.
        """
        from reelwright.prompts.own_templates import begin_template

        return begin_template(self._template_dir, slug, source)

    def preview_template(self, slug: str, duration_s: float = 15.0) -> TemplatePreview:
        """A story template with the shots that it makes of a film of so many seconds, at 24 frames a second.

        Raises:
            BadInput: If there is none of that slug, its file is wrong, or no shots give that length.
        """
        from reelwright.prompts.templates import template
        from reelwright.stages.plan_shots import plan_shots

        found, own = template(slug, self._template_dir), self.template_files()
        path = next((one.path for one in own if one.template == found), None)
        plan = plan_shots(found, duration_s, Fraction(24))
        return TemplatePreview(template=found, path=path, duration_s=duration_s, plan=plan)

    @property
    def _template_dir(self) -> Path:
        return self._settings.home / "story_templates"
