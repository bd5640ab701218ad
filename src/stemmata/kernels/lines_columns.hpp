// Arithmetic on columns: one number for each paragraph of a page.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace stemmata::lines {

using Numbers = std::vector<double>;

// Rows of numbers, one for each paragraph, laid end to end.
struct Table {
    double* cells;
    std::size_t rows;
    std::size_t width;

    double& at(std::size_t row, std::size_t column) { return cells[row * width + column]; }

    void put(std::size_t column, const Numbers& values) {
        for (std::size_t row = 0; row < rows; ++row) at(row, column) = values[row];
    }

    void fill(std::size_t column, double value) {
        for (std::size_t row = 0; row < rows; ++row) at(row, column) = value;
    }
};

// log(1 + x); halves up to a thousand, which most counts are, are looked up.
inline double log1p_of(double x) {
    static const auto known = [] {
        std::array<double, 2048> logs{};
        for (std::size_t half = 0; half < logs.size(); ++half) logs[half] = std::log1p(static_cast<double>(half) / 2);
        return logs;
    }();
    const double halves = 2 * x;
    if (halves >= 0 && halves < 2048) {
        const auto whole = static_cast<std::size_t>(halves);
        if (static_cast<double>(whole) == halves) return known[whole];
    }
    return std::log1p(x);
}

inline Numbers logs(Numbers column) {
    for (double& value : column) value = log1p_of(value);
    return column;
}

// The sum over the `reach` paragraphs before each.
inline Numbers sum_before(const Numbers& column, std::size_t reach) {
    Numbers running(column.size() + 1, 0.0), sums(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        running[row + 1] = running[row] + column[row];
        sums[row] = running[row] - running[row > reach ? row - reach : 0];
    }
    return sums;
}

// The sum over the `reach` paragraphs after each.
inline Numbers sum_after(const Numbers& column, std::size_t reach) {
    const Numbers turned(column.rbegin(), column.rend());
    Numbers sums = sum_before(turned, reach);
    std::reverse(sums.begin(), sums.end());
    return sums;
}

inline Numbers sum_around(const Numbers& column, std::size_t reach) {
    Numbers sums = sum_before(column, reach);
    const Numbers after = sum_after(column, reach);
    for (std::size_t row = 0; row < sums.size(); ++row) sums[row] += after[row];
    return sums;
}

inline double sum_of(const Numbers& column) {
    double sum = 0.0;
    for (double value : column) sum += value;
    return sum;
}

inline double most_of(const Numbers& column, double least) {
    for (double value : column) least = std::max(least, value);
    return least;
}

// The numbers of groups made dense, so that a sum for each takes no more room than there are paragraphs.
class Groups {
public:
    Groups(const std::int64_t* numbers, std::size_t count) : group_(count) {
        std::unordered_map<std::int64_t, std::size_t> known;
        known.reserve(count);
        for (std::size_t row = 0; row < count; ++row) group_[row] = known.emplace(numbers[row], known.size()).first->second;
        count_ = known.size();
    }

    // For each paragraph the sum over all that share its group.
    Numbers sum(const Numbers& column) const {
        Numbers sums = totals(column), shared(group_.size());
        for (std::size_t row = 0; row < group_.size(); ++row) shared[row] = sums[group_[row]];
        return shared;
    }

    // For each paragraph the mean over all that share its group, each counted by its weight.
    Numbers mean(const Numbers& column, const Numbers& weight) const {
        Numbers heavy(column);
        for (std::size_t row = 0; row < heavy.size(); ++row) heavy[row] *= weight[row];
        Numbers means = sum(heavy);
        const Numbers weights = sum(weight);
        for (std::size_t row = 0; row < means.size(); ++row) means[row] /= std::max(weights[row], 1.0);
        return means;
    }

    // One sum for each group, in the order in which the groups first appear.
    Numbers totals(const Numbers& column) const {
        Numbers sums(count_, 0.0);
        for (std::size_t row = 0; row < group_.size(); ++row) sums[group_[row]] += column[row];
        return sums;
    }

    std::size_t of(std::size_t row) const { return group_[row]; }
    std::size_t count() const { return count_; }

private:
    std::vector<std::size_t> group_;
    std::size_t count_ = 0;
};

}  // namespace stemmata::lines
