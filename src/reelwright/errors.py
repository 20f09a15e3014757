"""The one error tree of Reelwright.

ReelwrightError                 anything we raise on purpose
├── BadInput                    a value that a person or a program gave us is wrong
├── NotFound                    the film, shot, frame, take, voice or template does not exist
├── Conflict                    busy or locked: another process or an earlier state is in the way
├── OverBudget                  the next step would pass the cap
├── Cancelled                   a person stopped it
├── ConfigurationError          settings, keys or a missing part of the installation
├── StorageError                disk or database
├── CapabilityError             the chosen model cannot do what is asked
├── MediaError                  a picture, sound or film could not be read or written
│   └── UnreadableMedia
└── ProviderError               a vendor's model (or our own) did not deliver
    ├── NotConfigured           no key or address
    ├── Unauthorised            the key was refused
    ├── PaymentRequired         the account has no credit
    ├── Missing                 the model does not exist there
    ├── Refused                 refused for its content; never retried
    ├── InvalidRequest          the vendor rejected the request
    ├── RateLimited             carries ``retry_after_s``
    ├── Busy                    overloaded, try later
    ├── TimedOut                no answer in time
    ├── ReplyUnreadable         an answer that does not parse
    ├── OutcomeUnknown          it may or may not have been done and charged
    └── RunFailed               the model ran and failed

Every error survives the durable engine: ``from_json(error.to_json())`` gives the same class, message, hint and details.
"""

import errno
from typing import ClassVar, cast

Detail = str | int | float | bool | None
ErrorJson = dict[str, str | dict[str, Detail]]
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_MAKE_ROOM = "Free some space, or point REELWRIGHT_HOME at another disk, then run `reelwright resume`."


class ReelwrightError(Exception):
    """What went wrong in one sentence, and what to do next.

    Args:
        message: Names the bad value with ``!r`` and what is allowed.
        hint: The next step, usually a command. May be empty.
        details: Small JSON values that a program may want (``retry_after_s``, ``film_id``).
    """

    status_code: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, *, hint: str = "", **details: Detail) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.details = details

    def __str__(self) -> str:
        return self.message

    def to_json(self) -> ErrorJson:
        """The one JSON shape of an error, on the command line, over HTTP and inside the engine."""
        return {"kind": type(self).__name__, "message": self.message, "hint": self.hint, "details": dict(self.details)}

    @classmethod
    def wrap(cls, error: BaseException) -> "ReelwrightError":
        """An unexpected exception as a plain ``ReelwrightError`` that keeps its type's name in the message.

        A full disk can show anywhere, in libraries too, and is no defect: it comes as a ``StorageError``.
        """
        if isinstance(error, ReelwrightError):
            return error
        if isinstance(error, OSError) and error.errno in _NO_SPACE:
            where = f": {error.filename!r} could not be written" if error.filename else ""
            return StorageError(f"the disk is full{where}", hint=_MAKE_ROOM)
        return ReelwrightError(
            f"unexpected {type(error).__name__}: {error}",
            hint="This is a defect of Reelwright: `reelwright doctor` shows what to send with a report.",
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (from_json, (self.to_json(),))


class BadInput(ReelwrightError):
    """A value given by a person or a program is wrong; nothing was changed."""

    status_code = 422
    exit_code = 2


class NotFound(ReelwrightError):
    """The named thing does not exist."""

    status_code = 404
    exit_code = 2


class Conflict(ReelwrightError):
    """Something else holds what is needed; try again later."""

    status_code = 409
    exit_code = 75
    retryable = True


class OverBudget(ReelwrightError):
    """The next step would pass the cap; nothing was spent."""

    status_code = 402
    exit_code = 4


class Cancelled(ReelwrightError):
    """A person stopped it; what was made is kept."""

    status_code = 409
    exit_code = 130


class ConfigurationError(ReelwrightError):
    """A setting, a key or a part of the installation is missing or wrong."""

    exit_code = 78


class StorageError(ReelwrightError):
    """The disk or the database failed; what was recorded before is kept."""

    status_code = 507


class CapabilityError(ReelwrightError):
    """The chosen model cannot do what is asked; nothing was sent."""

    status_code = 422
    exit_code = 2


class MediaError(ReelwrightError):
    """A picture, sound or film could not be made or written."""


class UnreadableMedia(MediaError):
    """A file that is not the picture, sound or film it should be."""

    status_code = 422


class ProviderError(ReelwrightError):
    """A model's provider did not deliver."""

    status_code = 502
    exit_code = 3


class NotConfigured(ProviderError):
    """The provider has no key or no address."""

    exit_code = 78


class Unauthorised(ProviderError):
    """The provider refused the key."""


class PaymentRequired(ProviderError):
    """The provider's account has no credit."""


class Missing(ProviderError):
    """The provider does not have that model."""


class Refused(ProviderError):
    """The provider refused the content; asking again would not help."""


class InvalidRequest(ProviderError):
    """The provider rejected the request as malformed."""


class RateLimited(ProviderError):
    """Too many requests; ``details["retry_after_s"]`` says when to come back."""

    status_code = 429
    exit_code = 75
    retryable = True


class Busy(ProviderError):
    """The provider is overloaded."""

    status_code = 503
    exit_code = 75
    retryable = True


class TimedOut(ProviderError):
    """No answer in time."""

    status_code = 504
    retryable = True


class ReplyUnreadable(ProviderError):
    """An answer came that does not parse."""

    retryable = True


class OutcomeUnknown(ProviderError):
    """The call may or may not have been done and charged; it is never repeated silently."""


class RunFailed(ProviderError):
    """The model ran and reported a failure."""


def _tree(root: type[ReelwrightError]) -> dict[str, type[ReelwrightError]]:
    found = {root.__name__: root}
    for child in root.__subclasses__():
        found |= _tree(child)
    return found


def from_json(value: ErrorJson) -> ReelwrightError:
    """The error that ``to_json`` wrote; an unknown kind becomes a plain ``ReelwrightError``."""
    kind = _tree(ReelwrightError).get(str(value.get("kind")), ReelwrightError)
    details = cast(dict[str, Detail], value.get("details") or {})
    return kind(str(value.get("message")), hint=str(value.get("hint") or ""), **details)
