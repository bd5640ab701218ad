#include "lines_finder.hpp"

namespace stemmata::lines {

Finder::Finder(const std::vector<Wide>& phrases, const std::vector<std::size_t>& groups, std::size_t count)
    : nodes_(1), group_(groups), groups_(count) {
    for (std::size_t phrase = 0; phrase < phrases.size(); ++phrase) {
        length_.push_back(phrases[phrase].size());
        same_.push_back(-1);
        if (phrases[phrase].empty()) continue;
        std::uint32_t at = 0;
        for (char32_t code : phrases[phrase]) at = grow(at, code);
        same_.back() = std::exchange(nodes_[at].phrase, static_cast<std::int64_t>(phrase));
    }
    open_doors();
}

// Gives the node behind a letter, a new one if there is none.
std::uint32_t Finder::grow(std::uint32_t from, char32_t code) {
    if (const Node* known = step(nodes_[from], code)) return static_cast<std::uint32_t>(known - nodes_.data());
    const auto added = static_cast<std::uint32_t>(nodes_.size());
    nodes_[from].next.emplace_back(code, added);
    if (code < kAscii) nodes_[from].behind[code / 64] |= std::uint64_t{1} << code % 64;
    else nodes_[from].others = true;
    nodes_.emplace_back();
    return added;
}

const Finder::Node* Finder::step(const Node& from, char32_t code) const {
    if (!from.leads(code)) return nullptr;
    for (const auto& [letter, node] : from.next)
        if (letter == code) return &nodes_[node];
    return nullptr;
}

void Finder::open_doors() {
    doors_.assign(kAscii * kAscii, kNone);
    for (const auto& [first, node] : nodes_[0].next) {
        if (first >= kAscii) {
            beyond_ = true;
            continue;
        }
        const auto row = doors_.begin() + static_cast<std::ptrdiff_t>(first * kAscii);
        if (nodes_[node].phrase >= 0) std::fill_n(row, kAscii, kSlow);
        for (const auto& [second, behind] : nodes_[node].next) {
            if (second >= kAscii) beyond_ = true;
            else if (nodes_[node].phrase < 0) row[second] = behind < kSlow ? static_cast<std::uint16_t>(behind) : kSlow;
        }
        beyond_ = beyond_ || nodes_[node].phrase >= 0;
    }
}

template <class Found>
void Finder::each(const Wide& low, bool flat, Found found) const {
    const std::size_t to = low.size();
    const auto letter = [&](std::size_t at) { return flat && low[at] == U'\n' ? U' ' : low[at]; };
    const auto tell = [&](std::size_t place, const Node& node) {
        for (std::int64_t phrase = node.phrase; phrase >= 0; phrase = same_[static_cast<std::size_t>(phrase)])
            found(place, static_cast<std::size_t>(phrase));
    };
    char32_t here = to != 0 ? letter(0) : 0;
    for (std::size_t place = 0; place < to; ++place) {
        const char32_t next = place + 1 < to ? letter(place + 1) : 0;
        const char32_t first = std::exchange(here, next);
        const Node* node = nodes_.data();
        std::size_t at = place;
        if ((first | next) < kAscii) {
            const std::uint16_t door = doors_[first * kAscii + next];
            if (door == kNone) continue;
            if (door != kSlow) {
                node = &nodes_[door];
                at = place + 2;
                tell(place, *node);
            }
        } else if (!beyond_) {
            continue;
        }
        for (; at < to && (node = step(*node, letter(at))) != nullptr; ++at) tell(place, *node);
    }
}

void Finder::count(const Wide& low, const Spans& spans, bool flat, std::int64_t opening, Numbers& counts,
                   Numbers& opened) const {
    counts.assign(groups_ * spans.count, 0.0);
    opened.assign(groups_ * spans.count, 0.0);
    if (spans.count == 0) return;
    std::vector<std::size_t> taken(length_.size(), 0);
    each(low, flat, [&](std::size_t place, std::size_t phrase) {
        if (place < taken[phrase]) return;
        taken[phrase] = place + length_[phrase];
        const std::size_t owner = spans.owner(place), cell = group_[phrase] * spans.count + owner;
        counts[cell] += 1.0;
        if (static_cast<std::int64_t>(place) - spans.start[owner] <= opening) opened[cell] = 1.0;
    });
}

bool Finder::starts(const Wide& low, std::size_t place, std::size_t end) const {
    const Node* node = nodes_.data();
    for (std::size_t at = place; at < end; ++at) {
        node = step(*node, low[at]);
        if (node == nullptr) return false;
        if (node->phrase >= 0) return true;
    }
    return false;
}

std::vector<std::pair<std::size_t, std::size_t>> Finder::places(const Wide& text) const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    each(text, false, [&](std::size_t place, std::size_t phrase) { found.emplace_back(phrase, place); });
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace stemmata::lines
