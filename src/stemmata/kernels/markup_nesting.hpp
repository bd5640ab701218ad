// How paragraphs are grouped by the elements around them; read/nesting.py says in Python what it gives.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "markup_tags.hpp"

namespace stemmata::markup {

class Nesting {
public:
    std::int32_t open(Tag tag, std::int32_t around, std::uint32_t look) {
        outer_.push_back(around);
        const auto key = static_cast<std::uint64_t>(path_[static_cast<std::size_t>(around)]) << 32 | tag;
        const auto fresh = static_cast<std::int32_t>(paths_.size() + 1);
        const auto found = paths_.try_emplace(key, fresh);
        if (found.second) steps_.push_back({path_[static_cast<std::size_t>(around)], tag});
        path_.push_back(found.first->second);
        look_.push_back(known_.try_emplace(look, static_cast<std::int32_t>(known_.size() + 1)).first->second);
        return static_cast<std::int32_t>(outer_.size() - 1);
    }

    // Appends seven numbers for each paragraph, given its block: see `Home`.
    void homes(const std::vector<std::int32_t>& blocks, std::vector<std::int32_t>& out) const {
        const std::size_t size = outer_.size();
        std::vector<std::int32_t> held(size), home(size), wider(size);
        for (std::int32_t block : blocks) ++held[at(block)];
        for (std::size_t block = size - 1; block > 0; --block) held[at(outer_[block])] += held[block];
        for (std::size_t block = 1; block < size; ++block) {
            const std::size_t around = at(outer_[block]);
            home[block] = held[block] >= kFewest ? static_cast<std::int32_t>(block) : home[around];
            wider[block] = held[around] > held[block] ? outer_[block] : wider[around];
        }
        std::unordered_map<std::uint64_t, std::int32_t> pairs;
        out.reserve(blocks.size() * 7);
        for (std::int32_t block : blocks) {
            const std::int32_t outer = outer_[at(block)], look = look_[at(block)];
            const auto pair = static_cast<std::uint64_t>(look) << 32 | static_cast<std::uint32_t>(look_[at(outer)]);
            const auto looks = pairs.try_emplace(pair, static_cast<std::int32_t>(pairs.size())).first->second;
            for (std::int32_t number : {outer, outer_[at(outer)], home[at(block)], wider[at(home[at(block)])],
                                        path_[at(block)], look, looks})
                out.push_back(number);
        }
    }

    // Gives a checksum for each path of tags, from the root down: CRC-32, as zlib counts it.
    std::vector<std::uint32_t> shapes() const {
        std::vector<std::uint32_t> numbers(steps_.size() + 1);
        for (std::size_t path = 0; path < steps_.size(); ++path) {
            std::uint32_t sum = ~numbers[at(steps_[path].first)];
            for (char unit : name_of(steps_[path].second)) {
                sum ^= static_cast<unsigned char>(unit);
                for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xEDB88320u : 0);
            }
            numbers[path + 1] = ~sum;
        }
        numbers.erase(numbers.begin());
        return numbers;
    }

private:
    static constexpr std::int32_t kFewest = 3;  // as in read/nesting.py
    static std::size_t at(std::int32_t number) { return static_cast<std::size_t>(number); }

    std::vector<std::int32_t> outer_{0}, path_{0}, look_{0};
    std::unordered_map<std::uint32_t, std::int32_t> known_;
    std::unordered_map<std::uint64_t, std::int32_t> paths_;
    std::vector<std::pair<std::int32_t, Tag>> steps_;
};

}  // namespace stemmata::markup
