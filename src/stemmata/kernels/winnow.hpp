// Keeps the least of every few neighbouring hashes, so that two texts that share a long enough run keep a common one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stemmata {

// Calls `keep(place)` of each hash that is the least of some `window` neighbours (of equals the first), in order, each once;
// of fewer hashes than `window` with every one. Schleimer, Wilkerson and Aiken 2003.
template <class Keep>
void winnow(const std::uint64_t* hashes, std::size_t count, std::size_t window, Keep keep) {
    if (count <= window) {
        for (std::size_t place = 0; place < count; ++place) keep(place);
        return;
    }
    std::size_t least = 0;
    for (std::size_t place = 1; place < window; ++place)
        if (hashes[place] < hashes[least]) least = place;
    keep(least);
    for (std::size_t place = window; place < count; ++place) {
        if (hashes[place] < hashes[least]) {
            least = place;
            keep(least);
        } else if (place - least >= window) {
            least = place - window + 1;
            for (std::size_t other = least + 1; other <= place; ++other)
                if (hashes[other] < hashes[least]) least = other;
            keep(least);
        }
    }
}

}  // namespace stemmata
