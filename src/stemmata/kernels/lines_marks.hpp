// Measures each paragraph of a page by its markup, and by the paragraphs it stands together with.
#pragma once

#include "lines_columns.hpp"

namespace stemmata::lines {

// The kinds of home of a paragraph: rows of numbers, equal for paragraphs with the same home.
enum Home : std::size_t { kParent, kGrand, kNear, kWide, kPath, kLook, kLooks, kHomes };

constexpr std::size_t kAskedTags = 10;   // the first tags, each a column of its own
constexpr std::size_t kGroupColumns = 18;
constexpr std::size_t kKinColumns = 16;

// What the markup says of all paragraphs: one value a paragraph in every column.
struct Markup {
    std::size_t count;
    const std::int64_t* tags;
    const std::int64_t* traits;
    const std::int64_t* homes;  // one row after another
    const double* size;
    const double* linked;
    const double* words;
    const double* ends;
    const double* prose;
    const double* share;

    Numbers column(const double* values) const { return Numbers(values, values + count); }
    Groups home(Home kind) const { return Groups(homes + kind * count, count); }
};

// What the numbers of traits and tags mean to the measures.
struct Meaning {
    std::size_t traits;        // how many bits
    std::int64_t inside;       // the traits that speak for a paragraph as far as they hold prose
    std::size_t story, article;  // their bits
    std::int64_t list_item;    // its tag
    std::int64_t tags;         // how many
};

std::size_t mark_columns(const Meaning& meaning);

// Fills a table of `mark_columns` and `kGroupColumns`.
void measure_marks(const Markup& page, const Meaning& meaning, Table& table);

// Fills a table of `kKinColumns` from the probabilities of a first guess.
void measure_kin(const Markup& page, const Meaning& meaning, const double* guess, Table& table);

}  // namespace stemmata::lines
