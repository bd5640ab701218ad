// Copies among many texts at once: postings of rare word runs, the pairs that share one, and what each pair shares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "align.hpp"
#include "words.hpp"

namespace stemmata {

struct PostRules {
    std::size_t width;   // words in a posted run
    std::size_t window;  // of so many neighbouring runs one is posted
    std::size_t most;    // a run that more texts have makes no pair
};

// What one pair shares, in code points of the two texts.
struct Copy {
    std::uint32_t left, right;
    std::int32_t left_start, left_end, right_start, right_end;
    std::int32_t matched;  // words in runs
    std::uint8_t likeness;
};

struct Pairs {
    std::vector<std::uint64_t> both;  // left << 32 | right, sorted
    std::size_t crowded = 0;          // runs that more than `most` texts have
};

// Runs `work(number)` for every number below `count` on so many threads; which thread does what is open.
void share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t, unsigned)>& work);

// The pairs of texts that share posted runs that weigh enough: one that four texts have at most, or several: a run of n
// texts weighs 3 / (n - 1). Texts are fewer than 2^28. A text equal in all its words to an earlier one is paired with that alone.
Pairs find_pairs(const std::vector<Text>& texts, const PostRules& rules, unsigned threads);

// What the texts of each pair share: stretches with at least `fewest` words in runs.
std::vector<Copy> find_copies(const std::vector<Text>& texts, const std::vector<std::uint64_t>& pairs, AlignRules rules,
                              Shares shares, std::int32_t fewest, unsigned threads);

}  // namespace stemmata
