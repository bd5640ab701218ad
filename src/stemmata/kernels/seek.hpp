// Finds bytes in bytes, whatever the case of ASCII letters.
#pragma once

#include <string_view>

namespace stemmata {

// Gives where a needle in small letters first stands at or behind a place, or npos.
std::size_t seek(std::string_view hay, std::string_view needle, std::size_t from);

}  // namespace stemmata
