"""The commands under ``templates``; each imports what it needs when it runs."""

import typer

from reelwright.cli import flags
from reelwright.cli.panels import PanelCommand, PanelGroup

templates_app = typer.Typer(cls=PanelGroup, rich_markup_mode=None)


@templates_app.callback(invoke_without_command=True)
def templates(context: typer.Context, as_json: flags.Json = False) -> None:
    """List the story templates, and make your own."""
    from reelwright.cli.templating import list_templates

    if context.invoked_subcommand is None:
        list_templates(context.obj)


@templates_app.command(cls=PanelCommand, epilog="Example: reelwright templates new my-launch --from teaser-reveal")
def new(
    context: typer.Context, slug: flags.NewSlug, source: flags.SourceTemplate = "aida", as_json: flags.Json = False
) -> None:
    """Begin a story template of your own: a commented file to change."""
    from reelwright.cli.templating import new_template

    new_template(context.obj, slug, source)


@templates_app.command(cls=PanelCommand, epilog="Example: reelwright templates check my-launch")
def check(context: typer.Context, named: flags.FileOrSlug = None, as_json: flags.Json = False) -> None:
    """Say what is wrong with your story templates, field by field."""
    from reelwright.cli.templating import check_templates

    raise typer.Exit(check_templates(context.obj, named))


@templates_app.command("show", cls=PanelCommand, epilog="Example: reelwright templates show aida --duration 30")
def show_template(
    context: typer.Context, slug: flags.Slug, duration: flags.Duration = None, as_json: flags.Json = False
) -> None:
    """Show a story template's beats and the shots that it makes."""
    from reelwright.cli.templating import show_template as show_preview

    show_preview(context.obj, slug, duration)
