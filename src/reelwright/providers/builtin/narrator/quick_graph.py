"""The voice model's graph made quicker: convolutions as products, norms as one node, silence that can be limited.

The runtime has no quick kernel for ``ConvInteger`` but one for products of unsigned activations with signed, packed
weights. A convolution of stride 1 is such a product: of its input, laid out once for each tap, with its weights. Only
the few messages of an ONNX file that this needs are read and written here (field numbers of ``onnx.proto3``).
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reelwright.providers.builtin.narrator.protobuf import Field, field_head, fields, packed_field, packed_integer

_GRAPH = 7
_NODE, _TENSOR, _INPUT, _OUTPUT, _VALUE_INFO = 1, 5, 11, 12, 13
_INT8, _INT64, _INTEGERS = 3, 7, 7
_TO_END = 2**62
_CONTRIBUTED = "com.microsoft"
LENGTHS = "/encoder/Clip_output_0"
"""The value with the length of each symbol, in steps of 25 ms."""
LIMITS = "limits"
"""A new input: the most steps that each symbol may take, so that silence is not made only to be cut away."""


@dataclass(frozen=True)
class _Node:
    name: str
    op: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: tuple[bytes, ...] = ()
    domain: str = ""

    @property
    def packed(self) -> bytes:
        parts = [packed_field(1, name.encode()) for name in self.inputs]
        parts += [packed_field(2, name.encode()) for name in self.outputs]
        parts += [packed_field(3, self.name.encode()), packed_field(4, self.op.encode())]
        parts += [packed_field(5, attribute) for attribute in self.attributes]
        return b"".join([*parts, packed_field(7, self.domain.encode())])


@dataclass(frozen=True)
class _Graph:
    nodes: list[_Node] = field(default_factory=list["_Node"])
    tensors: dict[str, bytes | memoryview] = field(default_factory=dict[str, "bytes | memoryview"])
    outputs: list[str] = field(default_factory=list[str])
    rest: list[memoryview] = field(default_factory=list[memoryview])

    def tensor(self, name: str, values: NDArray[Any], kind: int) -> str:
        """Keeps an array under a name."""
        shape = b"".join(packed_integer(1, int(size)) for size in values.shape)
        raw = packed_field(9, np.ascontiguousarray(values).data.cast("B"))
        self.tensors[name] = b"".join([shape, packed_integer(2, kind), packed_field(8, name.encode()), raw])
        return name


Parts = list[bytes | memoryview]
"""A message in parts that follow each other: to join them would hold a large model twice."""


def quickened(model: bytes) -> Parts:
    """The model with quick convolutions and norms, which say the same, and an input that limits each symbol's length.

    Args:
        model: An ONNX model as bytes.

    Raises:
        ValueError: If it is none, or its convolutions are put together otherwise.
    """
    parts: Parts = []
    for part in fields(memoryview(model)):
        parts += _packed(_GRAPH, _rewritten(_read(part.value))) if part.number == _GRAPH else [part.raw]
    return parts


def _packed(number: int, inner: Parts) -> Parts:
    """A field around a message in parts."""
    return [field_head(number, sum(len(part) for part in inner)), *inner]


def _read(message: memoryview) -> _Graph:
    graph = _Graph()
    for part in fields(message):
        if part.number == _NODE:
            graph.nodes.append(_node(part.value))
        elif part.number == _TENSOR:
            graph.tensors[_first(part.value, 8).text] = part.value
        elif part.number != _VALUE_INFO:
            graph.rest.append(part.raw)
        if part.number == _OUTPUT:
            graph.outputs.append(_first(part.value, 1).text)
    return graph


def _node(message: memoryview) -> _Node:
    found: dict[int, list[Field]] = {}
    for part in fields(message):
        found.setdefault(part.number, []).append(part)
    texts = {number: [part.text for part in found.get(number, [])] for number in (1, 2, 3, 4, 7)}
    attributes = tuple(bytes(part.value) for part in found.get(5, []))
    return _Node("".join(texts[3]), "".join(texts[4]), tuple(texts[1]), tuple(texts[2]), attributes, "".join(texts[7]))


def _first(message: memoryview, number: int) -> Field:
    for part in fields(message):
        if part.number == number:
            return part
    raise ValueError(f"the model has a part without its field {number}")


def _rewritten(graph: _Graph) -> Parts:
    made = {name: node for node in graph.nodes for name in node.outputs}
    read = {name: node for node in graph.nodes for name in node.inputs}
    replaced: dict[str, list[_Node]] = {}
    for conv in graph.nodes:
        if conv.op == "ConvInteger" and _integers(conv, "strides") == [1]:
            nodes = _product(conv, graph, made, read)
            replaced[nodes[-1].outputs[0]] = nodes
    readers = Counter(name for node in graph.nodes for name in node.inputs)
    for division in graph.nodes:
        nodes = _normalised(division, graph, made, read) if readers[division.outputs[0]] == 1 else []
        if nodes:
            replaced[nodes[-1].outputs[0]] = nodes
    if LENGTHS in made:
        replaced[LENGTHS] = _limited(made[LENGTHS], graph)
    nodes = [new for node in graph.nodes for new in replaced.get(node.outputs[0], [node])]
    wanted, kept = set(graph.outputs), list[bytes]()
    for node in reversed(nodes):
        if wanted.intersection(node.outputs):
            kept.append(packed_field(_NODE, node.packed))
            wanted.update(node.inputs)
    tensors = [part for name, tensor in graph.tensors.items() if name in wanted for part in _packed(_TENSOR, [tensor])]
    return [*reversed(kept), *tensors, *graph.rest]


def _product(conv: _Node, graph: _Graph, made: dict[str, _Node], read: dict[str, _Node]) -> list[_Node]:
    """The nodes instead of a convolution and of what adds its bias and scales it."""
    levels, weights, zero, weight_zero = conv.inputs
    after, bias = read[conv.outputs[0]], ""
    if after.op == "Add":
        bias = _bias(_other(after, conv.outputs[0]), made)
        after = read[after.outputs[0]]
    scaled = read[after.outputs[0]]
    if (after.op, scaled.op) != ("Cast", "Mul"):
        raise ValueError(f"the model scales {conv.name!r} in a way that is not known")
    scale = made[levels].outputs[1]
    weight_scale = _other(made[_other(scaled, after.outputs[0])], scale)
    name = conv.name
    taps = _values(graph.tensors[weights], np.uint8)
    # Unsigned levels become signed ones, and their zero with them: the products stay what they were.
    graph.tensor(f"{name}/taps", (taps.transpose(2, 1, 0).reshape(-1, len(taps)) ^ 128).view(np.int8), _INT8)
    weight_level = _values(graph.tensors[weight_zero], np.uint8)
    graph.tensor(f"{name}/zero", (weight_level ^ 128).view(np.int8), _INT8)
    inputs = (f"{name}/laid", f"{name}/taps", scale, weight_scale, zero, f"{name}/zero", *([bias] if bias else []))
    return [
        *_laid_out(conv, graph, taps.shape[2], levels, zero),
        _Node(f"{name}/product", "MatMulIntegerToFloat", inputs, (f"{name}/rows",), domain=_CONTRIBUTED),
        _Node(f"{name}/columns", "Transpose", (f"{name}/rows",), scaled.outputs, (_swapped(),)),
    ]


def _laid_out(conv: _Node, graph: _Graph, taps: int, levels: str, zero: str) -> list[_Node]:
    """Time by channels of all taps, beside one another."""
    name = conv.name
    turned = _Node(f"{name}/turn", "Transpose", (levels,), (f"{name}/turned",), (_swapped(),))
    if taps == 1:
        return [_Node(turned.name, turned.op, turned.inputs, (f"{name}/laid",), turned.attributes)]
    before, behind = _integers(conv, "pads")
    pads = graph.tensor(f"{name}/pads", np.array([0, before, 0, 0, behind, 0], np.int64), _INT64)
    axis = graph.tensor("reelwright/axis", np.array([1], np.int64), _INT64)
    nodes = [turned, _Node(f"{name}/pad", "Pad", (*turned.outputs, pads, zero), (f"{name}/padded",))]
    (step,) = _integers(conv, "dilations")
    for tap in range(taps):
        last = (tap + 1 - taps) * step
        start = graph.tensor(f"reelwright/{tap * step}", np.array([tap * step], np.int64), _INT64)
        end = graph.tensor(f"reelwright/{last or 'end'}", np.array([last or _TO_END], np.int64), _INT64)
        nodes.append(_Node(f"{name}/tap{tap}", "Slice", (f"{name}/padded", start, end, axis), (f"{name}/at{tap}",)))
    inputs = tuple(f"{name}/at{tap}" for tap in range(taps))
    return [*nodes, _Node(f"{name}/lay", "Concat", inputs, (f"{name}/laid",), (_attribute("axis", 2),))]


def _normalised(division: _Node, graph: _Graph, made: dict[str, _Node], read: dict[str, _Node]) -> list[_Node]:
    """One node instead of the nine that take a channel's mean away, divide by its spread, scale and shift it."""
    centred, spread = (made.get(name) for name in division.inputs) if division.op == "Div" else (None, None)
    if not centred or not spread or (centred.op, spread.op) != ("Sub", "Sqrt"):
        return []
    mean, guarded = made.get(centred.inputs[1]), made[spread.inputs[0]]
    scaled = read[division.outputs[0]]
    shifted = read.get(scaled.outputs[0])
    if not mean or not shifted or (mean.op, scaled.op, shifted.op) != ("ReduceMean", "Mul", "Add"):
        return []
    epsilon = next((name for name in guarded.inputs if name in graph.tensors), "")
    if not epsilon or _int64s(graph.tensors.get(mean.inputs[1], b"")) != [2]:
        return []
    name, flat = division.name, graph.tensor("reelwright/flat", np.array([-1], np.int64), _INT64)
    factors = _Node(f"{name}/factors", "Reshape", (_other(scaled, division.outputs[0]), flat), (f"{name}/scale",))
    shifts = _Node(f"{name}/shifts", "Reshape", (_other(shifted, scaled.outputs[0]), flat), (f"{name}/shift",))
    inputs = (centred.inputs[0], f"{name}/scale", f"{name}/shift")
    small = (_float_attribute("epsilon", _single(graph.tensors[epsilon])),)
    return [factors, shifts, _Node(f"{name}/norm", "InstanceNormalization", inputs, shifted.outputs, small)]


