#include "forest.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "clones.hpp"

namespace stemmata {
namespace {

constexpr std::size_t kRows = 16;     // rows that go through a tree side by side
constexpr std::size_t kLeaves = 64;   // of a tree, at most: one bit each

class Planner {
public:
    explicit Planner(const Trees& trees) : trees_(trees) {}

    // Gives false where a tree has too many leaves, or is none.
    bool plan(Plan& plan) {
        for (std::size_t tree = 0; tree < trees_.root.size(); ++tree) {
            plan.leaf_starts.push_back(plan.leaves.size());
            if (!add(at(trees_.root[tree]), trees_.depth[tree], plan)) return false;
            plan.split_ends.push_back(plan.splits.size());
        }
        return true;
    }

private:
    static std::size_t at(std::int32_t place) { return static_cast<std::size_t>(place); }

    bool add(std::size_t node, std::int32_t depth, Plan& plan) {
        const std::size_t first = plan.leaf_starts.back(), child = at(trees_.child[node]);
        if (child == node && trees_.threshold[node] == std::numeric_limits<double>::infinity()) {
            plan.leaves.push_back(trees_.value[node]);
            return plan.leaves.size() - first <= kLeaves;
        }
        if (depth <= 0) return false;
        const std::size_t split = plan.splits.size(), before = plan.leaves.size() - first;
        plan.splits.push_back({trees_.threshold[node], at(trees_.column[node]), 0});
        if (!add(child, depth - 1, plan)) return false;
        const std::size_t after = plan.leaves.size() - first;
        if (after >= kLeaves) return false;
        plan.splits[split].right = ~((std::uint64_t{1} << after) - (std::uint64_t{1} << before));
        return add(child + 1, depth - 1, plan);
    }

    const Trees& trees_;
};

std::size_t first_of(std::uint64_t leaves) {
#if defined(__GNUC__)
    return static_cast<std::size_t>(__builtin_ctzll(leaves));
#else
    std::size_t bit = 0;
    for (; !(leaves & 1); leaves >>= 1) ++bit;
    return bit;
#endif
}

// Takes rows through all trees; the block has their values column by column.
STEMMATA_CLONES
void add_block(const double* block, const Plan& plan, double* sums) {
    std::size_t split = 0;
    for (std::size_t tree = 0; tree < plan.split_ends.size(); ++tree) {
        std::uint64_t possible[kRows];
        for (std::size_t row = 0; row < kRows; ++row) possible[row] = ~std::uint64_t{0};
        for (; split < plan.split_ends[tree]; ++split) {
            const Plan::Split& asked = plan.splits[split];
            const double* seen = block + asked.column * kRows;
#pragma GCC unroll 1
            for (std::size_t row = 0; row < kRows; ++row)
                possible[row] &= asked.right | (std::uint64_t{seen[row] > asked.threshold} - 1);  // no branch
        }
        const double* leaves = plan.leaves.data() + plan.leaf_starts[tree];
        for (std::size_t row = 0; row < kRows; ++row) sums[row] += leaves[first_of(possible[row])];
    }
}

// The same, step by step, for trees of any size.
double walk(const double* row, const Trees& trees) {
    double sum = 0;
    for (std::size_t tree = 0; tree < trees.root.size(); ++tree) {
        auto node = static_cast<std::size_t>(trees.root[tree]);
        for (std::int32_t step = 0; step < trees.depth[tree]; ++step) {
            const double seen = row[static_cast<std::size_t>(trees.column[node])];
            node = static_cast<std::size_t>(trees.child[node]) + (seen > trees.threshold[node]);
        }
        sum += trees.value[node];
    }
    return sum;
}

}  // namespace

bool Trees::sound() const {
    const std::size_t nodes = value.size();
    const auto within = [](std::int32_t place, std::size_t size) {
        return place >= 0 && static_cast<std::size_t>(place) < size;
    };
    if (depth.size() != root.size() || column.size() != nodes || child.size() != nodes || threshold.size() != nodes)
        return false;
    for (std::int32_t place : root)
        if (!within(place, nodes)) return false;
    for (std::size_t node = 0; node < nodes; ++node) {
        const bool leaf = threshold[node] == std::numeric_limits<double>::infinity();
        if (column[node] < 0 || !within(child[node], leaf ? nodes : nodes - 1)) return false;
    }
    return true;
}

std::size_t Trees::width() const {
    return column.empty() ? 0 : static_cast<std::size_t>(*std::max_element(column.begin(), column.end())) + 1;
}

Forest::Forest(Trees trees)
    : trees_(std::move(trees)), width_(trees_.width()), planned_(Planner(trees_).plan(plan_)) {}

void Forest::add_up(const double* table, std::size_t rows, std::size_t columns, double* sums) const {
    if (!planned_) {
        for (std::size_t row = 0; row < rows; ++row) sums[row] = walk(table + row * columns, trees_);
        return;
    }
    std::vector<double> block(width_ * kRows);
    for (std::size_t first = 0; first < rows; first += kRows) {
        const std::size_t count = std::min(kRows, rows - first);
        for (std::size_t row = 0; row < count; ++row)
            for (std::size_t column = 0; column < width_; ++column)
                block[column * kRows + row] = table[(first + row) * columns + column];
        double added[kRows] = {};
        add_block(block.data(), plan_, added);
        std::copy_n(added, count, sums + first);
    }
}

}  // namespace stemmata
