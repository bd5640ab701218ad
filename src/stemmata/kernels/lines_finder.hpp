// Finds many phrases in one pass over a text.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "lines_columns.hpp"
#include "lines_text.hpp"

namespace stemmata::lines {

// A tree of phrases, letter by letter.
class Finder {
public:
    // Each phrase belongs to one of so many groups; an empty phrase is never found.
    Finder(const std::vector<Wide>& phrases, const std::vector<std::size_t>& groups, std::size_t count);

    // Counts for each group and paragraph where a phrase starts (no phrase overlaps itself), and tells which
    // paragraphs a phrase opens: stands within the first `opening` code points of. Where `flat`, a line end is a space.
    // Both are one row a group, one column a paragraph.
    void count(const Wide& low, const Spans& spans, bool flat, std::int64_t opening, Numbers& counts,
               Numbers& opened) const;

    // Whether a phrase stands right at a place, before an end.
    bool starts(const Wide& low, std::size_t place, std::size_t end) const;

    // Every place of every phrase, overlapping ones too: the number of the phrase and the place, in this order.
    std::vector<std::pair<std::size_t, std::size_t>> places(const Wide& text) const;

    std::size_t groups() const { return groups_; }

private:
    static constexpr std::size_t kAscii = 128;

    struct Node {
        std::vector<std::pair<char32_t, std::uint32_t>> next;
        std::int64_t phrase = -1;  // the last one given that ends here
        std::uint64_t behind[2] = {};  // the letters of ASCII that stand behind it, a bit each
        bool others = false;           // whether letters beyond ASCII do

        bool leads(char32_t code) const { return code < kAscii ? behind[code / 64] >> code % 64 & 1 : others; }
    };

    static constexpr std::uint16_t kNone = 0, kSlow = 0xFFFF;

    std::uint32_t grow(std::uint32_t from, char32_t code);
    const Node* step(const Node& from, char32_t code) const;
    void open_doors();

    template <class Found>
    void each(const Wide& low, bool flat, Found found) const;

    std::vector<Node> nodes_;
    std::vector<std::size_t> group_;
    std::vector<std::size_t> length_;
    std::vector<std::int64_t> same_;  // for each phrase, the one before it of the same letters, or -1
    // By two letters of ASCII, the node to go on from behind them; kSlow where a phrase ends or the table is too small.
    std::vector<std::uint16_t> doors_;
    bool beyond_ = false;  // whether a phrase begins with a letter beyond ASCII, or has one in second place
    std::size_t groups_;
};

}  // namespace stemmata::lines
