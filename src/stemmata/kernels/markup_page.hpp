// What tree construction says of a page: its elements as they open and close, its text, what its head claims.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup_tags.hpp"

namespace stemmata::markup {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;
inline constexpr std::uint32_t kLooks = 2;  // html and body, whose attributes nobody asks for, have the first numbers

struct Event {
    enum class Kind : std::uint8_t { open, close, text, line, rule, meta, link, moment, title, data };
    Kind kind;
    Tag tag;               // open, close
    std::uint32_t first;   // open: way; close: the event that opened; text: offset; else: number in its list
    std::uint32_t second;  // text: bytes; open: the first event of the elements that this one was moved out of, or 0
};

struct Page {
    std::vector<Event> events;
    std::string text;
    std::deque<std::string> ways;  // each distinct way of opening an element: tag and attributes, parted by NULs
    std::vector<std::uint32_t> looks;  // for each way, the number of its tag and classes, from kLooks up
    std::vector<std::pair<std::string, std::string>> metas, links;  // name and content; rel and href
    std::vector<std::string> moments, titles, data;
    std::string language;
};

// Builds the page; every step is linear in the page, however deep it nests.
Page build(std::string_view html);

}  // namespace stemmata::markup
