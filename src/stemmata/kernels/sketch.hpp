// Shingles of token hashes and their MinHash sketches.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stemmata {

// Writes the hash of every run of `width` of the `count` tokens (count >= width >= 1).
void roll(const std::uint64_t* tokens, std::size_t count, std::size_t width, std::uint64_t* shingles);

// Lowers each slot of `least` to the smallest value of its hash over the shingles.
void lower(const std::uint64_t* shingles, std::size_t count, const std::uint32_t* factors,
           const std::uint32_t* shifts, std::size_t slots, std::uint32_t* least);

}  // namespace stemmata
