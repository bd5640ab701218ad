#include "forest.hpp"

#include <algorithm>

namespace stemmata {
namespace {

// Rows that walk down a tree side by side: their steps do not wait for one another.
constexpr std::size_t together = 16;

template <std::size_t rows>
void walk(const double* table, std::size_t columns, const Trees& trees, double* sums) {
    for (std::size_t tree = 0; tree < trees.count; ++tree) {
        std::int32_t at[rows];
        std::fill_n(at, rows, trees.root[tree]);
        for (std::int32_t step = 0; step < trees.depth[tree]; ++step)
            for (std::size_t row = 0; row < rows; ++row) {
                const std::int32_t node = at[row];
                const double seen = table[row * columns + static_cast<std::size_t>(trees.column[node])];
                at[row] = trees.child[node] + static_cast<std::int32_t>(seen > trees.threshold[node]);
            }
        for (std::size_t row = 0; row < rows; ++row) sums[row] += trees.value[at[row]];
    }
}

}  // namespace

void add_up(const double* table, std::size_t rows, std::size_t columns, const Trees& trees, double* sums) {
    std::fill_n(sums, rows, 0.0);
    std::size_t row = 0;
    for (; row + together <= rows; row += together)
        walk<together>(table + row * columns, columns, trees, sums + row);
    for (; row < rows; ++row) walk<1>(table + row * columns, columns, trees, sums + row);
}

}  // namespace stemmata
