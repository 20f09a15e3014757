"""The voice model's graph, made quicker: it must say the same."""

import importlib
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reelwright.providers.builtin.narrator.engine import style_table
from reelwright.providers.builtin.narrator.model_file import joined_parts, timed_output
from reelwright.providers.builtin.narrator.pronounce import pronounce
from reelwright.providers.builtin.narrator.protobuf import fields, packed_field, packed_integer
from reelwright.providers.builtin.narrator.quick_graph import LIMITS, quickened
from reelwright.providers.builtin.narrator.vocabulary import SYMBOLS


def spoken(model: bytes, limit: float = np.inf) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    runtime: Any = importlib.import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1
    session = runtime.InferenceSession(model + timed_output(), options, providers=["CPUExecutionProvider"])
    ids = [0, *(SYMBOLS[symbol] for word in pronounce("Just one cup.") for symbol in word.sounds), 0]
    style = style_table("af_heart")[len(ids) - 3][None]
    given: dict[str, Any] = {"tokens": np.array([ids]), "style": style, "speed": np.ones(1, np.float32)}
    if LIMITS in {entry.name for entry in session.get_inputs()}:
        given[LIMITS] = np.full(len(ids), limit, np.float32)
    sound, lengths = session.run(None, given)
    return np.asarray(sound).ravel(), np.asarray(lengths).ravel()


def spectrum(sound: NDArray[np.float32]) -> NDArray[np.float64]:
    frames = np.lib.stride_tricks.sliding_window_view(sound, 1024)[::256] * np.hanning(1024)
    return np.log(np.abs(np.fft.rfft(frames)[:, :340]) + 0.01)


def test_the_quick_model_says_the_same_at_the_same_time() -> None:
    published = joined_parts()
    quick = b"".join(quickened(published))
    sound, lengths = spoken(published)
    quick_sound, quick_lengths = spoken(quick)
    assert np.array_equal(lengths, quick_lengths)
    assert len(sound) == len(quick_sound) == int(lengths.sum()) * 600
    assert np.corrcoef(spectrum(sound).ravel(), spectrum(quick_sound).ravel())[0, 1] > 0.97
    assert spoken(quick, limit=3)[1].max() == 3
    assert quick.count(b"InstanceNormalization") > 60 > published.count(b"InstanceNormalization")
    assert published.count(b"ConvInteger") > 80 > 5 > quick.count(b"ConvInteger")


def test_a_model_without_integer_convolutions_is_kept() -> None:
    name, tensor = packed_field(8, b"w"), packed_integer(1, 300) + packed_integer(2, 1)
    node = packed_field(1, b"w") + packed_field(2, b"y") + packed_field(3, b"n") + packed_field(4, b"Abs")
    graph = packed_field(1, node + packed_field(7, b"")) + packed_field(5, tensor + name)
    model = packed_integer(1, 9) + packed_field(7, graph + packed_field(12, packed_field(1, b"y")))
    assert b"".join(quickened(model)) == model


@pytest.mark.parametrize("broken", [b"\x0a", b"\x0a\x05ab", b"\x0b\x00", b"\xff" * 11, b"\x09\x00"])
def test_what_is_no_message_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="protobuf"):
        list(fields(memoryview(broken)))
