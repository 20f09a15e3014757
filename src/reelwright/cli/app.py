"""The commands; each imports what it needs when it runs."""

import typer

from reelwright.cli import board_flags, flags, options
from reelwright.cli.panels import PanelCommand, PanelGroup
from reelwright.cli.template_commands import templates_app

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


@app.callback(invoke_without_command=True)
def main(
    version: flags.Version = False,
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
    prompt: flags.Prompt,
    duration: flags.Duration = None,
    aspect: flags.Aspect = None,
    size: flags.Size = None,
    fps: flags.Fps = None,
    template: flags.Template = None,
    style: flags.Style = None,
    mood: flags.Mood = None,
    negative: flags.Negative = None,
    seed: flags.Seed = None,
    burn_captions: flags.BurnCaptions = False,
    no_cards: flags.NoCards = False,
    voice: flags.Voice = None,
    no_voice: flags.NoVoice = False,
    pronounce: flags.Pronounce = None,
    music: flags.Music = None,
    no_music: flags.NoMusic = False,
    no_effects: flags.NoEffects = False,
    text_model: flags.TextModel = None,
    image_model: flags.ImageModel = None,
    video_model: flags.VideoModel = None,
    voice_model: flags.VoiceModel = None,
    music_model: flags.MusicModel = None,
    sound_model: flags.SoundModel = None,
    single_stage: flags.SingleStage = False,
    variations: flags.Variations = None,
    takes: flags.Takes = None,
    budget: flags.Budget = None,
    estimate: flags.EstimateOnly = False,
    yes: flags.YesToPrice = False,
    until: flags.Until = "film",
    pause_after: flags.PauseAfter = None,
    new: flags.New = False,
    out: flags.Out = None,
    open_it: flags.Open = False,
    as_json: flags.Json = False,
) -> None:
    """Make a film of a prompt.

    The same command again continues a film that was stopped.
    """
    from reelwright.cli.making import make_film

    # The context holds every option under its name here.
    wanted, models = options.film_options(context.params), options.models_of(context.params)
    order = options.prompt_of(prompt), options.until_of(until), wanted, models
    make_film(context.obj, *order, opens=open_it, only_prices=estimate, may_ask=not yes)


@app.command(
    cls=PanelCommand,
    rich_help_panel=MAKING,
    epilog="Example: reelwright film ./artisan-coffee/shots.json --out ./second-cut",
)
def film(
    context: typer.Context,
    shots: flags.ShotList,
    budget: flags.Budget = None,
    estimate: flags.EstimateOnly = False,
    yes: flags.YesToPrice = False,
    until: flags.UntilOfList = "film",
    pause_after: flags.PauseAfter = None,
    out: flags.Out = None,
    open_it: flags.Open = False,
    as_json: flags.Json = False,
) -> None:
    """Shoot a shot list exactly as it is written.

    Only what you changed is made again.
    """
    from reelwright.cli.making import shoot_list

    wanted = {"out": out, "until": options.until_of(until, options.UNTIL_OF_LIST), "budget": budget}
    wanted["pause_after"] = pause_after
    shoot_list(context.obj, shots, wanted, opens=open_it, only_prices=estimate, may_ask=not yes)


@app.command(
    cls=PanelCommand,
    rich_help_panel=MAKING,
    epilog='Example: reelwright storyboard --story "Aldar Kose rides home at sunset" --token aldar_kose_man --dry-run',
)
def storyboard(
    context: typer.Context,
    story: board_flags.Story = None,
    num_frames: board_flags.NumFrames = None,
    token: board_flags.Token = None,
    base_seed: board_flags.BaseSeed = None,
    style: board_flags.Style = None,
    mood: flags.Mood = None,
    aspect: flags.Aspect = None,
    size: flags.Size = None,
    condense: board_flags.Condense = False,
    num_inference_steps: board_flags.Steps = None,
    guidance_scale: board_flags.Guidance = None,
    lora_path: board_flags.LoraPath = None,
    lora_strength: board_flags.LoraStrength = None,
    device: board_flags.Device = None,
    text_model: board_flags.Model = None,
    image_model: flags.ImageModel = None,
    budget: flags.Budget = None,
    estimate: flags.EstimateOnly = False,
    yes: flags.YesToPrice = False,
    dry_run: board_flags.DryRun = False,
    new: flags.New = False,
    output_dir: board_flags.OutputDir = None,
    open_it: flags.Open = False,
    as_json: flags.Json = False,
) -> None:
    """Break a story into 6 to 10 panels, and draw them."""
    from reelwright.cli.storyboarding import make_storyboard

    # The context holds every option under its name here.
    make_storyboard(context.obj, context.params)


