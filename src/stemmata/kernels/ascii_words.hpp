// The words of stretches of plain ASCII, 64 bytes at a time: bit masks of letters, digits and marks, no branch a byte.
#pragma once

#include <cstddef>
#include <cstdint>

#include "words.hpp"

namespace stemmata {

// Reads on from `here` while the text is ASCII. Gives how far the words are read and written: the end of the text, or a place
// after which something else than ASCII comes and before which no word is open. Places count from `place`, that of `here`.
const std::uint8_t* ascii_words(const std::uint8_t* here, const std::uint8_t* end, std::int32_t place,
                                TokenColumns& columns);

}  // namespace stemmata
