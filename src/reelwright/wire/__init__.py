"""The names other programs know: ``story.json`` and the shot lists, rendered and read in one place."""

from reelwright.wire.scenario_list import write_scenario_list
from reelwright.wire.shot_list import SuppliedShots, read_shot_list, write_shot_list
from reelwright.wire.story_file import stage_data

__all__ = ["SuppliedShots", "read_shot_list", "stage_data", "write_scenario_list", "write_shot_list"]
