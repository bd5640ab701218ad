#include "sketch.hpp"

#include "clones.hpp"
#include "mixing.hpp"

namespace stemmata {

void roll(const std::uint64_t* tokens, std::size_t count, std::size_t width, std::uint64_t* shingles) {
    std::uint64_t leaving = 1, state = 0;
    for (std::size_t place = 0; place < width; ++place) {
        state = state * kShingleBase + tokens[place];
        leaving *= kShingleBase;
    }
    shingles[0] = finish(state);
    for (std::size_t place = width; place < count; ++place) {
        state = state * kShingleBase + tokens[place] - tokens[place - width] * leaving;
        shingles[place - width + 1] = finish(state);
    }
}

STEMMATA_CLONES
void lower(const std::uint64_t* shingles, std::size_t count, const std::uint32_t* factors,
           const std::uint32_t* shifts, std::size_t slots, std::uint32_t* least) {
    constexpr std::size_t kBlock = 64;  // slots whose minima stay in registers
    for (std::size_t first = 0; first < slots; first += kBlock) {
        const std::size_t width = slots - first < kBlock ? slots - first : kBlock;
        std::uint32_t factor[kBlock] = {}, shift[kBlock] = {}, low[kBlock];
        for (std::size_t slot = 0; slot < kBlock; ++slot) {
            factor[slot] = slot < width ? factors[first + slot] : 0;
            shift[slot] = slot < width ? shifts[first + slot] : 0;
            low[slot] = slot < width ? least[first + slot] : 0;
        }
        for (std::size_t place = 0; place < count; ++place) {
            const auto lower_half = static_cast<std::uint32_t>(shingles[place]);
            const auto upper_half = static_cast<std::uint32_t>(shingles[place] >> 32);
            for (std::size_t slot = 0; slot < kBlock; ++slot) {
                const std::uint32_t value = (lower_half * factor[slot]) ^ (upper_half + shift[slot]);
                low[slot] = value < low[slot] ? value : low[slot];
            }
        }
        for (std::size_t slot = 0; slot < width; ++slot) least[first + slot] = low[slot];
    }
}

}  // namespace stemmata
