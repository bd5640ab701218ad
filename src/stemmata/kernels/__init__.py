"""The inner loops that every text goes through: words, shingles, sketches."""

from stemmata.kernels.arrays import minhash, shingle, tokenise, tokenise_utf8
from stemmata.kernels.backend import BACKEND, COMPILED
from stemmata.kernels.columns import Shingles, Tokens
from stemmata.kernels.copies import (
    AlignRules,
    Chunk,
    Copies,
    Pairs,
    PostRules,
    Stretches,
    align,
    find_copies,
    find_pairs,
    winnow,
)
from stemmata.kernels.diff import Step, word_diff, words_in_common
from stemmata.kernels.forest import Forest, forest_scores
from stemmata.kernels.letters import fold
from stemmata.kernels.markup import Laid, MarkupPage, compiled_reader, compiled_utf8_reader
from stemmata.kernels.mixing import hash_word

__all__ = [
    "BACKEND",
    "COMPILED",
    "AlignRules",
    "Chunk",
    "Copies",
    "Forest",
    "Laid",
    "MarkupPage",
    "Pairs",
    "PostRules",
    "Shingles",
    "Step",
    "Stretches",
    "Tokens",
    "align",
    "compiled_reader",
    "compiled_utf8_reader",
    "find_copies",
    "find_pairs",
    "fold",
    "forest_scores",
    "hash_word",
    "minhash",
    "shingle",
    "tokenise",
    "tokenise_utf8",
    "winnow",
    "word_diff",
    "words_in_common",
]
