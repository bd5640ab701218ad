// The arithmetic of the hashes. mixing.py says the same in plain integers; the two must agree.
#pragma once

#include <cstdint>

namespace stemmata {

inline constexpr std::uint64_t kStart = 0x9E3779B97F4A7C15u;
inline constexpr std::uint64_t kStep = 0xD6E8FEB86659FD93u;
inline constexpr std::uint64_t kShingleBase = 0xA0761D6478BD642Fu;

inline std::uint64_t finish(std::uint64_t state) {
    state = (state ^ (state >> 33)) * 0xFF51AFD7ED558CCDu;
    state = (state ^ (state >> 33)) * 0xC4CEB9FE1A85EC53u;
    return state ^ (state >> 33);
}

// Eight bytes of a word's folded form, the first one lowest; the last chunk is filled up with zeros.
inline std::uint64_t step(std::uint64_t state, std::uint64_t chunk) {
    state = (state ^ chunk) * kStep;
    return state ^ (state >> 32);
}

// Hashes a folded form given code point by code point, as the UTF-8 of it (a surrogate as three bytes).
class Mixer {
public:
    void add(std::uint32_t code) {
        if (code < 0x80)
            take(code, 8);
        else if (code < 0x800)
            take((0xC0 | code >> 6) | (0x80 | (code & 0x3F)) << 8, 16);
        else if (code < 0x10000)
            take((0xE0 | code >> 12) | (0x80 | (code >> 6 & 0x3F)) << 8 | (0x80 | (code & 0x3F)) << 16, 24);
        else
            take((0xF0 | code >> 18) | (0x80 | (code >> 12 & 0x3F)) << 8 |
                     (0x80 | (code >> 6 & 0x3F)) << 16 | std::uint64_t{0x80 | (code & 0x3F)} << 24,
                 32);
    }

    std::uint64_t value() const { return finish(filled_ ? step(state_, chunk_) : state_); }

private:
    void take(std::uint64_t bytes, unsigned bits) {
        chunk_ |= bytes << filled_;
        filled_ += bits;
        if (filled_ >= 64) {
            state_ = step(state_, chunk_);
            filled_ -= 64;
            chunk_ = filled_ == 0 ? 0 : bytes >> (bits - filled_);
        }
    }

    std::uint64_t state_ = kStart;
    std::uint64_t chunk_ = 0;
    unsigned filled_ = 0;
};

}  // namespace stemmata
