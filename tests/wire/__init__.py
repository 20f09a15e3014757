"""A local imitation of the vendors of language models: real sockets, their shapes, their errors, books of its own."""

from tests.wire.said import Case, Charge, Seen, Vendor
from tests.wire.simulator import KEYS, Simulator

__all__ = ["KEYS", "Case", "Charge", "Seen", "Simulator", "Vendor"]
