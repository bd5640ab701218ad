"""What the stages ask of the world: Protocols only."""

from stemmata.ports.engine import Engine, Loss, Meeting, Step
from stemmata.ports.linguist import Linguist
from stemmata.ports.progress import Progress
from stemmata.ports.source import Source
from stemmata.ports.store import Store

__all__ = ["Engine", "Linguist", "Loss", "Meeting", "Progress", "Source", "Step", "Store"]
