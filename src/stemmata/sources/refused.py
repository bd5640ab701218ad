"""Why an input gives no page."""

import errno

from stemmata.model import Unread


class Refused(Exception):
    """One input gives no page: a short code, and a sentence. It never leaves this room; ``Unread`` does."""

    def __init__(self, reason: str, says: str) -> None:
        super().__init__(says)
        self.reason = reason
        self.says = says

    def unread(self, source: str) -> Unread:
        """Return the row that tells the reader of the report."""
        return Unread(source, self.reason, self.says)


def refused_by_system(error: OSError) -> Refused:
    """Say what the operating system would not do."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return Refused("no-permission", "You have no permission to read it.")
        case errno.ELOOP:
            return Refused("symlink-loop", "It is a symbolic link that leads back to itself.")
        case errno.ENXIO | errno.ENODEV:
            return not_a_file()
        case errno.ENOENT:
            return Refused(
                "broken-link", "It is a symbolic link to something that is not there, or it has just gone."
            )
        case _:
            return Refused("read-error", f"The system could not read it: {error.strerror or error}.")


def not_a_file() -> Refused:
    """Say that a pipe, socket or device is never opened: it may have no end, or never begin."""
    return Refused("not-a-file", "It is a pipe, a socket or a device. Send rows to standard input and name -")


def megabytes(count: int) -> str:
    """Return a number of bytes as a reader says it."""
    return f"{count / 2**20:,.0f} MB"


def too_long(what: str, limit: int) -> Refused:
    """Say that something is longer than the longest page that is read."""
    return Refused("too-long", f"{what} is longer than {megabytes(limit)} unpacked, the limit.")
