// What two rows of words have in common in order: a longest common subsequence, bit-parallel (Hyyrö 2004).
#pragma once

#include <cstdint>
#include <vector>

namespace stemmata {

// Words that both rows have: `length` of them from `left` and from `right` on.
struct Common {
    std::int32_t left, right, length;
};

// Rows are numbers, equal where the words are; numbers of the left row are below `numbers`, others on the right are
// negative. diff_reference.py says in Python which of several longest subsequences is taken.
std::vector<Common> common_runs(const std::vector<std::int32_t>& left, const std::vector<std::int32_t>& right,
                                std::int32_t numbers);

// The length of a longest common subsequence.
std::int64_t common_words(const std::vector<std::int32_t>& left, const std::vector<std::int32_t>& right,
                          std::int32_t numbers);

}  // namespace stemmata
