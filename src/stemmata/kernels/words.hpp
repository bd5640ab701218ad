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

    Column<std::int64_t> rows;
    Column<std::uint64_t> hashes;
    Column<std::int32_t> starts;
    Column<std::int32_t> ends;
};

void add_words(const Text& text, TokenColumns& columns);

}  // namespace stemmata
