"""Help in panels, like Typer's with rich but without importing rich, whose Markdown and highlighting cost 200 ms."""

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

Rows = dict[str, list[tuple[str, str]]]


class PanelCommand(TyperCommand):
    """A command whose options are listed under their panels."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Writes the example as the person types it."""
        _write_example(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Writes one section for each panel, in the order in which they first appear."""
        _write(formatter, _options(self, ctx))


class PanelGroup(TyperGroup):
    """A group whose commands are listed under their panels, before the options."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Writes the example as the person types it."""
        _write_example(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Writes the commands, then the options."""
        self.format_commands(ctx, formatter)
        _write(formatter, _options(self, ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Writes one section for each panel of commands."""
        rows: Rows = {}
        for name in self.list_commands(ctx):
            command: Any = self.get_command(ctx, name)
            rows.setdefault(command.rich_help_panel or "Commands", []).append((name, command.get_short_help_str(80)))
        _write(formatter, rows)


def _options(command: Any, ctx: Any) -> Rows:
    rows: Rows = {}
    parameters: Iterable[Any] = command.get_params(ctx)
    for parameter in parameters:
        record = parameter.get_help_record(ctx)
        if record is not None:
            is_argument = parameter.param_type_name == "argument"
            panel = getattr(parameter, "rich_help_panel", None) or ("Arguments" if is_argument else "Options")
            rows.setdefault(panel, []).append(record)
    return {**{"Arguments": []}, **rows, "Options": rows.pop("Options", [])}


def _write_example(command: Any, ctx: Any, formatter: Any) -> None:
    if command.epilog:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(command.epilog.replace(": reelwright ", f": {ctx.find_root().info_name} "))


def _write(formatter: Any, rows: Rows) -> None:
    for panel, records in rows.items():
        if records:
            with formatter.section(panel):
                formatter.write_dl(records)