@app.command(
    cls=PanelCommand,
    rich_help_panel=MAKING,
    epilog='Example: reelwright scenario -d "A detective enters his office" -n 7 --style "film noir" -o shots.json',
)
def scenario(
    context: typer.Context,
    description: flags.Description = None,
    output: flags.ListFile = None,
    num_shots: flags.NumShots = None,
    style: flags.SceneStyle = None,
    mood: flags.Mood = None,
    aspect: flags.Aspect = None,
    character: flags.CharacterLook = None,
    seed: flags.Seed = None,
    example: flags.Example = None,
    screenplay: flags.ScreenplayFile = None,
    from_library: flags.FromLibrary = None,
    model: flags.WriterModel = None,
    text_model: flags.TextModel = None,
    budget: flags.Budget = None,
    estimate: flags.EstimateOnly = False,
    yes: flags.YesToPrice = False,
    shoot: flags.Shoot = False,
    save: flags.SaveAs = None,
    new: flags.New = False,
    out: flags.Out = None,
    open_it: flags.Open = False,
    examples: flags.Examples = False,
    styles: flags.Styles = False,
    list_models: flags.ListModels = False,
    library: flags.Library = False,
    as_json: flags.Json = False,
) -> None:
    """Turn a scene description into a shot list.

    Edit the list, then `film` shoots it exactly.
    """
    from reelwright.cli.scenario import run_scenario

    run_scenario(context.obj, context.params)


@app.command(cls=PanelCommand, rich_help_panel=MAKING)
def resume(
    context: typer.Context,
    film_id: flags.UnfinishedFilmId = None,
    budget: flags.NewBudget = None,
    pause_after: flags.PauseAfter = None,
    out: flags.Out = None,
    open_it: flags.Open = False,
    as_json: flags.Json = False,
) -> None:
    """Continue a film that was stopped, also with a higher budget."""
    from reelwright.cli.making import resume_film

    wanted = {"out": out, "budget": budget, "pause_after": pause_after}
    resume_film(context.obj, film_id, wanted, opens=open_it)


@app.command(cls=PanelCommand, rich_help_panel=MAKING)
def approve(context: typer.Context, film_id: flags.FilmId, note: flags.Note = "", as_json: flags.Json = False) -> None:
    """Let a film go on that waits for you.

    Nothing needs to run; `resume` or a worker continues it.
    """
    from reelwright.cli.deciding import approve_film

    approve_film(context.obj, film_id, note)


@app.command(cls=PanelCommand, rich_help_panel=MAKING)
def reject(
    context: typer.Context, film_id: flags.FilmId, note: flags.WhatIsWrong = "", as_json: flags.Json = False
) -> None:
    """Keep a film from going on as it is."""
    from reelwright.cli.deciding import reject_film

    reject_film(context.obj, film_id, note)


@app.command(cls=PanelCommand, rich_help_panel=MAKING)
def cancel(context: typer.Context, film_id: flags.FilmId, as_json: flags.Json = False) -> None:
    """Stop a film, whichever process makes it.

    Nothing more is bought, and what was made is kept.
    """
    from reelwright.cli.deciding import cancel_film

    cancel_film(context.obj, film_id)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def follow(
    context: typer.Context, film_id: flags.FilmId, after: flags.After = 0, as_json: flags.JsonLines = False
) -> None:
    """Watch a film being made, from any process."""
    from reelwright.cli.following import follow_film

    raise typer.Exit(follow_film(context.obj, film_id, after))


@app.command(cls=PanelCommand, rich_help_panel=MAKING, epilog="Example: reelwright retake 3c0e 2")
def retake(
    context: typer.Context,
    film_id: flags.FilmId,
    shot: flags.ShotName,
    out: flags.Out = None,
    open_it: flags.Open = False,
    as_json: flags.Json = False,
) -> None:
    """Shoot one more take of a shot, and make the cut again."""
    from reelwright.cli.making import retake_shot

    retake_shot(context.obj, film_id, shot, out, opens=open_it)


@app.command(
    cls=PanelCommand, rich_help_panel=MAKING, epilog='Example: reelwright rewrite 3c0e story --note "make it funnier"'
)
def rewrite(
    context: typer.Context,
    film_id: flags.FilmId,
    stage: flags.WritingStage,
    note: flags.Wish = "",
    budget: flags.NewBudget = None,
    out: flags.Out = None,
    open_it: flags.Open = False,
    as_json: flags.Json = False,
) -> None:
    """Write a stage once more, and make anew what follows from it."""
    from reelwright.cli.making import rewrite_stage

    wanted = {"note": note, "budget": budget, "out": out}
    rewrite_stage(context.obj, film_id, stage, wanted, opens=open_it)


@app.command(cls=PanelCommand, rich_help_panel=MAKING, epilog="Example: reelwright enhance 3c0e 2 --accept")
def enhance(
    context: typer.Context,
    film_id: flags.EnhancedFilm = None,
    shot: flags.EnhancedShot = None,
    prompt: flags.OwnPrompt = None,
    subject: flags.OwnSubject = None,
    style: flags.Style = None,
    mood: flags.Mood = None,
    text_model: flags.TextModel = None,
    rounds: flags.Rounds = None,
    accept: flags.Accept = False,
    keep_trace: flags.KeepTrace = None,
    budget: flags.NewBudget = None,
    estimate: flags.EstimateOnly = False,
    yes: flags.YesToPrice = False,
    as_json: flags.Json = False,
) -> None:
    """Rewrite a shot's picture prompt as a cinematographer would.

    A critic scores each round; the best one wins, and you see the difference.
    """
    from reelwright.cli.enhancing import enhance as enhance_prompt

    wanted = {"subject": subject, "style": style, "mood": mood, "models": {"text": text_model} if text_model else None}
    wanted |= {"rounds": rounds and options.count_of("--rounds", 4, rounds), "accept": accept, "keep_trace": keep_trace}
    wanted["budget"] = budget and options.budget_of(budget)
    enhance_prompt(context.obj, film_id, shot, prompt, wanted, only_prices=estimate, may_ask=not yes)


