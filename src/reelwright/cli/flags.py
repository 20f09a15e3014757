"""What can be typed after a command: one name for each argument and option, with its help and its panel."""

from pathlib import Path
from typing import Annotated, Any

import typer

from reelwright.cli import completion, options

_FILM, _SOUND, _MODELS, _MONEY, _OUTPUT = "The film", "Sound", "Models", "Money", "Output"
_PROMPT = "The prompt"


def _value(panel: str, metavar: str, help_text: str, **more: Any) -> Any:
    """An option that takes a value."""
    return typer.Option(metavar=metavar, help=help_text, rich_help_panel=panel, **more)


def _switch(panel: str, name: str, help_text: str) -> Any:
    """An option that is there or not."""
    return typer.Option(name, metavar="", help=help_text, rich_help_panel=panel)


def _model(name: str, what: str) -> Any:
    return typer.Option(name, metavar="PROVIDER:MODEL", help=f"Who {what} (builtin).", rich_help_panel=_MODELS)


Version = Annotated[bool, typer.Option("--version", metavar="", help="Show the version.", is_eager=True)]
Prompt = Annotated[str, typer.Argument(metavar="PROMPT", help="What the film is about, in quotes.")]
ShotList = Annotated[Path, typer.Argument(metavar="SHOTS.json", help="A shots.json, edited or not.")]
FilmId = Annotated[
    str,
    typer.Argument(
        metavar="FILM_ID", help="Its id, or the first four characters or more.", autocompletion=completion.films
    ),
]
WritingStage = Annotated[str, typer.Argument(metavar="STAGE", help="template, story, shots or pictures.")]
Wish = Annotated[str, typer.Option("--note", metavar="TEXT", help="What should be different: `make it funnier`.")]
ShotName = Annotated[str, typer.Argument(metavar="SHOT", help="The shot's number, or its slate: 3 or sh03.")]
EnhancedFilm = Annotated[
    str | None,
    typer.Argument(
        metavar="[FILM_ID]", help="Its id, or the first four characters or more.", autocompletion=completion.films
    ),
]
EnhancedShot = Annotated[
    str | None, typer.Argument(metavar="[SHOT]", help="The shot's number, or its slate: 3 or sh03.")
]
UnfinishedFilmId = Annotated[
    str | None,
    typer.Argument(metavar="[FILM_ID]", help="Which film (the latest unfinished).", autocompletion=completion.films),
]

Duration = Annotated[str | None, _value(_FILM, "SECONDS", "6 to 60 (15).")]
Aspect = Annotated[
    str | None,
    _value(
        _FILM,
        "|".join(options.ASPECTS),
        "Shape of the picture (16:9).",
        autocompletion=completion.words(options.ASPECTS),
    ),
]
Size = Annotated[str | None, _value(_FILM, "WxH", "Size in pixels (follows the aspect; 720 is the short side).")]
Fps = Annotated[str | None, _value(_FILM, "RATE", "Frames per second, 24 or 30000/1001 (24).")]
Template = Annotated[
    str | None,
    _value(_FILM, "SLUG", "Story template (the writer chooses); see `templates`.", autocompletion=completion.templates),
]
Style = Annotated[str | None, _value(_FILM, "WORDS", "Look: illustrated, noir, paper, neon (fits the brief).")]
Mood = Annotated[str | None, _value(_FILM, "WORDS", "Feeling of light and music.")]
Negative = Annotated[
    str | None, _value(_FILM, "WORDS", "What pictures and takes are to avoid, with commas (what always fails).")
]
Seed = Annotated[str | None, _value(_FILM, "N", "Another number, another film (from the prompt).")]
BurnCaptions = Annotated[bool, _switch(_FILM, "--burn-captions", "Draw the captions into the picture too.")]
NoCards = Annotated[bool, _switch(_FILM, "--no-cards", "No title and no end card.")]

