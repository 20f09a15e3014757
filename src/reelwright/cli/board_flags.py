"""What can be typed after ``storyboard`` that no other command takes."""

from pathlib import Path
from typing import Annotated, Any

import typer

from reelwright.cli import completion

_BOARD, _PAINTER, _OUTPUT = "The storyboard", "For a painter with LoRA", "Output"
DEVICES = ("auto", "cpu", "cuda", "mps")


def _value(panel: str, name: str, metavar: str, help_text: str, **more: Any) -> Any:
    return typer.Option(name, metavar=metavar, help=help_text, rich_help_panel=panel, **more)


Story = Annotated[str | None, _value(_BOARD, "--story", "TEXT", "The story, in quotes (you are asked for it).")]
NumFrames = Annotated[str | None, _value(_BOARD, "--num-frames", "N", "Panels, 6 to 10 (8).")]
Token = Annotated[
    str | None, _value(_BOARD, "--token", "WORD", "Trigger token that stands for the main character: aldar_kose_man.")
]
BaseSeed = Annotated[str | None, _value(_BOARD, "--base-seed", "N", "Every panel's seed derives from it (the story).")]
Condense = Annotated[
    bool,
    typer.Option(
        "--condense",
        metavar="",
        help="Bring prompts under the 77 tokens a text encoder reads.",
        rich_help_panel=_BOARD,
    ),
]
Style = Annotated[str | None, _value(_BOARD, "--style", "WORDS", "Look: paper, noir, neon, illustrated (paper).")]
Steps = Annotated[str | None, _value(_PAINTER, "--num-inference-steps", "N", "Denoising steps (40).")]
Guidance = Annotated[str | None, _value(_PAINTER, "--guidance-scale", "X", "How closely it follows the prompt (7.5).")]
LoraPath = Annotated[Path | None, _value(_PAINTER, "--lora-path", "FILE", "The character's LoRA, as safetensors.")]
LoraStrength = Annotated[str | None, _value(_PAINTER, "--lora-strength", "X", "0 to 2 (0.8).")]
Device = Annotated[
    str | None,
    _value(_PAINTER, "--device", "|".join(DEVICES), "Where it runs (auto).", autocompletion=completion.words(DEVICES)),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", metavar="", help="Stop after the breakdown: no picture, no cost of one.", rich_help_panel=_OUTPUT
    ),
]
OutputDir = Annotated[
    Path | None,
    _value(_OUTPUT, "--output-dir", "DIR", "Folder (prompt_storyboard_ and the time).", show_default=False),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--text-model", "--model", metavar="PROVIDER:MODEL", help="Who writes (builtin).", rich_help_panel="Models"
    ),
]
