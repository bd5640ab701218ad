// Numbers stretches of a text in the order in which they first come: equal stretches share one.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace stemmata::lines {

class Numbering {
public:
    using Stretch = std::u32string_view;

    // About so many stretches are expected.
    explicit Numbering(std::size_t expected) {
        std::size_t slots = 64;
        while (slots < 2 * expected) slots *= 2;
        slots_.assign(slots, kNone);
        known_.reserve(expected);
    }

    // Gives a stretch's number, and whether it is new. The text it stands in must outlive this.
    std::pair<std::size_t, bool> add(Stretch stretch) {
        const std::uint64_t hash = hash_of(stretch);
        std::size_t slot = hash & (slots_.size() - 1);
        for (; slots_[slot] != kNone; slot = (slot + 1) & (slots_.size() - 1)) {
            const Known& known = known_[slots_[slot]];
            if (known.hash == hash && known.stretch == stretch) return {slots_[slot], false};
        }
        slots_[slot] = static_cast<std::uint32_t>(known_.size());
        known_.push_back({hash, stretch});
        if (2 * known_.size() > slots_.size()) grow();
        return {known_.size() - 1, true};
    }

    std::size_t size() const { return known_.size(); }

private:
    struct Known {
        std::uint64_t hash;
        Stretch stretch;
    };

    static constexpr std::uint32_t kNone = 0xFFFFFFFF;

    static std::uint64_t hash_of(Stretch stretch) {
        std::uint64_t hash = stretch.size();
        for (char32_t code : stretch) hash = (hash ^ code) * 0x9E3779B97F4A7C15ULL;
        return hash ^ hash >> 29;
    }

    void grow() {
        slots_.assign(2 * slots_.size(), kNone);
        for (std::size_t number = 0; number < known_.size(); ++number) {
            std::size_t slot = known_[number].hash & (slots_.size() - 1);
            while (slots_[slot] != kNone) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = static_cast<std::uint32_t>(number);
        }
    }

    std::vector<std::uint32_t> slots_;  // numbers, by what the hash ends on
    std::vector<Known> known_;
};

}  // namespace stemmata::lines
