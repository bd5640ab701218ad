#include "lines_context.hpp"

#include "lines_numbering.hpp"

namespace stemmata::lines {
namespace {

constexpr std::size_t kShortest = 4;  // letters of a content word
constexpr double kFewest = 4, kSpoken = 8;  // words of a paragraph that is compared, and of one that lends its words

bool is_paired(char32_t code) { return code >= 0x3040 && code <= 0xD7A3; }

// The content words of paragraphs, each once a paragraph: runs of four letters, or pairs of ideographs.
class Bags {
public:
    Bags(const LinePage& page, std::int64_t longest, IsLetter is_letter)
        : low_(page.low), is_letter_(is_letter), numbers_(page.low.size() / 16), ends_(page.count()) {
        word_.reserve(page.low.size() / 8);
        for (std::size_t row = 0; row < page.count(); ++row) {
            const std::int64_t start = page.starts[row], end = std::min(page.ends[row], start + longest);
            if (page.words[row] >= kFewest) add(row, static_cast<std::size_t>(start), static_cast<std::size_t>(end));
            ends_[row] = word_.size();
        }
    }

    std::size_t begin(std::size_t row) const { return row == 0 ? 0 : ends_[row - 1]; }
    std::size_t end(std::size_t row) const { return ends_[row]; }
    std::size_t word(std::size_t place) const { return word_[place]; }
    std::size_t words() const { return latest_.size(); }

private:
    void add(std::size_t row, std::size_t place, std::size_t end) {
        while (place < end) {
            std::size_t run = 0;
            while (place + run < end && is_letter_(low_[place + run])) ++run;
            if (run >= kShortest) {
                keep(row, place, run);
                place += run;
            } else {
                place = short_run(row, place, place + std::max<std::size_t>(run, 1), end);
            }
        }
    }

    // Takes pairs of ideographs out of what is too short for a word; a pair may reach beyond it.
    std::size_t short_run(std::size_t row, std::size_t place, std::size_t stop, std::size_t end) {
        while (place < stop) {
            if (place + 1 < end && is_paired(low_[place]) && is_paired(low_[place + 1])) {
                keep(row, place, 2);
                place += 2;
            } else {
                ++place;
            }
        }
        return place;
    }

    void keep(std::size_t row, std::size_t place, std::size_t size) {
        const auto [number, added] = numbers_.add({low_.data() + place, size});
        if (added) latest_.push_back(row);
        else if (latest_[number] == row) return;
        latest_[number] = row;
        word_.push_back(number);
    }

    const Wide& low_;
    IsLetter is_letter_;
    Numbering numbers_;
    std::vector<std::size_t> latest_;  // for each word, the paragraph it stood in last
    std::vector<std::size_t> word_;
    std::vector<std::size_t> ends_;
};

// Puts how much of a paragraph's content words, weighted by rarity on the page, the sure story has too: five columns.
void share_words(const Bags& bags, const Numbers& guess, const Numbers& words, double sure, std::size_t column, Place& place) {
    std::vector<double> everywhere(bags.words(), 0.0), core(bags.words(), 0.0);
    const auto own = [&](std::size_t row) { return guess[row] > sure && words[row] >= kSpoken ? 1.0 : 0.0; };
    for (std::size_t row = 0; row < guess.size(); ++row)
        for (std::size_t place = bags.begin(row); place < bags.end(row); ++place) {
            everywhere[bags.word(place)] += 1.0;
            core[bags.word(place)] += own(row);
        }
    std::vector<double> weight(bags.words());
    for (std::size_t word = 0; word < weight.size(); ++word)
        weight[word] = std::log(1 + static_cast<double>(guess.size()) / std::max(everywhere[word], 1.0));
    for (std::size_t row = 0; row < guess.size(); ++row) {
        const double bag = static_cast<double>(bags.end(row) - bags.begin(row)), mine = own(row);
        double total = 0.0, shared = 0.0, often = 0.0;
        for (std::size_t place = bags.begin(row); place < bags.end(row); ++place) {
            const std::size_t word = bags.word(place);
            total += weight[word];
            if (core[word] - mine > 0) shared += weight[word];
            if (core[word] - mine > 1) often += 1.0;
        }
        const double share = shared / std::max(total, 1e-9), told = bag >= 4 ? 1.0 : 0.0;
        double* cell = place.row(row) + column;
        cell[0] = share * told;
        cell[1] = often / std::max(bag, 1.0) * told;
        cell[2] = (1 - share) * told;
        cell[3] = bag >= 10 ? share * told : 0.0;
        cell[4] = std::min(share * std::sqrt(bag), 4.0) * told;
    }
}

}  // namespace

void measure_context(const LinePage& page, const Numbers& guess, const Lending& lending, IsLetter is_letter, Place place) {
    const std::size_t rows = page.count();
    if (rows == 0) return;
    Numbers mass(rows);
    for (std::size_t row = 0; row < rows; ++row) mass[row] = guess[row] * std::min(page.words[row], 60.0);
    const double total = std::max(sum_of(mass), 1.0), size = log1p_of(total);
    const Numbers five_before = sum_before(guess, 5), five_after = sum_after(guess, 5);
    const auto near = [&](std::size_t row, std::ptrdiff_t by) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(row) + by;
        return at >= 0 && at < static_cast<std::ptrdiff_t>(rows) ? guess[static_cast<std::size_t>(at)] : 0.0;
    };
    share_words(Bags(page, lending.longest, is_letter), guess, page.words, lending.sure, 19, place);
    double running = 0.0;
    for (std::size_t row = 0; row < rows; ++row) {
        running += mass[row];
        const double before = (running - mass[row]) / total, after = 1 - running / total;
        const double sure = std::min(std::max(guess[row], 1e-4), 1 - 1e-4), foreign = place.row(row)[21];
        double* cell = place.row(row);
        cell[0] = std::log(sure / (1 - sure));
        cell[1] = near(row, -1);
        cell[2] = near(row, 1);
        cell[3] = near(row, -2);
        cell[4] = near(row, 2);
        cell[5] = five_before[row] / 5;
        cell[6] = five_after[row] / 5;
        cell[7] = before;
        cell[8] = after;
        cell[9] = before * (1 - before);
        cell[10] = std::min(before, after);
        cell[11] = size;
        cell[12] = before < 0.01;
        cell[13] = after < 0.01;
        cell[14] = std::max({near(row, -1), near(row, -2), near(row, -3)});
        cell[15] = std::max({near(row, 1), near(row, 2), near(row, 3)});
        cell[16] = after < lending.edge ? foreign : 0.0;
        cell[17] = before < lending.edge ? foreign : 0.0;
        cell[18] = before > 1 - 3 * lending.edge ? foreign : 0.0;
    }
}

}  // namespace stemmata::lines
