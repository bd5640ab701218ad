// Adds up what the leaves of decision trees say of each row of a table.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stemmata {

// The nodes of all trees end to end. A row goes from node n to child[n], or to child[n] + 1 where the row's column[n]
// is greater than threshold[n]. A leaf is its own child and its threshold is infinite.
struct Trees {
    std::size_t count;
    const std::int32_t* root;
    const std::int32_t* depth;  // steps from the root to the furthest leaf
    const std::int32_t* column;
    const std::int32_t* child;
    const double* threshold;
    const double* value;
};

void add_up(const double* table, std::size_t rows, std::size_t columns, const Trees& trees, double* sums);

}  // namespace stemmata
