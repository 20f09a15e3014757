"""A shot: one camera set-up, the unit of generation, and the only schema for it."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from reelwright.film.base import HexColor, Noun

SHOTS_SCHEMA_VERSION = 1
MIN_SHOT_S, MAX_SHOT_S = 3.0, 7.0


class Framing(StrEnum):
    """Shot size."""

    EXTREME_WIDE = "extreme wide"
    WIDE = "wide"
    MEDIUM_WIDE = "medium wide"
    MEDIUM = "medium"
    MEDIUM_CLOSE = "medium close-up"
    CLOSE_UP = "close-up"
    EXTREME_CLOSE_UP = "extreme close-up"
    INSERT = "insert"


class Angle(StrEnum):
    """Where the camera stands."""

    EYE_LEVEL = "eye level"
    LOW = "low angle"
    HIGH = "high angle"
    TOP = "top"
    OVER_SHOULDER = "over the shoulder"
    POV = "POV"


class Movement(StrEnum):
    """How the camera moves."""

    STATIC = "static"
    PUSH_IN = "push-in"
    PULL_OUT = "pull-out"
    DOLLY_LEFT = "dolly left"
    DOLLY_RIGHT = "dolly right"
    PAN_LEFT = "pan left"
    PAN_RIGHT = "pan right"
    TILT_UP = "tilt up"
    TILT_DOWN = "tilt down"
    TRACKING = "tracking"
    ORBIT = "orbit"
    HANDHELD = "handheld"


class Camera(Noun):
    """The camera of a shot."""

    angle: Angle = Angle.EYE_LEVEL
    movement: Movement = Movement.STATIC
    framing: Framing = Framing.MEDIUM
    lens_note: str = ""


class Lighting(Noun):
    """The light of a shot, in words."""

    setup: str = ""
    mood: str = ""
    color_temperature: str = ""


class Presence(Noun):
    """Who is seen, and when within the shot (``throughout``, ``from the start``, ``at the end``, ``never``)."""

    character_visible: bool = False
    character_timing: str = "never"
    product_visible: bool = False
    product_timing: str = "never"


class VoiceOver(Noun):
    """What is spoken over a shot; the window counts in seconds from the shot's start."""

    text: str = ""
    start_s: float = Field(default=0.0, ge=0)
    end_s: float = Field(default=0.0, ge=0)


class DialogueLine(Noun):
    """What somebody says within a shot."""

    speaker: str = Field(min_length=1, max_length=60)
    """The character's name."""
    text: str = Field(min_length=1, max_length=1000)
    manner: str = Field(default="", max_length=120)
    """How it is said: ``whispering``; never spoken itself."""


class ProductLook(Noun):
    """How the product is drawn."""

    shape: str = "generic"
    """Slug of a product shape the artist knows: ``mug``, ``bottle``, ``phone``..."""
    label: str = ""
    """Short lettering on it; the product's own name."""
    material: str = ""
    color: HexColor = "#d9d2c5"
    accent: HexColor = "#8a5a3c"
    screen: str = ""
    """Slug of what its screen shows, by what the app is for: ``exercise``, ``money``, ``map``...; empty an overview."""


class Person(Noun):
    """How a person is drawn: the same in every shot but for pose, gaze, expression and place."""

    id: str = "lead"
    age_years: int = Field(default=32, ge=4, le=95)
    presentation: Literal["woman", "man", "girl", "boy"] = "woman"
    build: Literal["slim", "average", "athletic", "broad"] = "average"
    skin: int = Field(default=3, ge=1, le=6)
    """Fitzpatrick type."""
    hair_color: HexColor = "#3b2519"
    hair_length: Literal["bald", "short", "chin", "shoulder", "long"] = "shoulder"
    hair_style: Literal["straight", "wavy", "curly", "bun", "ponytail", "braid", "afro", "undercut", "pixie"] = "wavy"
    fringe: bool = False
    face_shape: Literal["", "oval", "round", "square", "heart", "long"] = ""
    """Empty lets the person's id choose."""
    facial_hair: Literal["none", "stubble", "beard", "moustache"] = "none"
    glasses: bool = False
    headwear: str = ""
    garment: str = "shirt"
    """``shirt``, ``sweater``, ``t-shirt``, ``sportswear``, ``suit``, ``coat``, ``dress``, ``robe``, ``apron``."""
    garment_color: HexColor = "#efe6d6"
    accent_color: HexColor = "#7a4a36"
    eye_color: HexColor = "#5b3a22"
    pose: str = "standing"
    """Slug of a pose the artist knows: ``holding``, ``standing``, ``sitting``, ``walking``, ``looking_up``..."""
    expression: Literal["neutral", "smile", "joy", "tired", "worried", "calm", "determined", "awe"] = "neutral"
    gaze: Literal["camera", "left", "right", "down", "up", "product", "closed"] = "camera"
    place: Literal["left", "centre", "right"] = "centre"
    holds_product: bool = False
    marks: tuple[str, ...] = Field(default=(), max_length=4)
    """``freckles``, ``mole``, ``scar``, ``beauty spot``, ``dimples``; and for this shot ``blemishes`` or ``glow``."""
    action: str = ""
    """Slug of what the person does within the shot: ``lift``, ``sip``, ``pour``, ``walk``, ``hug``, ``show``...;
    ``settle`` comes into the pose, empty only breathes and blinks."""
    accessories: tuple[str, ...] = Field(default=(), max_length=6)
    """``earrings``, ``necklace``, ``scarf``, ``tie``, ``bow tie``, ``headphones``, ``skirt``, ``shorts``, ``jeans``,
    ``boots``, ``sneakers``."""
    seen_from: Literal["front", "behind"] = "front"
    holds: str = ""
    """Slug of what is in the hand besides the product: ``letter``, ``lantern``, ``reel``...; empty is nothing."""


