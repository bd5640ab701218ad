// The arithmetic of the hashes. mixing.py says the same in plain integers; the two must agree.
#pragma once

#include <cstdint>

namespace stemmata {

inline constexpr std::uint64_t kStart = 0x9E3779B97F4A7C15u;
inline constexpr std::uint64_t kStep = 0xD6E8FEB86659FD93u;
inline constexpr std::uint64_t kShingleBase = 0xA0761D6478BD642Fu;

inline std::uint64_t step(std::uint64_t state, std::uint32_t code) { return (state ^ code) * kStep; }

inline std::uint64_t finish(std::uint64_t state) {
    state = (state ^ (state >> 33)) * 0xFF51AFD7ED558CCDu;
    state = (state ^ (state >> 33)) * 0xC4CEB9FE1A85EC53u;
    return state ^ (state >> 33);
}

}  // namespace stemmata
