// A text as code points, and the paragraphs it is cut into.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace stemmata::lines {

using Wide = std::u32string;

// Where each paragraph starts and ends, rising, within the text.
struct Spans {
    const std::int64_t* start;
    const std::int64_t* end;
    std::size_t count;

    // The paragraph in which a place stands; what is before the first belongs to it, a gap to the one before it.
    std::size_t owner(std::size_t place) const {
        const auto* behind = std::upper_bound(start, start + count, static_cast<std::int64_t>(place));
        return behind == start ? 0 : static_cast<std::size_t>(behind - start) - 1;
    }
};

// White space as Python's str.isspace knows it.
inline bool is_space(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

// A paragraph that stands in a text, or any stretch of one, with each run of white space made one space.
inline Wide spaced(const Wide& text, std::size_t from, std::size_t to) {
    Wide made;
    for (std::size_t place = from; place < to; ++place) {
        if (!is_space(text[place])) made.push_back(text[place]);
        else if (!made.empty() && made.back() != U' ') made.push_back(U' ');
    }
    if (!made.empty() && made.back() == U' ') made.pop_back();
    return made;
}

}  // namespace stemmata::lines
