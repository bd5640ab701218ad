#include "lines_finder.hpp"

namespace stemmata::lines {

Finder::Finder(const std::vector<Wide>& phrases, const std::vector<std::size_t>& groups, std::size_t count)
    : nodes_(1), group_(groups), first_(kPairs, false), groups_(count) {
    for (std::size_t phrase = 0; phrase < phrases.size(); ++phrase) {
        const Wide& letters = phrases[phrase];
        length_.push_back(letters.size());
        same_.push_back(-1);
        if (letters.empty()) continue;
        for (char32_t second = 0; second < 128; ++second)
            if (letters.size() == 1 || second == (letters[1] & 127)) first_[pair_of(letters[0], second)] = true;
        std::uint32_t at = 0;
        for (char32_t code : letters) {
            const Node* known = step(nodes_[at], code);
            if (known != nullptr) {
                at = static_cast<std::uint32_t>(known - nodes_.data());
                continue;
            }
            const auto added = static_cast<std::uint32_t>(nodes_.size());
            nodes_[at].next.emplace_back(code, added);
            nodes_.emplace_back();
            at = added;
        }
        same_.back() = std::exchange(nodes_[at].phrase, static_cast<std::int64_t>(phrase));
    }
}

const Finder::Node* Finder::step(const Node& from, char32_t code) const {
    for (const auto& [letter, node] : from.next)
        if (letter == code) return &nodes_[node];
    return nullptr;
}

bool Finder::may_start(const Wide& low, std::size_t place, bool flat) const {
    const auto letter = [&](std::size_t at) { return flat && low[at] == U'\n' ? U' ' : low[at]; };
    return first_[pair_of(letter(place), place + 1 < low.size() ? letter(place + 1) : 0)];
}

template <class Found>
void Finder::each(const Wide& low, std::size_t from, std::size_t to, bool flat, Found found) const {
    to = std::min(to, low.size());
    for (std::size_t place = from; place < to; ++place) {
        if (!may_start(low, place, flat)) continue;
        const Node* node = nodes_.data();
        for (std::size_t at = place; at < to; ++at) {
            node = step(*node, flat && low[at] == U'\n' ? U' ' : low[at]);
            if (node == nullptr) break;
            for (std::int64_t phrase = node->phrase; phrase >= 0; phrase = same_[static_cast<std::size_t>(phrase)])
                found(place, static_cast<std::size_t>(phrase));
        }
    }
}

void Finder::count(const Wide& low, const Spans& spans, bool flat, std::int64_t opening, Numbers& counts,
                   Numbers& opened) const {
    counts.assign(groups_ * spans.count, 0.0);
    opened.assign(groups_ * spans.count, 0.0);
    if (spans.count == 0) return;
    std::vector<std::size_t> taken(length_.size(), 0);
    each(low, 0, low.size(), flat, [&](std::size_t place, std::size_t phrase) {
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

std::vector<std::pair<std::size_t, std::size_t>> Finder::places(const Wide& low, std::size_t from,
                                                                std::size_t to) const {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    each(low, from, to, false,
         [&](std::size_t place, std::size_t phrase) { found.emplace_back(place, phrase); });
    return found;
}

}  // namespace stemmata::lines
