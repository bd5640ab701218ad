// Measures each paragraph of a page by its markup, and by the paragraphs it stands together with.
#pragma once

#include "lines_page.hpp"

namespace stemmata::lines {

constexpr std::size_t kAskedTags = 10;   // the first tags, each a column of its own
constexpr std::size_t kGroupColumns = 18;
constexpr std::size_t kKinColumns = 16;

std::size_t mark_columns(const Meaning& meaning);

// Fills `mark_columns` and `kGroupColumns`.
void measure_marks(const LinePage& page, const Meaning& meaning, Place place);

// Fills `kKinColumns` from the probabilities of a first guess.
void measure_kin(const LinePage& page, const Meaning& meaning, const Numbers& guess, Place place);

}  // namespace stemmata::lines
