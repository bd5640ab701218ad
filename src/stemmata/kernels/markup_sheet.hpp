// A page laid out flat: its visible text, its paragraphs, and where each stands. read/dom.py says in Python what it gives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markup_page.hpp"

namespace stemmata::markup {

struct Sheet {
    std::string text;
    std::vector<std::int64_t> starts, ends, linked, traits;  // one for each paragraph; offsets in code points
    std::vector<Tag> tags;
    std::vector<std::int32_t> homes;  // seven for each paragraph
    std::vector<std::uint32_t> shapes;
    std::vector<std::uint32_t> metas, links, titles, data;            // numbers of those that are not in unseen parts
    std::vector<std::pair<std::uint32_t, std::int64_t>> moments;      // number, and the paragraph it stands in
    std::vector<std::pair<std::int64_t, std::int64_t>> signers;       // where elements that are no blocks, but have a trait, stand
    std::vector<std::uint32_t> counts;                                // for each way, how often a shown block has it
};

// Lays a page out, given for each of its ways the traits it adds; a way below 0 is never shown.
Sheet lay_out(const Page& page, const std::vector<std::int64_t>& ways);

}  // namespace stemmata::markup