Voice = Annotated[
    str | None,
    _value(_SOUND, "NAME", "Who speaks (fits the story); see `voices`.", autocompletion=completion.voices),
]
NoVoice = Annotated[bool, _switch(_SOUND, "--no-voice", "No voice-over.")]
Pronounce = Annotated[
    list[str] | None,
    _value(_SOUND, "WORD=SOUND", "How to say a word: Reelwright=REEL-rite, or IPA in slashes."),
]
Music = Annotated[str | None, _value(_SOUND, "FILE", "Your own track: WAV, MP3, M4A, FLAC or OGG (composed).")]
NoMusic = Annotated[bool, _switch(_SOUND, "--no-music", "No music.")]
NoEffects = Annotated[bool, _switch(_SOUND, "--no-effects", "No sound effects.")]

TextModel = Annotated[str | None, _model("--text-model", "writes")]
ImageModel = Annotated[str | None, _model("--image-model", "paints")]
VideoModel = Annotated[str | None, _model("--video-model", "moves the camera")]
VoiceModel = Annotated[str | None, _model("--voice-model", "speaks")]
MusicModel = Annotated[str | None, _model("--music-model", "composes")]
SoundModel = Annotated[str | None, _model("--sound-model", "makes the sound effects")]

SingleStage = Annotated[
    bool, _switch(_MODELS, "--single-stage", "One call writes everything, instead of one for each stage.")
]
Variations = Annotated[str | None, _value(_MODELS, "N", "Stills made for each frame, one of which is chosen (1).")]
Takes = Annotated[str | None, _value(_MODELS, "N", "Takes of each shot (3; the built-in camera makes 1).")]

Description = Annotated[
    str | None, typer.Option("--description", "-d", metavar="TEXT", help="The scene in words.", rich_help_panel=_FILM)
]
ListFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Where the shot list goes.", rich_help_panel=_OUTPUT),
]
NumShots = Annotated[
    str | None, typer.Option("--num-shots", "-n", metavar="N", help="1 to 24 (5).", rich_help_panel=_FILM)
]
SceneStyle = Annotated[str | None, _value(_FILM, "WORDS", "Style preset or any style in words; see --styles.")]
CharacterLook = Annotated[
    list[str] | None, _value(_FILM, "NAME=LOOKS", "Who somebody is; goes word for word into every shot.")
]
WriterModel = Annotated[
    str | None,
    typer.Option(
        "--model", metavar="MODEL", help="Short for --text-model (SCENARIO_DEFAULT_MODEL).", rich_help_panel=_MODELS
    ),
]
ScreenplayFile = Annotated[
    Path | None, _value(_FILM, "FILE", "A Fountain screenplay: its scenes and dialogue as shots, free of charge.")
]
SaveAs = Annotated[str | None, _value(_OUTPUT, "NAME", "Keep the list in your library.")]
FromLibrary = Annotated[
    list[str] | None,
    typer.Option(
        "--from-library",
        metavar="NAME[:N]",
        help="Take a kept scene, or shot N of it; again for more.",
        rich_help_panel=_FILM,
        autocompletion=completion.library,
    ),
]
Library = Annotated[bool, _switch("Lists", "--library", "The scenes that you keep.")]
Shoot = Annotated[bool, _switch(_OUTPUT, "--shoot", "Shoot the list at once, into --out.")]
Example = Annotated[
    str | None,
    typer.Option(
        "--example",
        metavar="NAME",
        help="Write one of the scenes that ship.",
        rich_help_panel=_FILM,
        autocompletion=completion.examples,
    ),
]
Examples = Annotated[bool, _switch("Lists", "--examples", "The scenes that ship as examples.")]
Styles = Annotated[bool, _switch("Lists", "--styles", "The style presets and shot patterns.")]
ListModels = Annotated[bool, _switch("Lists", "--list-models", "The models that can write.")]

Budget = Annotated[str | None, _value(_MONEY, "USD", "What it may cost, or none (its estimate and a fifth more).")]
NewBudget = Annotated[str | None, _value(_MONEY, "USD", "What it may cost in all from now on, or none (as before).")]
EstimateOnly = Annotated[bool, _switch(_MONEY, "--estimate", "Tell what it would cost, and make nothing.")]
YesToPrice = Annotated[
    bool,
    typer.Option("--yes", "-y", metavar="", help="Do not ask before the first that costs.", rich_help_panel=_MONEY),
]

