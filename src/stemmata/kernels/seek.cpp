#include "seek.hpp"

#include <cstdint>

#include "clones.hpp"

namespace stemmata {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::uint8_t kFold = 0x20;  // what parts small letters from large ones, and a few marks from others

bool stands(const char* here, std::string_view needle) {
    for (char unit : needle) {
        const char seen = *here++;
        if ((seen >= 'A' && seen <= 'Z' ? static_cast<char>(seen | kFold) : seen) != unit) return false;
    }
    return true;
}

// Three bytes of a needle, and where they stand in it: what is looked for in 64 places at once.
struct Sample {
    std::uint8_t first, middle, last;
    std::size_t half, whole;
};

// Gives the first block of places of which one may begin the needle.
STEMMATA_CLONES
std::size_t likely_block(const std::uint8_t* bytes, std::size_t blocks, Sample sample) {
    const std::uint8_t *halves = bytes + sample.half, *lasts = bytes + sample.whole;
    for (std::size_t block = 0; block < blocks; ++block) {
        std::uint8_t found = 0;
        for (std::size_t at = block * kBlock; at < (block + 1) * kBlock; ++at)
            found |= static_cast<std::uint8_t>(((bytes[at] | kFold) == sample.first) &
                                               ((halves[at] | kFold) == sample.middle) &
                                               ((lasts[at] | kFold) == sample.last));
        if (found) return block;
    }
    return blocks;
}

}  // namespace

std::size_t seek(std::string_view hay, std::string_view needle, std::size_t from) {
    if (needle.empty()) return from <= hay.size() ? from : std::string_view::npos;
    if (hay.size() < needle.size()) return std::string_view::npos;
    const std::size_t places = hay.size() - needle.size() + 1;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(hay.data());
    const auto folded = [&](std::size_t at) { return static_cast<std::uint8_t>(needle[at] | kFold); };
    const std::size_t half = needle.size() / 2, whole = needle.size() - 1;
    const Sample sample{folded(0), folded(half), folded(whole), half, whole};
    std::size_t at = from;
    while (at < places) {
        const std::size_t blocks = (places - at) / kBlock;
        at += kBlock * likely_block(bytes + at, blocks, sample);
        const std::size_t stop = places - at < kBlock ? places : at + kBlock;
        for (; at < stop; ++at)
            if (stands(hay.data() + at, needle)) return at;
    }
    return std::string_view::npos;
}

}  // namespace stemmata
