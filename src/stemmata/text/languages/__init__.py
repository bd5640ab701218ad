"""What is known of each language, as data: ``<code>.toml`` and ``<code>.<section>.toml``."""

from stemmata.text.languages.load import Language, language, section, words_of
from stemmata.text.languages.profiles import Profile, profiles

__all__ = ["Language", "Profile", "language", "profiles", "section", "words_of"]
