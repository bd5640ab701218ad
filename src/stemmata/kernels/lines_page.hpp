// A page as the measures of lines read it.
#pragma once

#include <vector>

#include "lines_columns.hpp"
#include "lines_text.hpp"

namespace stemmata::lines {

// The kinds of home of a paragraph: numbers that are equal for paragraphs with the same home.
enum Home : std::size_t { kParent, kGrand, kNear, kWide, kPath, kLook, kLooks, kHomes };

// A page's text, its lower case, its paragraphs, and what its markup says of each; plain text has no markup.
struct LinePage {
    Wide text, low;
    std::vector<std::int64_t> starts, ends;
    std::vector<std::int64_t> tags, traits, homes;  // one value a paragraph; of homes a row for each kind, end to end
    Numbers linked;                                 // characters in links
    Numbers words, final, prose, share;             // set by measure_words

    std::size_t count() const { return starts.size(); }
    bool marked() const { return !tags.empty(); }
    Spans spans() const { return {starts.data(), ends.data(), starts.size()}; }
    Groups home(Home kind) const { return Groups(homes.data() + kind * count(), count()); }

    double size(std::size_t row) const { return static_cast<double>(ends[row] - starts[row]); }
    double linked_share(std::size_t row) const { return std::min(linked[row] / size(row), 1.0); }
};

// What the numbers of traits and tags mean to the measures. Traits are bits of a number, and so are sets of tags.
struct Meaning {
    std::size_t traits;          // how many
    std::int64_t inside;         // those that speak for a paragraph as far as they hold prose
    std::size_t story, article;  // their bits
    std::int64_t headed;         // those of headings and titles
    std::int64_t tags;           // how many
    std::int64_t list_item, h1;  // their tags
    std::int64_t headings;       // those of headings
};

// Part of a table, where a measure puts its columns.
struct Place {
    Table& table;
    std::size_t column;

    double* row(std::size_t number) { return &table.at(number, column); }
    void put(std::size_t offset, const Numbers& values) { table.put(column + offset, values); }
};

}  // namespace stemmata::lines