OwnPrompt = Annotated[str | None, _value(_PROMPT, "TEXT", "A prompt without a film, instead of a shot.")]
OwnSubject = Annotated[str | None, _value(_PROMPT, "TEXT", "Words of that prompt that must stay as they are.")]
Rounds = Annotated[str | None, _value(_PROMPT, "N", "Rewritings at the most, 1 to 4 (4).")]
Accept = Annotated[bool, _switch(_PROMPT, "--accept", "Write the new prompts into the shot.")]
KeepTrace = Annotated[Path | None, _value(_PROMPT, "DIR", "Keep the whole exchange as files.")]

Until = Annotated[
    str,
    _value(
        _OUTPUT,
        "|".join(options.UNTIL),
        "Stop early; the same command goes on later (film).",
        show_default=False,
        autocompletion=completion.words(options.UNTIL),
    ),
]
UntilOfList = Annotated[str, _value(_OUTPUT, "|".join(options.UNTIL_OF_LIST), "Stop early (film).", show_default=False)]
PauseAfter = Annotated[
    str | None,
    _value(
        _OUTPUT,
        "STAGES",
        "Wait for you after story, frames, takes (none); then `approve`.",
        autocompletion=completion.words(options.GATES),
    ),
]
New = Annotated[bool, _switch(_OUTPUT, "--new", "Start afresh, even if this film is unfinished.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Folder for the film (named after the prompt).", rich_help_panel=_OUTPUT),
]
Open = Annotated[bool, _switch(_OUTPUT, "--open", "Open the film when it is done.")]
Json = Annotated[bool, _switch(_OUTPUT, "--json", "Print one JSON object for programs.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", metavar="", help="Do not ask.")]

EngineDays = Annotated[
    float | None,
    typer.Option("--days", metavar="N", help="How long the engine's rows of a completed film are kept (7)."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", metavar="", help="Tell what would be deleted, and delete nothing.")]
YesToMedia = Annotated[bool, typer.Option("--yes", "-y", metavar="", help="Delete also when most media would go.")]

FilmsAtOnce = Annotated[
    int | None, typer.Option("--films", metavar="N", min=1, max=64, help="How many films at once (2).")
]

Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="What to remember about it.")]
WhatIsWrong = Annotated[str, typer.Option("--note", metavar="TEXT", help="What is wrong with it.")]
After = Annotated[
    int, typer.Option("--after", metavar="N", min=0, help="The last event you have seen (from the first).")
]
JsonLines = Annotated[bool, typer.Option("--json", metavar="", help="Print each event as a line of JSON.")]

OfFilm = Annotated[
    str | None,
    typer.Option("--film", metavar="FILM_ID", help="One film alone.", autocompletion=completion.films),
]
By = Annotated[
    str,
    typer.Option(
        "--by",
        metavar="|".join(options.COSTS_BY),
        help="What to add up by (film).",
        autocompletion=completion.words(options.COSTS_BY),
        show_default=False,
    ),
]
Makes = Annotated[
    str | None,
    typer.Argument(
        metavar="[MAKES]",
        help=f"Only those that make {'|'.join(options.MODALITIES)}.",
        autocompletion=completion.words(options.MODALITIES),
        show_default=False,
    ),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day of UTC on: 2026-11-01.")]
OnlyOpen = Annotated[bool, typer.Option("--open", metavar="", help="Those under way or in doubt.")]
CallKey = Annotated[str, typer.Argument(metavar="CALL", help="Its key, or the first characters of it.")]
NotCharged = Annotated[bool, typer.Option("--not-charged", metavar="", help="The provider never took it.")]
Charged = Annotated[bool, typer.Option("--charged", metavar="", help="It was charged, and its result is lost.")]
RemoteId = Annotated[str | None, typer.Option("--remote-id", metavar="ID", help="The provider has it under this id.")]

NewSlug = Annotated[
    str, typer.Argument(metavar="SLUG", help="How it will be called: small letters, digits and hyphens.")
]
SourceTemplate = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="SLUG",
        help="Whose beats and words it starts with (aida).",
        autocompletion=completion.templates,
        show_default=False,
    ),
]
FileOrSlug = Annotated[
    str | None,
    typer.Argument(
        metavar="[FILE|SLUG]", help="One of your own (all of them).", autocompletion=completion.own_templates
    ),
]
Slug = Annotated[str, typer.Argument(metavar="SLUG", help="Which story template.", autocompletion=completion.templates)]