@app.command(cls=PanelCommand, rich_help_panel=MAKING)
def worker(
    context: typer.Context,
    films_at_once: flags.FilmsAtOnce = None,
) -> None:
    """Make every film that is asked for, until you stop it.

    On PostgreSQL run as many as you like.
    """
    from reelwright.cli.working import run_worker

    run_worker(context.obj, films_at_once)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def films(context: typer.Context, as_json: flags.Json = False) -> None:
    """List all films, the newest first."""
    from reelwright.cli.looking import list_films

    list_films(context.obj)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def show(context: typer.Context, film_id: flags.FilmId, as_json: flags.Json = False) -> None:
    """Show what became of a film."""
    from reelwright.cli.looking import show_film

    show_film(context.obj, film_id)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def publish(
    context: typer.Context, film_id: flags.FilmId, yes: flags.YesToPrice = False, as_json: flags.Json = False
) -> None:
    """Suggest title, description, tags and music for a film."""
    from reelwright.cli.publishing import suggest_texts

    suggest_texts(context.obj, film_id, may_ask=not yes)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def rm(
    context: typer.Context,
    film_id: flags.FilmId,
    yes: flags.Yes = False,
    as_json: flags.Json = False,
) -> None:
    """Delete a film with all media that nothing else uses.

    Its output folder stays.
    """
    from reelwright.cli.looking import remove_film

    remove_film(context.obj, film_id, asks=not yes)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING, epilog="Example: reelwright clean --dry-run")
def clean(
    context: typer.Context,
    days: flags.EngineDays = None,
    dry_run: flags.DryRun = False,
    yes: flags.YesToMedia = False,
    as_json: flags.Json = False,
) -> None:
    """Delete what nothing needs any more.

    Films, their media and their costs stay.
    """
    from reelwright.cli.looking import clean_up

    clean_up(context.obj, days, dry_run=dry_run, sure=yes)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING, epilog="Example: reelwright costs --by day --since 2026-11-01")
def costs(
    context: typer.Context,
    film_id: flags.OfFilm = None,
    by: flags.By = "film",
    since: flags.Since = None,
    as_json: flags.Json = False,
) -> None:
    """Show what was spent and what is set aside."""
    from reelwright.cli.money import show_costs

    show_costs(context.obj, film_id, by, since)


calls_app = typer.Typer(cls=PanelGroup, rich_markup_mode=None)


@calls_app.callback(invoke_without_command=True)
def calls(
    context: typer.Context,
    only_open: flags.OnlyOpen = False,
    film_id: flags.OfFilm = None,
    as_json: flags.Json = False,
) -> None:
    """List the paid calls, and settle one in doubt."""
    from reelwright.cli.money import list_calls

    if context.invoked_subcommand is None:
        list_calls(context.obj, film_id, only_open=only_open)


@calls_app.command(cls=PanelCommand, epilog="Example: reelwright calls settle 3f9a1c77b02e --not-charged")
def settle(
    context: typer.Context,
    key: flags.CallKey,
    not_charged: flags.NotCharged = False,
    charged: flags.Charged = False,
    remote_id: flags.RemoteId = None,
    as_json: flags.Json = False,
) -> None:
    """Say what became of a call that nobody else can find out about."""
    from reelwright.cli.money import settle as settle_call

    settle_call(context.obj, key, not_charged=not_charged, charged=charged, remote_id=remote_id)


app.add_typer(calls_app, name="calls", rich_help_panel=LOOKING)


app.add_typer(templates_app, name="templates", rich_help_panel=LOOKING)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING, epilog="Example: reelwright models text")
def models(context: typer.Context, makes: flags.Makes = None, as_json: flags.Json = False) -> None:
    """List the models that can be chosen, with price and key."""
    from reelwright.cli.choosing import list_models
    from reelwright.cli.options import MODALITIES, one_of

    list_models(context.obj, makes if makes is None else one_of("MAKES", makes, MODALITIES, "text"))


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def voices(context: typer.Context, as_json: flags.Json = False) -> None:
    """List the voices."""
    from reelwright.cli.looking import list_voices

    list_voices(context.obj)


@app.command(cls=PanelCommand, rich_help_panel=LOOKING)
def doctor(context: typer.Context, as_json: flags.Json = False) -> None:
    """Check that everything a film needs is in order."""
    from reelwright.cli.looking import examine

    raise typer.Exit(examine(context.obj))
