// What each code point is to a word, and its folded form: a two-level table made at build time.
#pragma once

#include <array>
#include <cstdint>

#include "letters_table.hpp"
#include "mixing.hpp"

namespace stemmata {

// The order is that of cmake/letters_table.py.
enum Kind : std::uint32_t { kOther, kLetter, kDigit, kMark, kSolo, kSkip, kApostrophe, kPoint };

struct Letter {
    std::uint32_t code;
    std::uint32_t entry;

    Kind kind() const { return static_cast<Kind>(entry & 7); }

    // Adds the folded form to a word's hash.
    void mix(Mixer& mixer) const {
        const std::uint32_t length = entry >> 3 & 31, value = entry >> 8;
        if (length == 1) return mixer.add((code + value) & 0xFFFFFF);
        for (std::uint32_t place = 0; place < length; ++place) mixer.add(kPool[value + place]);
    }
};

inline Letter letter(std::uint32_t code) {
    if (code < 256) return {code, kEntries[code]};
    return {code, kEntries[kPageIndex[code >> 8] * 256u + (code & 255)]};
}

}  // namespace stemmata
