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

// Gives the first block of places of which one may begin the needle: by its first byte and its last.
STEMMATA_CLONES
std::size_t likely_block(const std::uint8_t* firsts, const std::uint8_t* lasts, std::size_t blocks, std::uint8_t first,
                         std::uint8_t last) {
    for (std::size_t block = 0; block < blocks; ++block) {
        std::uint8_t found = 0;
        for (std::size_t at = block * kBlock; at < (block + 1) * kBlock; ++at)
            found |= static_cast<std::uint8_t>(((firsts[at] | kFold) == first) & ((lasts[at] | kFold) == last));
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
    const auto first = static_cast<std::uint8_t>(needle.front() | kFold);
    const auto last = static_cast<std::uint8_t>(needle.back() | kFold);
    std::size_t at = from;
    while (at < places) {
        const std::size_t blocks = (places - at) / kBlock;
        at += kBlock * likely_block(bytes + at, bytes + at + needle.size() - 1, blocks, first, last);
        const std::size_t stop = places - at < kBlock ? places : at + kBlock;
        for (; at < stop; ++at)
            if (stands(hay.data() + at, needle)) return at;
    }
    return std::string_view::npos;
}

}  // namespace stemmata