class Staging(Noun):
    """What the artist draws from; read out of the shot's words by ``stages.stage_shot``, or edited by a person."""

    setting: str = "abstract"
    """Slug of a setting the artist knows: ``kitchen``, ``street``, ``studio``..."""
    place_seed: int = Field(default=0, ge=0)
    """Furnishes the place: the same in every shot of a film, another in the next film."""
    time_of_day: Literal["dawn", "morning", "day", "golden hour", "dusk", "night"] = "day"
    weather: Literal["clear", "overcast", "rain", "snow", "fog"] = "clear"
    light_from: Literal["left", "right", "back", "above"] = "left"
    palette: tuple[HexColor, ...] = Field(default=(), max_length=8)
    """Dark to light, at most eight; empty lets the setting choose."""
    product: ProductLook | None = None
    product_place: Literal["left", "centre", "right", "in hand"] = "centre"
    people: tuple[Person, ...] = ()
    props: tuple[str, ...] = ()
    product_action: str = ""
    """Slug of what the product does within the shot: ``open``, ``pour``, ``light_up``, ``turn``...; empty rests."""
    crowd: Literal["none", "few", "many"] = "none"
    """People in the background, as silhouettes."""
    effects: tuple[str, ...] = ()
    """``steam``, ``dust``, ``bokeh``, ``petals``, ``sparkle``, ``light shafts``, ``silhouette``, ``neon``, ``fire``,
    ``stars``, ``confetti``, ``splash``."""
    derived: str = ""
    """Mark of an untouched reading of the words; a person's edit makes it disagree, and is then kept."""


class Prompts(Noun):
    """Stage 3: what a generative model is told for each picture of the shot."""

    image_prompt: str = ""
    start_image_prompt: str = ""
    end_image_prompt: str = ""
    motion_prompt: str = ""
    negative_prompt: str = ""


class Shot(Noun):
    """One camera set-up. Its length is ``frame_count`` at the film's rate and is stored nowhere else."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,31}$")
    """Stable: keeps through reordering and edits; seeds derive from it."""
    number: int = Field(ge=1)
    """Position in the film, from 1."""
    story_beat: str = ""
    scene_heading: str = ""
    frame_count: int = Field(ge=1)
    action_description: str = ""
    presence: Presence = Presence()
    camera: Camera = Camera()
    lighting: Lighting = Lighting()
    emotional_tone: str = ""
    voice_over: VoiceOver = VoiceOver()
    dialogue: tuple[DialogueLine, ...] = Field(default=(), max_length=12)
    """What the people in it say, in order; kept word for word."""
    characters: tuple[Annotated[str, StringConstraints(min_length=1, max_length=60)], ...] = Field(
        default=(), max_length=12
    )
    """Names of the characters who are seen; the film's cast says what they look like."""
    styles: tuple[Annotated[str, StringConstraints(max_length=200)], ...] = Field(default=(), max_length=8)
    """Looks in words that this shot is drawn in."""
    sounds: tuple[str, ...] = Field(default=(), max_length=4)
    """What is heard besides voice and music: ``rain``, ``pour``, ``steps``, ``whoosh``...; slugs of sound effects."""
    staging: Staging = Staging()
    prompts: Prompts = Prompts()
    seed: int | None = Field(default=None, ge=0, lt=2**31)
    """Overrides the seed derived from the film's seed and the shot's id."""

    @property
    def slate(self) -> str:
        """The shot's name in file names, logs and addresses: ``sh03``."""
        return f"sh{self.number:02d}"

    @property
    def spoken(self) -> str:
        """All that is heard in words: the voice-over, then the dialogue."""
        return " ".join(text for text in (self.voice_over.text.strip(), *(line.text for line in self.dialogue)) if text)


class ShotList(Noun):
    """The shots of a film in order, with the consistency markers they share."""

    shots: tuple[Shot, ...] = Field(min_length=1)

    @property
    def frame_count(self) -> int:
        """The film's length in frames: the sum of its shots."""
        return sum(shot.frame_count for shot in self.shots)

    def starts(self) -> tuple[int, ...]:
        """The first frame of each shot within the film."""
        found, at = [0] * len(self.shots), 0
        for index, shot in enumerate(self.shots):
            found[index] = at
            at += shot.frame_count
        return tuple(found)