def _limited(lengths: _Node, graph: _Graph) -> list[_Node]:
    """The node that gives each symbol its length, and one that keeps it under a limit that comes in."""
    free = f"{LENGTHS}/free"
    floats = packed_field(2, packed_field(1, packed_integer(1, 1)))
    graph.rest.append(memoryview(packed_field(_INPUT, packed_field(1, LIMITS.encode()) + floats)))
    return [replace(lengths, outputs=(free,)), _Node("reelwright/limited", "Min", (free, LIMITS), (LENGTHS,))]


def _bias(reshaped: str, made: dict[str, _Node]) -> str:
    """The name of the bias before it was divided into levels."""
    node = made[reshaped]
    for op in ("Reshape", "Cast", "Floor"):
        if node.op != op:
            raise ValueError(f"the model adds {reshaped!r} in a way that is not known")
        node = made[node.inputs[0]]
    return node.inputs[0]


def _other(node: _Node, name: str) -> str:
    return next(other for other in node.inputs if other != name)


def _values(tensor: bytes | memoryview, kind: type[np.uint8]) -> NDArray[np.uint8]:
    """A tensor of levels; one of a single value may be written as a number."""
    parts = list(fields(memoryview(tensor)))
    shape = [size for part in parts if part.number == 1 for size in _numbers(part)]
    for part in parts:
        if part.number == 9:
            return np.frombuffer(part.value, kind).reshape(shape)
        if part.number == 5:
            return np.array(_numbers(part), kind).reshape(shape)
    raise ValueError("the model has a tensor without values")


