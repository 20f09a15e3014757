"""The commands and their options; each command imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated, Any

import typer

from reelwright.cli import completion, options
from reelwright.cli.panels import PanelCommand, PanelGroup

app = typer.Typer(
    name="reelwright",
    help="A text-to-film studio: one line of prompt in, a finished short film out.",
    epilog='Start with: reelwright make "Artisan coffee that starts your morning right"',
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=PanelGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
)
MAKING, LOOKING = "Make films", "Look and tidy"
FILM, SOUND, MODELS, OUTPUT = "The film", "Sound", "Models", "Output"

JsonFlag = Annotated[
    bool, typer.Option("--json", metavar="", help="Print one JSON object for programs.", rich_help_panel=OUTPUT)
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Folder for the film (named after the prompt).", rich_help_panel=OUTPUT),
]
OpenFlag = Annotated[
    bool, typer.Option("--open", metavar="", help="Open the film when it is done.", rich_help_panel=OUTPUT)
]
FilmId = Annotated[
    str,
    typer.Argument(
        metavar="FILM_ID", help="Its id, or the first four characters or more.", autocompletion=completion.films
    ),
]


def _model(option: str, what: str) -> Any:
    return typer.Option(option, metavar="PROVIDER:MODEL", help=f"Who {what} (builtin).", rich_help_panel=MODELS)


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", metavar="", help="Show the version.", is_eager=True)] = False,
) -> None:
    """A text-to-film studio: one line of prompt in, a finished short film out."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"reelwright {installed('reelwright')}")
        raise typer.Exit


@app.command(
    cls=PanelCommand,
    rich_help_panel=MAKING,
    epilog='Example: reelwright make "Luxury perfume capturing midnight elegance" --aspect 9:16',
)
def make(
    context: typer.Context,
    prompt: Annotated[str, typer.Argument(metavar="PROMPT", help="What the film is about, in quotes.")],
    duration: Annotated[str | None, typer.Option(metavar="SECONDS", help="6 to 60 (15).", rich_help_panel=FILM)] = None,
    aspect: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(options.ASPECTS),
            help="Shape of the picture (16:9).",
            rich_help_panel=FILM,
            autocompletion=completion.words(options.ASPECTS),
        ),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option(
            metavar="WxH", help="Size in pixels (follows the aspect; 720 is the short side).", rich_help_panel=FILM
        ),
    ] = None,
    fps: Annotated[
        str | None, typer.Option(metavar="RATE", help="Frames per second, 24 or 30000/1001 (24).", rich_help_panel=FILM)
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="SLUG",
            help="Story template (the writer chooses); see `templates`.",
            rich_help_panel=FILM,
            autocompletion=completion.templates,
        ),
    ] = None,
    style: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="Look: illustrated, noir, paper, neon (fits the brief).", rich_help_panel=FILM
        ),
    ] = None,
    mood: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Feeling of light and music.", rich_help_panel=FILM)
    ] = None,
    seed: Annotated[
        str | None,
        typer.Option(metavar="N", help="Another number, another film (from the prompt).", rich_help_panel=FILM),
    ] = None,
    burn_captions: Annotated[
        bool,
        typer.Option(
            "--burn-captions", metavar="", help="Draw the captions into the picture too.", rich_help_panel=FILM
        ),
    ] = False,
    no_cards: Annotated[
        bool, typer.Option("--no-cards", metavar="", help="No title and no end card.", rich_help_panel=FILM)
    ] = False,
    voice: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who speaks (fits the story); see `voices`.",
            rich_help_panel=SOUND,
            autocompletion=completion.voices,
        ),
    ] = None,
    no_voice: Annotated[
        bool, typer.Option("--no-voice", metavar="", help="No voice-over.", rich_help_panel=SOUND)
    ] = False,
    pronounce: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD=SOUND",
            help="How to say a word: Reelwright=REEL-rite, or IPA in slashes.",
            rich_help_panel=SOUND,
        ),
    ] = None,
    music: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Your own track: WAV, MP3, M4A, FLAC or OGG (composed).", rich_help_panel=SOUND
        ),
    ] = None,
    no_music: Annotated[bool, typer.Option("--no-music", metavar="", help="No music.", rich_help_panel=SOUND)] = False,
    no_effects: Annotated[
        bool, typer.Option("--no-effects", metavar="", help="No sound effects.", rich_help_panel=SOUND)
    ] = False,
    text_model: Annotated[str | None, _model("--text-model", "writes")] = None,
    image_model: Annotated[str | None, _model("--image-model", "paints")] = None,
    video_model: Annotated[str | None, _model("--video-model", "moves the camera")] = None,
    voice_model: Annotated[str | None, _model("--voice-model", "speaks")] = None,
    music_model: Annotated[str | None, _model("--music-model", "composes")] = None,
    sound_model: Annotated[str | None, _model("--sound-model", "makes the sound effects")] = None,
    until: Annotated[
        str,
        typer.Option(
            metavar="|".join(options.UNTIL),
            show_default=False,
            help="Stop early; the same command goes on later (film).",
            rich_help_panel=OUTPUT,
            autocompletion=completion.words(options.UNTIL),
        ),
    ] = "film",
    new: Annotated[
        bool,
        typer.Option(
            "--new", metavar="", help="Start afresh, even if this film is unfinished.", rich_help_panel=OUTPUT
        ),
    ] = False,
    out: OutOption = None,
    open_it: OpenFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Make a film of a prompt.

    The same command again continues a film that was stopped.
    """
    from reelwright.cli.making import make_film

    models = {
        "text": text_model,
        "image": image_model,
        "video": video_model,
        "voice": voice_model,
        "music": music_model,
        "sound": sound_model,
    }
    width_px, height_px = options.size_of(size) if size is not None else (None, None)
    wanted = options.given(
        duration_s=None if duration is None else options.duration_s_of(duration),
        aspect=None if aspect is None else options.aspect_of(aspect),
        width_px=width_px,
        height_px=height_px,
        rate=None if fps is None else options.rate_of(fps),
        template=template,
        style=style,
        mood=mood,
        voice=voice,
        seed=None if seed is None else options.seed_of(seed),
        wants_voice=not no_voice,
        pronunciations=options.pronunciations_of(pronounce) if pronounce else None,
        wants_music=not no_music,
        music=music,
        wants_effects=not no_effects,
        burns_captions=burn_captions,
        wants_cards=not no_cards,
        new=new,
        out=out,
    )
    make_film(context.obj, options.prompt_of(prompt), options.until_of(until), wanted, options.given(**models), open_it)


@app.command(
    cls=PanelCommand,
    rich_help_panel=MAKING,
    epilog="Example: reelwright film ./artisan-coffee/shots.json --out ./second-cut",
)
def film(
    context: typer.Context,
    shots: Annotated[Path, typer.Argument(metavar="SHOTS.json", help="A shots.json, edited or not.")],
    until: Annotated[
        str, typer.Option(metavar="frames|film", show_default=False, help="Stop early (film).", rich_help_panel=OUTPUT)
    ] = "film",
    out: OutOption = None,
    open_it: OpenFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Shoot a shot list exactly as it is written.

    Only what you changed is made again.
    """
    from reelwright.cli.making import shoot_list

    shoot_list(context.obj, shots, options.until_of(until, ("frames", "film")), out, open_it)


