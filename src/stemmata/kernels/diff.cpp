#include "diff.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace stemmata {
namespace {

using Row = std::vector<std::int32_t>;
using Bits = std::uint64_t;

constexpr std::size_t kWidth = 64;
constexpr std::size_t kHeld = 1 << 19;  // words of 64 bits that are kept at once: 4 MB

// The rows without the words with which both begin and end.
struct Middle {
    std::size_t before, left, right;  // words both begin with; words of either that are left

    Middle(const Row& one, const Row& two) {
        const std::size_t least = std::min(one.size(), two.size());
        before = 0;
        while (before < least && one[before] == two[before]) ++before;
        std::size_t after = 0;
        while (after < least - before && one[one.size() - 1 - after] == two[two.size() - 1 - after]) ++after;
        left = one.size() - before - after;
        right = two.size() - before - after;
    }
};

// One bit for each word of the left row, unset where the longest common subsequence grows; a word of the right row
// changes them by the places where the left row has it.
class Table {
public:
    Table(const Row& left, const Row& right, const Middle& middle, std::int32_t numbers)
        : right_(right.data() + middle.before), wide_((middle.left + kWidth - 1) / kWidth),
          firsts_(static_cast<std::size_t>(numbers) + 1), places_(middle.left) {
        const std::int32_t* words = left.data() + middle.before;
        for (std::size_t place = 0; place < middle.left; ++place) ++firsts_[words[place] + 1];
        for (std::size_t number = 1; number < firsts_.size(); ++number) firsts_[number] += firsts_[number - 1];
        std::vector<std::size_t> next(firsts_.begin(), firsts_.end() - 1);
        for (std::size_t place = 0; place < middle.left; ++place) places_[next[words[place]]++] = place;
    }

    std::size_t wide() const { return wide_; }

    void step(std::size_t row, Bits* state) const {
        const std::int32_t word = right_[row];
        if (word < 0) return;
        std::size_t at = firsts_[word];
        const std::size_t end = firsts_[word + 1];
        Bits carry = 0;
        for (std::size_t part = 0; part < wide_; ++part) {
            if (carry == 0) {
                if (at == end) return;
                part = places_[at] / kWidth;  // nothing changes before it
            }
            Bits matches = 0;
            for (; at < end && places_[at] / kWidth == part; ++at) matches |= Bits{1} << (places_[at] % kWidth);
            const Bits before = state[part], met = before & matches;
            Bits sum = before + met;
            Bits over = sum < before;
            sum += carry;
            over |= sum < carry;
            carry = over;
            state[part] = sum | (before - met);
        }
    }

private:
    const std::int32_t* right_;
    std::size_t wide_;
    std::vector<std::size_t> firsts_, places_;
};

// The states after each word of the right row, asked for from the last to the first. Few are kept: of the others only
// every so manieth, from which those after it are made again.
class States {
public:
    States(const Table& table, std::size_t rows) : table_(table), rows_(rows), wide_(table.wide()) {
        every_ = rows * wide_ <= kHeld ? std::max<std::size_t>(rows, 1)
                                       : static_cast<std::size_t>(std::sqrt(static_cast<double>(rows))) + 1;
        state_.assign(wide_, ~Bits{0});
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % every_ == 0) marks_.insert(marks_.end(), state_.begin(), state_.end());
            if (row / every_ == (rows - 1) / every_) break;  // the last ones are made when they are asked for
            table.step(row, state_.data());
        }
    }

    bool is_set(std::size_t row, std::size_t place) {
        if (row < first_) make(row / every_);
        return held_[(row - first_) * wide_ + place / kWidth] >> (place % kWidth) & 1;
    }

private:
    void make(std::size_t block) {
        first_ = block * every_;
        const std::size_t rows = std::min(rows_, first_ + every_) - first_;
        std::copy_n(marks_.begin() + static_cast<std::ptrdiff_t>(block * wide_), wide_, state_.begin());
        held_.resize(rows * wide_);
        for (std::size_t row = 0; row < rows; ++row) {
            table_.step(first_ + row, state_.data());
            std::copy(state_.begin(), state_.end(), held_.begin() + static_cast<std::ptrdiff_t>(row * wide_));
        }
    }

    const Table& table_;
    std::size_t rows_, wide_, every_, first_ = static_cast<std::size_t>(-1);  // the first row that is held
    std::vector<Bits> state_, marks_, held_;
};

void add(std::vector<Common>& runs, std::size_t left, std::size_t right, std::size_t length) {
    if (length > 0)
        runs.push_back({static_cast<std::int32_t>(left), static_cast<std::int32_t>(right),
                        static_cast<std::int32_t>(length)});
}

}  // namespace

std::vector<Common> common_runs(const Row& left, const Row& right, std::int32_t numbers) {
    const Middle middle(left, right);
    const Table table(left, right, middle, numbers);
    States states(table, middle.right);
    std::vector<Common> backwards;
    std::size_t here = middle.left, there = middle.right, length = left.size() - middle.before - middle.left;
    const auto ended = [&](std::size_t one, std::size_t two) {
        add(backwards, one + middle.before, two + middle.before, length);
        length = 0;
    };
    while (here > 0 && there > 0) {
        if (states.is_set(there - 1, here - 1)) {
            ended(here, there);
            --here;
        } else if (there > 1 && !states.is_set(there - 2, here - 1)) {
            ended(here, there);
            --there;
        } else {
            --here;
            --there;
            ++length;
        }
    }
    if (here == 0 && there == 0) {
        add(backwards, 0, 0, length + middle.before);
    } else {
        ended(here, there);
        add(backwards, 0, 0, middle.before);
    }
    std::reverse(backwards.begin(), backwards.end());
    return backwards;
}

std::int64_t common_words(const Row& left, const Row& right, std::int32_t numbers) {
    const Middle middle(left, right);
    const Table table(left, right, middle, numbers);
    std::vector<Bits> state(table.wide(), ~Bits{0});
    for (std::size_t row = 0; row < middle.right; ++row) table.step(row, state.data());
    auto count = static_cast<std::int64_t>(left.size() - middle.left);
    for (std::size_t place = 0; place < middle.left; ++place)
        count += !(state[place / kWidth] >> (place % kWidth) & 1);
    return count;
}

}  // namespace stemmata
