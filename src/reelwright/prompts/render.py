"""Prompt files: front matter (version, inputs) and a Jinja body in which a missing variable is an error."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from reelwright.errors import ConfigurationError

if TYPE_CHECKING:
    from jinja2 import Environment, Template


@dataclass(frozen=True)
class Prompt:
    """A prompt file, parsed."""

    name: str
    version: int
    inputs: tuple[str, ...]
    body: "Template"


@lru_cache(maxsize=1)
def _environment() -> "Environment":
    from jinja2 import Environment, StrictUndefined

    # The text goes to a language model, never into a page: HTML escaping would only garble it.
    return Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)


@lru_cache(maxsize=32)
def prompt(name: str) -> Prompt:
    """The prompt file ``<name>.md``.

    Raises:
        ConfigurationError: If the file lacks its front matter.
    """
    text = (files("reelwright.prompts") / f"{name}.md").read_text(encoding="utf-8")
    mark, front, body = text.split("---\n", 2) if text.count("---\n") >= 2 else ("x", "", "")
    fields = dict(line.split(":", 1) for line in front.splitlines() if ":" in line)
    if mark or not {"version", "inputs"} <= fields.keys():
        raise ConfigurationError(f"prompt file {name!r} has no front matter with 'version' and 'inputs'")
    inputs = tuple(part.strip() for part in fields["inputs"].split(","))
    return Prompt(name, int(fields["version"]), inputs, _environment().from_string(body))


def render(name: str, **values: object) -> str:
    """The prompt's text with its variables filled in.

    Raises:
        ConfigurationError: If the values are not exactly the inputs that the file declares.
        jinja2.UndefinedError: If the text uses a variable that is not there.
    """
    found = prompt(name)
    if set(values) != set(found.inputs):
        raise ConfigurationError(f"prompt {name!r} takes {sorted(found.inputs)}, not {sorted(values)}")
    return found.body.render(**values).strip() + "\n"
