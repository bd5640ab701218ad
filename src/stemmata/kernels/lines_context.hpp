// What a first guess of the story tells of each paragraph: where it stands to it, and what words they share.
#pragma once

#include "lines_page.hpp"

namespace stemmata::lines {

constexpr std::size_t kContextColumns = 24;

// Whether a code point is a letter of a content word.
using IsLetter = bool (*)(char32_t);

// The numbers by which a story lends its words and its edges are told.
struct Lending {
    double sure;           // probability from which a paragraph of eight words is of the story
    double edge;           // share of the story's mass that makes its first or last paragraph
    std::int64_t longest;  // code points of a paragraph whose words are compared
};

// Fills `kContextColumns` from the probabilities of a first guess.
void measure_context(const LinePage& page, const Numbers& guess, const Lending& lending, IsLetter is_letter, Place place);

}  // namespace stemmata::lines
