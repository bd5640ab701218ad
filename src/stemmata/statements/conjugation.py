"""The forms of verbs by the endings that a language file gives; a part that is split off may stand behind."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from stemmata.text.languages import words_of

Forms = Callable[[str, tuple[str, ...]], tuple[tuple[str, str, tuple[str, ...]], ...]]
"""From a verb as it is written and its particle to tense, form and the particle that must stand behind."""
WRITTEN_OUT = 4


class Conjugation(NamedTuple):
    """Endings of weak verbs: ``linking`` are stems' ends that want an e before a consonant.

    ``bare`` are prefixes that take no sign of the participle.
    """

    infinitive: str
    third: str
    past: str
    plural: str
    participle: str
    linking: tuple[str, ...]
    bare: tuple[str, ...]

    @classmethod
    def read(cls, table: Mapping[str, object]) -> "Conjugation":
        """Return the endings of a language file."""
        ends = [str(table.get(name, "")) for name in ("infinitive", "third", "past", "plural", "participle")]
        return cls(
            ends[0], ends[1], ends[2], ends[3], ends[4], words_of(table, "linking"), words_of(table, "bare")
        )

    def forms(self, head: str, particle: tuple[str, ...]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Return the forms of a verb: split ones ask for their particle behind, the others hold it."""
        return tuple(dict.fromkeys(self._all(head, "".join(particle[:1]), particle)))

    def _all(
        self, head: str, split: str, particle: tuple[str, ...]
    ) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        base, third, past, participle = self._four(head)
        plural = past + (self.plural if past.endswith("e") else self.infinitive)
        for tense, form in (("third", third), ("base", base), ("past", past), ("past", plural)):
            yield tense, form, particle
            if split:
                yield "last", split + form, ()
        yield "participle", split + participle, ()

    def _four(self, head: str) -> tuple[str, str, str, str]:
        parts = head.split("/")
        if len(parts) == WRITTEN_OUT:
            return parts[0], parts[1], parts[2], parts[3]
        soft = head.endswith(("er", "el")) and len(head) > 4
        base = head + (self.plural if soft else self.infinitive)
        link = "e" if head.endswith(self.linking) else ""
        sign = "" if head.startswith(self.bare) or head.endswith("ier") else self.participle
        return (
            base,
            f"{head}{link}{self.third}",
            f"{head}{link}{self.past}",
            f"{sign}{head}{link}{self.third}",
        )
