"""Everything stemmata raises.

::

    StemmataError
    ├── UsageError          the caller asked for something that cannot be
    │   ├── NotFound        a path, an id or a phrase that is not there
    │   └── BadInput        an input whose form is not what was promised
    ├── NothingRead         not one page of the input could be read
    ├── StoreError          a case file cannot be opened, read or written
    └── MissingExtra        an optional part is not installed

A bad page among a million is no error: it is an ``Unread`` row with its reason.
"""


class StemmataError(Exception):
    """Something went wrong that the reader of the message can act on."""


class UsageError(StemmataError):
    """The caller asked for something that cannot be."""


class NotFound(UsageError):
    """A path, an id or a phrase that is not there."""


class BadInput(UsageError):
    """An input whose form is not what was promised."""


class NothingRead(StemmataError):
    """Not one page of the input could be read."""


class StoreError(StemmataError):
    """A case file cannot be opened, read or written."""


class MissingExtra(StemmataError):
    """An optional part is not installed; the message names the extra."""