@app.command(cls=PanelCommand, rich_help_panel=MAKING)
def resume(
    context: typer.Context,
    film_id: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILM_ID]", help="Which film (the latest unfinished).", autocompletion=completion.films
        ),
    ] = None,
    out: OutOption = None,
    open_it: OpenFlag = False,
    as_json: JsonFlag = False,
) -> None:
    """Continue a film that was stopped."""
    from reelwright.cli.making import resume_film

    resume_film(context.obj, film_id, out, open_it)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def films(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List all films, the newest first."""
    from reelwright.cli.looking import list_films

    list_films(context.obj)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def show(context: typer.Context, film_id: FilmId, as_json: JsonFlag = False) -> None:
    """Show what became of a film."""
    from reelwright.cli.looking import show_film

    show_film(context.obj, film_id)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def rm(
    context: typer.Context,
    film_id: FilmId,
    yes: Annotated[bool, typer.Option("--yes", "-y", metavar="", help="Do not ask.")] = False,
    as_json: JsonFlag = False,
) -> None:
    """Delete a film with all media that nothing else uses.

    Its output folder stays.
    """
    from reelwright.cli.looking import remove_film

    remove_film(context.obj, film_id, asks=not yes)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def templates(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List the story templates."""
    from reelwright.cli.looking import list_templates

    list_templates(context.obj)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def voices(context: typer.Context, as_json: JsonFlag = False) -> None:
    """List the voices."""
    from reelwright.cli.looking import list_voices

    list_voices(context.obj)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def doctor(context: typer.Context, as_json: JsonFlag = False) -> None:
    """Check that everything a film needs is in order."""
    from reelwright.cli.looking import examine

    raise typer.Exit(examine(context.obj))
