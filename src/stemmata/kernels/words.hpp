// Finds the words of texts and hashes their folded forms.
#pragma once

#include <cstddef>
#include <cstdint>

#include "column.hpp"

namespace stemmata {

struct Text {
    enum class Form { utf8, one_byte, two_bytes, four_bytes };

    const void* start;
    std::size_t length;  // in units of the form
    Form form;
};

struct TokenColumns {
    TokenColumns(std::size_t texts, std::size_t units);

    void make_room(std::size_t words) {
        hashes.make_room(words);
        starts.make_room(words);
        ends.make_room(words);
    }

    void put(std::uint64_t hash, std::int32_t start, std::int32_t end) {
        hashes.put(hash);
        starts.put(start);
        ends.put(end);
    }

    // Counts words that were written behind the last one.
    void grown(std::size_t words) {
        hashes.grown(words);
        starts.grown(words);
        ends.grown(words);
    }

    void clear() {
        rows.clear();
        hashes.clear();
        starts.clear();
        ends.clear();
        rows.push(0);
    }

    Column<std::int64_t> rows;
    Column<std::uint64_t> hashes;
    Column<std::int32_t> starts;
    Column<std::int32_t> ends;
};

void add_words(const Text& text, TokenColumns& columns);

}  // namespace stemmata
