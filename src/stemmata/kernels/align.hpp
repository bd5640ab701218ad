// Seed and extend: the runs of words that two texts share, and the stretches they chain into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stemmata {

// The words of one text by number, and the paragraph of each (null: all in one).
struct Row {
    const std::uint64_t* words;
    std::size_t count;
    const std::int32_t* paragraphs;
};

struct AlignRules {
    std::int32_t seed;     // words in a row that start a run
    std::int32_t repeats;  // pairs of places tried for one seed; beyond, the first meets the first and so on
    std::int32_t gap;      // most words either text may have between two runs of a stretch
};

struct Run {
    std::int32_t left, right, length;
};

enum Likeness : std::uint8_t { kExact, kNear, kRevised, kLoose };

struct Shares {
    double near, revised;  // of the longer side's words, in order on both
};

// Aligns one left text with one right text after another; keeps its memory from pair to pair.
class Aligner {
public:
    explicit Aligner(AlignRules rules) : rules_(rules) {}

    void set_left(Row left);

    // Finds the stretches of the left text and this one; they stand in `runs` and `firsts` until the next call.
    void align(Row right);

    std::size_t stretches() const { return firsts.size() - 1; }

    // How the words of a stretch relate; `matched` are those in its runs.
    Likeness likeness(std::size_t stretch, Shares shares);
    std::int32_t matched(std::size_t stretch) const;

    std::vector<Run> runs;              // stretch after stretch
    std::vector<std::size_t> firsts;    // where each stretch begins in `runs`, and where the last one ends

private:
    struct Slot {
        std::uint64_t gram;
        std::uint32_t epoch, right_epoch;
        std::int32_t left_first, left_last, left_count, right_count, right_seen;
    };

    Slot& slot_of(std::uint64_t gram);
    void grams(Row row, std::vector<std::uint64_t>& found) const;
    void seed(std::int32_t left, std::int32_t right);
    void find_runs();
    void part();
    void cut();
    void chain();
    std::int32_t in_order(const Run& first, const Run& last);

    AlignRules rules_;
    Row left_{}, right_{};
    std::uint32_t epoch_ = 0, right_epoch_ = 0;
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> left_grams_, right_grams_;
    std::vector<std::int32_t> next_left_;
    std::vector<std::int32_t> newest_;  // the latest run of each diagonal, by `diagonal + left count`
    std::vector<Run> found_, parted_, cut_;
    std::vector<char> left_taken_, right_taken_;
    struct Link {
        std::size_t last;
        std::int32_t chain;
    };
    std::vector<Link> open_;
    std::vector<std::int32_t> chain_of_;
    std::vector<std::uint64_t> masks_, state_;
    std::vector<std::uint64_t> mask_keys_;
    std::vector<std::int32_t> mask_rows_;
};

}  // namespace stemmata
