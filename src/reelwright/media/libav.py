"""The one door to PyAV. Its own type hints are partly unknown, so everything from it counts as ``Any``."""

import importlib
from typing import Any, TypeAlias

av: Any = importlib.import_module("av")
RawPicture: TypeAlias = Any
"""``av.VideoFrame``: a picture as coders see it."""
RawSound: TypeAlias = Any
"""``av.AudioFrame``."""