def _int64s(tensor: bytes | memoryview) -> list[int]:
    for part in fields(memoryview(tensor)):
        if part.number == 9:
            return [int(number) for number in np.frombuffer(part.value, "<i8")]
        if part.number == 7:
            return _numbers(part)
    return []


def _single(tensor: bytes | memoryview) -> bytes:
    """The four bytes of a tensor of one float, which stand there raw or as a packed field."""
    return next(bytes(part.value) for part in fields(memoryview(tensor)) if part.number in {4, 9})


def _numbers(part: Field) -> list[int]:
    """One number, or several in one field (a packed field is a message of numbers without keys)."""
    if not part.value:
        return [part.integer]
    found: list[int] = []
    shift = result = 0
    for byte in part.value:
        result |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            found.append(result)
            shift = result = 0
    return found


def _integers(node: _Node, wanted: str) -> list[int]:
    for attribute in node.attributes:
        parts = list(fields(memoryview(attribute)))
        if any(part.number == 1 and part.text == wanted for part in parts):
            return [number for part in parts if part.number == 8 for number in _numbers(part)]
    return []


def _attribute(name: str, integer: int) -> bytes:
    return packed_field(1, name.encode()) + packed_integer(3, integer) + packed_integer(20, 2)


def _float_attribute(name: str, number: bytes) -> bytes:
    return packed_field(1, name.encode()) + bytes([2 << 3 | 5]) + number + packed_integer(20, 1)


def _swapped() -> bytes:
    """The attribute of a transposition of the last two of three axes."""
    return b"".join([packed_field(1, b"perm"), *(packed_integer(8, axis) for axis in (0, 2, 1)), packed_integer(20, 7)])
