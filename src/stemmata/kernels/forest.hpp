// Adds up what the leaves of decision trees say of each row of a table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stemmata {

// The nodes of all trees end to end. A row goes from node n to child[n], or to child[n] + 1 where the row's column[n]
// is greater than threshold[n]. A leaf is its own child and its threshold is infinite.
struct Trees {
    std::vector<std::int32_t> root, depth;  // depth: steps from the root to the furthest leaf
    std::vector<std::int32_t> column, child;
    std::vector<double> threshold, value;

    bool sound() const;  // whether every step of a walk stays within the nodes
    std::size_t width() const;  // columns that are asked
};

// Trees without their branches, after QuickScorer (Lucchese and others, SIGIR 2015). The leaves of a tree are numbered
// from left to right; a row that goes right at a split cannot come to the leaves on its left. What remains possible
// after all splits of the tree, in whatever order, begins with the leaf that a walk comes to.
struct Plan {
    struct Split {
        double threshold;
        std::size_t column;
        std::uint64_t right;  // the leaves that stay possible for a row that is greater
    };
    std::vector<Split> splits;
    std::vector<double> leaves;
    std::vector<std::size_t> split_ends, leaf_starts;  // one for each tree
};

class Forest {
public:
    explicit Forest(Trees trees);  // they must be sound
    std::size_t width() const { return width_; }
    void add_up(const double* table, std::size_t rows, std::size_t columns, double* sums) const;

private:
    Trees trees_;
    std::size_t width_;
    Plan plan_;
    bool planned_;  // false where a tree has too many leaves, or is none
};

}  // namespace stemmata
