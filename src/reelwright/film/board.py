"""A storyboard: a story in 6 to 10 panels, and how its pictures are wished for."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from reelwright.film.base import Noun

MIN_PANELS, MAX_PANELS = 6, 10
TOKEN_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{1,39}$"


class PanelCamera(StrEnum):
    """How a panel is seen, in the words of a picture prompt."""

    EXTREME_WIDE = "extreme wide shot"
    WIDE = "wide shot"
    MEDIUM = "medium shot"
    CLOSE_UP = "close-up"
    EXTREME_CLOSE_UP = "extreme close-up"
    POV = "POV shot"
    LOW = "low angle shot"
    HIGH = "high angle shot"
    OVER_SHOULDER = "over-the-shoulder shot"


class BoardWishes(Noun):
    """What a storyboard asks for beyond its story. What the chosen image model does not use is kept all the same."""

    panel_count: int = Field(default=8, ge=MIN_PANELS, le=MAX_PANELS)
    token: str = Field(default="", pattern=rf"^$|{TOKEN_PATTERN}")
    """The trigger token of a LoRA, by which alone the main character appears: ``aldar_kose_man``."""
    lora_path: str = ""
    """A LoRA's weights, as safetensors."""
    lora_strength: float = Field(default=0.8, ge=0, le=2)
    inference_steps: int = Field(default=40, ge=1, le=200)
    guidance_scale: float = Field(default=7.5, ge=0, le=30)
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    condenses: bool = False
    """Whether prompts longer than a text encoder's window are condensed to it."""


class BoardScene(Noun):
    """A panel in words."""

    frame: int = Field(ge=1)
    description: str
    camera: str
    mood: str


class Storyboard(Noun):
    """A story broken into panels, as ``scene_breakdown.json`` holds it."""

    story: str
    timestamp: datetime
    """When it was begun."""
    num_frames: int
    scenes: tuple[BoardScene, ...]

    @property
    def cameras(self) -> dict[str, int]:
        """How often each camera is used, in the order of the panels: the storyboard's camera variety."""
        found: dict[str, int] = {}
        for scene in self.scenes:
            found[scene.camera] = found.get(scene.camera, 0) + 1
        return found
