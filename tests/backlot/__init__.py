"""A local media-generation provider to break: real sockets, real files, books of its own, mischief on demand."""

from tests.backlot.books import Books, Charge, Leak, charges_in, doubles
from tests.backlot.office import Backlot, Office
from tests.backlot.profile import Fault, Kind, Order, Profile, RateLimit

__all__ = [
    "Backlot",
    "Books",
    "Charge",
    "Fault",
    "Kind",
    "Leak",
    "Office",
    "Order",
    "Profile",
    "RateLimit",
    "charges_in",
    "doubles",
]
