"""Every threshold of the stage, and where each came from."""

from dataclasses import dataclass

from stemmata.model import Role


@dataclass(frozen=True, slots=True)
class TermSettings:
    """Which phrases are followed, and where they are looked for."""

    fewest: int = 2
    """Words of a phrase raised by a claim at least: a single word in marks is irony. Set by hand."""

    most: int = 8
    """Words of a phrase raised by a claim at most: longer is a quotation, not a term. Set by hand."""

    roles: tuple[Role, ...] = (Role.TITLE, Role.SUBTITLE, Role.BODY)
    """Blocks that use a phrase. Captions, teasers and chrome are other people's words."""
