// Measures each paragraph of a text without knowing its words: lengths, shares, stops, known phrases, neighbours.
#pragma once

#include <unordered_set>
#include <vector>

#include "lines_finder.hpp"
#include "lines_page.hpp"

namespace stemmata::lines {

// The kinds of code point, numbered as in stemmata.kernels.lines.
enum LineKind : std::uint8_t { kOdd, kBlank, kUpper, kLower, kPlain, kIdeograph, kFigure, kStop, kComma, kQuote, kBar };

constexpr std::size_t kWordColumns = 42;

// The phrases by which paragraphs are known that speak of the page.
struct Phrasebook {
    std::unordered_set<Wide> labels;
    Finder openings;
    Finder terms;
    Wide edges;    // what a label is stripped of
    Wide bullets;  // what stands before an opening
};

// Fills columns from the first on. `kinds` gives the kind of each code point below 65536; all others are odd.
// The page is told its words, ends, prose and shares.
void measure_words(LinePage& page, const std::uint8_t* kinds, const Phrasebook& book, Place place);

}  // namespace stemmata::lines
