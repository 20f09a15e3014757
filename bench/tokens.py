"""How many tokens does the writing of a film take? Counted over recorded answers, per stage, with a tokenizer.

The forms of the answers are counted apart: hosts that enforce a schema count it as input, others never see it.

Usage: ``pip install bpe-openai && python bench/tokens.py``
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bpe_openai  # pyright: ignore[reportMissingImports]

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reelwright.film.brief import Brief  # noqa: E402
from reelwright.ports import TextRequest  # noqa: E402
from reelwright.prompts.templates import load_templates  # noqa: E402
from reelwright.providers.language.form import strict_schema  # noqa: E402
from reelwright.providers.language.reading import read_answer  # noqa: E402
from reelwright.stages.break_into_shots import break_into_shots_request, read_shots  # noqa: E402
from reelwright.stages.choose_template import choose_template_request, read_template_choice  # noqa: E402
from reelwright.stages.specify_pictures import consistency_markers, specify_picture_request  # noqa: E402
from reelwright.stages.stage_shot import stage_shots  # noqa: E402
from reelwright.stages.write_film import write_film_request  # noqa: E402
from reelwright.stages.write_story import read_story, write_story_request  # noqa: E402

MOST, MOST_OUTPUT = 5500, 1300
_ENCODING: Any = bpe_openai.get_encoding("o200k_base")  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]


def tokens(text: str) -> int:
    """Tokens of a text, as o200k_base counts them."""
    return len(_ENCODING.encode(text))


@dataclass(frozen=True)
class Row:
    """One call."""

    stage: str
    asked: int
    answered: int
    form: int


def row(request: TextRequest[Any], answer: Any) -> Row:
    """The tokens of one call."""
    form = json.dumps(strict_schema(request.output_type.model_json_schema()), separators=(",", ":"))
    return Row(request.task, tokens(request.prompt), tokens(json.dumps(answer, ensure_ascii=False)), tokens(form))


def rows_of(said: dict[str, Any]) -> list[Row]:
    """The calls of a film's writing."""
    brief, templates = Brief(prompt=said["prompt"]), load_templates()

    def read(request: TextRequest[Any], given: Any) -> Any:
        rows.append(row(request, given))
        return read_answer(json.dumps(given), request.output_type)

    rows: list[Row] = []
    choice = read_template_choice(read(choose_template_request(brief, templates), said["choose_template"]), templates)
    template = templates[choice.selected_template]
    story = read_story(read(write_story_request(brief, template, choice), said["write_story"]), brief, template)
    drafts = read(break_into_shots_request(brief, template, story), said["break_into_shots"])
    shots = read_shots(drafts, brief, template, story)
    staged = stage_shots(shots, story.subject, brief, setting=story.setting, template=template.slug)
    markers = consistency_markers(brief, story, staged)
    for shot, given in zip(staged, said["specify_picture"], strict=True):
        read(specify_picture_request(brief, story, markers, shot), given)
    whole = [
        {**draft, **picture, "line": line["text"]}
        for draft, picture, line in zip(
            said["break_into_shots"]["shots"], said["specify_picture"], said["write_story"]["lines"], strict=True
        )
    ]
    kept = {name: said["write_story"][name] for name in ("title", "setting", "subject", "brand", "call_to_action")}
    at_once = {**kept, "logline": said["write_story"]["narrative"]["logline"], "shots": whole}
    rows.append(row(write_film_request(brief, template), at_once))
    return rows


def main() -> int:
    """Prints the table; fails when the four stages take more than their budget."""
    over = False
    for path in sorted((ROOT / "tests" / "wire" / "answers").glob("*.json")):
        rows = rows_of(json.loads(path.read_text("utf-8")))
        print(f"\n{path.stem}\n\n| call | asked | answered | form |\n| --- | ---: | ---: | ---: |")
        for one in rows:
            print(f"| {one.stage} | {one.asked} | {one.answered} | {one.form} |")
        four = [one for one in rows if one.stage != "write_film"]
        asked, answered, form = (sum(getattr(one, name) for one in four) for name in ("asked", "answered", "form"))
        print(f"| four stages | {asked} | {answered} | {form} |")
        print(f"\nfour stages: {asked + answered} tokens, {asked + answered + form} with the forms; at most {MOST}")
        over |= asked + answered + form > MOST or answered > MOST_OUTPUT
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
