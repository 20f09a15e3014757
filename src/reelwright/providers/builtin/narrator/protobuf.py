"""Fields of a protobuf message, read and written without a schema."""

from collections.abc import Iterator
from dataclasses import dataclass

_VARINT, _EIGHT_BYTES, _BYTES, _FOUR_BYTES = 0, 1, 2, 5


@dataclass(frozen=True)
class Field:
    """One field as it stands in its message."""

    number: int
    value: memoryview
    """The payload of bytes, text, packed numbers and messages inside; empty for a plain number."""
    integer: int
    """The value of a plain number."""
    raw: memoryview
    """The field with its key and length."""

    @property
    def text(self) -> str:
        """The payload as text."""
        return bytes(self.value).decode()


def fields(message: memoryview) -> Iterator[Field]:
    """The fields of a message in their order.

    Raises:
        ValueError: If the message is cut off or of a kind that is no longer written.
    """
    at, nothing = 0, message[:0]
    while at < len(message):
        start = at
        key, at = _varint(message, at)
        kind, integer, value = key & 7, 0, nothing
        if kind == _VARINT:
            integer, at = _varint(message, at)
        elif kind == _BYTES:
            length, at = _varint(message, at)
            value, at = message[at : at + length], at + length
        elif kind in {_EIGHT_BYTES, _FOUR_BYTES}:
            length = 8 if kind == _EIGHT_BYTES else 4
            value, at = message[at : at + length], at + length
        else:
            raise ValueError(f"a protobuf field of kind {kind} at byte {start} cannot be read")
        if at > len(message):
            raise ValueError(f"a protobuf field at byte {start} is cut off")
        yield Field(key >> 3, value, integer, message[start:at])


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    result = shift = 0
    while True:
        if at >= len(message) or shift > 63:
            raise ValueError(f"a protobuf number at byte {at} is cut off")
        byte = message[at]
        result |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return result, at


def packed_number(number: int) -> bytes:
    """A number of 0 or more as a varint."""
    parts = bytearray()
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    parts.append(number)
    return bytes(parts)


def packed_field(number: int, payload: bytes | memoryview) -> bytes:
    """A field of bytes, text or a message inside."""
    return b"".join((field_head(number, len(payload)), payload))


def field_head(number: int, length: int) -> bytes:
    """What stands before the payload of a field of bytes."""
    return packed_number(number << 3 | _BYTES) + packed_number(length)


def packed_integer(number: int, integer: int) -> bytes:
    """A field of a plain number of 0 or more."""
    return packed_number(number << 3 | _VARINT) + packed_number(integer)
