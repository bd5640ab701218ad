#include "lines_words.hpp"

#include <string_view>

#include "lines_numbering.hpp"

namespace stemmata::lines {
namespace {

constexpr std::int64_t kLabel = 60;    // code points of a label, fewer than
constexpr std::int64_t kOpening = 40;  // code points in which an opening stands, bullets and all
constexpr std::size_t kKinds = 11;

// What is counted in one paragraph and in the gap behind it.
struct Counts {
    double kinds[kKinds] = {};
    double runs = 0, titled = 0, brief = 0, stops = 0;
};

bool is_letter(std::uint8_t kind) { return kind >= kUpper && kind <= kPlain; }

class Measure {
public:
    Measure(const LinePage& page, const std::uint8_t* kinds, const Phrasebook& book, Place place)
        : text_(page.text), low_(page.low), spans_(page.spans()), kinds_(kinds), book_(book), table_(place), counts_(spans_.count) {}

    void fill() {
        count();
        shares();
        phrases();
        prose();
        neighbours();
    }

    // Tells the page what the other measures start from: words and prose as the table's logarithms give them.
    void tell(LinePage& page) {
        const std::size_t rows = spans_.count;
        page.final = final_;
        page.words.resize(rows), page.prose.resize(rows), page.share.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            page.words[row] = std::expm1(table_.row(row)[0]);
            page.prose[row] = page.marked() && page.linked_share(row) >= 0.5 ? 0.0 : prose_[row];
        }
        const double total = std::max(sum_of(page.prose), 1.0);
        for (std::size_t row = 0; row < rows; ++row) page.share[row] = page.prose[row] / total;
    }

private:
    std::uint8_t kind(std::size_t place) const {
        const char32_t code = text_[place];
        return kinds_[code < 0x10000 ? code : 0xFFFF];
    }

    // Counts kinds, runs of letters and stops: everything belongs to the paragraph in which it begins.
    void count() {
        std::size_t owner = 0, last = 0, begun = 0, begun_in = 0;
        std::uint8_t before = kOdd, opened = kOdd;
        const auto turn = [&](std::uint8_t here, std::size_t place) {
            if (before == kStop && (here == kBlank || here == kQuote || here == kIdeograph)) counts_[last].stops += 1;
            if (is_letter(before) && !is_letter(here)) close(opened, place - begun, begun_in);
        };
        for (std::size_t place = 0; place < text_.size();) {
            while (owner + 1 < spans_.count && static_cast<std::int64_t>(place) >= spans_.start[owner + 1]) ++owner;
            const std::size_t end = owner + 1 < spans_.count ? static_cast<std::size_t>(spans_.start[owner + 1]) : text_.size();
            const std::uint8_t here = kind(place);
            std::size_t stop = place + 1;
            while (stop < end && kind(stop) == here) ++stop;
            turn(here, place);
            if (is_letter(here) && !is_letter(before)) begun = place, begun_in = owner, opened = here;
            counts_[owner].kinds[here] += static_cast<double>(stop - place);
            last = owner, before = here, place = stop;
        }
        turn(kBlank, text_.size());
    }

    void close(std::uint8_t opened, std::size_t size, std::size_t owner) {
        Counts& counts = counts_[owner];
        counts.runs += 1;
        counts.titled += opened == kUpper;
        counts.brief += opened == kLower && size <= 3;
    }

    void shares() {
        const std::size_t rows = spans_.count;
        words_.resize(rows), final_.resize(rows), titled_.resize(rows), many_.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const Counts& counts = counts_[row];
            const auto start = static_cast<std::size_t>(spans_.start[row]), end = static_cast<std::size_t>(spans_.end[row]);
            const double size = std::max(static_cast<double>(end) - static_cast<double>(start), 1.0);
            const double words = words_[row] = counts.runs + counts.kinds[kIdeograph] / 2;
            const double many = many_[row] = std::max(words, 1.0);
            const std::uint8_t last = kind(end - 1), behind = kind(end - 1 > start ? end - 2 : start);
            const bool quoted = last == kQuote && (behind == kStop || behind == kComma);
            final_[row] = last == kStop || quoted || (text_[end - 1] == U')' && behind == kStop);
            titled_[row] = words > 1 ? std::max(counts.titled - 1, 0.0) / std::max(words - 1, 1.0) : 1.0;
            double* cell = table_.row(row);
            cell[0] = log1p_of(words);
            cell[1] = words >= 10;
            cell[2] = words >= 25;
            cell[3] = log1p_of(counts.stops);
            cell[4] = final_[row];
            cell[5] = text_[end - 1] == U':';
            cell[6] = titled_[row];
            cell[7] = counts.kinds[kUpper] / size;
            cell[8] = counts.kinds[kFigure] / size;
            cell[9] = counts.kinds[kComma] / many;
            cell[10] = counts.brief / many;
            cell[11] = kind(start) == kBar;
            cell[12] = kind(start) == kLower;
            cell[13] = std::min(counts.kinds[kBar] / many, 1.0);
            cell[14] = std::min(counts.kinds[kQuote], 2.0) / 2;
        }
    }

    void phrases() {
        Numbers terms, opened;
        book_.terms.count(low_, spans_, false, 0, terms, opened);
        Numbers spoken(terms);
        for (double& count : spoken) count = std::min(count, 2.0);
        const Numbers near = sum_around(spoken, 3);
        twice_ = repeated();
        labels_.resize(spans_.count);
        for (std::size_t row = 0; row < spans_.count; ++row) {
            double* cell = table_.row(row);
            cell[15] = labels_[row] = is_label(row);
            cell[16] = opens(row);
            cell[17] = std::min(terms[row], 1.0);
            cell[18] = std::min(terms[row] / many_[row] * 20, 3.0);
            cell[19] = std::min(near[row], 4.0);
            cell[20] = twice_[row];
        }
    }

    bool is_label(std::size_t row) {
        if (spans_.end[row] - spans_.start[row] >= kLabel) return false;
        auto from = static_cast<std::size_t>(spans_.start[row]), to = static_cast<std::size_t>(spans_.end[row]);
        const auto edge = [&](std::size_t place) { return book_.edges.find(low_[place]) != Wide::npos; };
        bool wide = false;
        for (std::size_t place = from; place + 1 < to; ++place) wide = wide || (low_[place] == U' ' && low_[place + 1] == U' ');
        while (from < to && edge(from)) ++from;
        while (to > from && edge(to - 1)) --to;
        Wide& bare = bare_;
        bare.clear();
        for (std::size_t place = from; place < to; ++place) {
            const bool space = wide && is_space(low_[place]);
            if (!space) bare.push_back(low_[place]);
            else if (place == from || !is_space(low_[place - 1])) bare.push_back(U' ');
        }
        return book_.labels.count(bare) != 0;
    }

    bool opens(std::size_t row) const {
        auto place = static_cast<std::size_t>(spans_.start[row]);
        const std::size_t end = std::min(place + static_cast<std::size_t>(kOpening), low_.size());
        while (place < end && book_.bullets.find(low_[place]) != Wide::npos) ++place;
        return book_.openings.starts(low_, place, end);
    }

    // Tells which paragraphs stand on the page a second time or more.
    Numbers repeated() const {
        Numbering known(spans_.count);
        std::vector<std::size_t> first;
        Numbers twice(spans_.count, 0.0);
        const std::u32string_view text(text_);
        for (std::size_t row = 0; row < spans_.count; ++row) {
            const auto start = static_cast<std::size_t>(spans_.start[row]), end = static_cast<std::size_t>(spans_.end[row]);
            const auto [number, added] = known.add(text.substr(start, end - start));
            if (added) first.push_back(row);
            else twice[row] = twice[first[number]] = 1.0;
        }
        return twice;
    }

    void prose() {
        const std::size_t rows = spans_.count;
        prose_.resize(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            const bool told = words_[row] >= 8 && counts_[row].stops + final_[row] > 0;
            prose_[row] = told && titled_[row] < 0.6 && twice_[row] == 0 ? words_[row] : 0.0;
        }
        const double last = std::max(static_cast<double>(rows) - 1, 1.0);
        const double total = std::max(sum_of(prose_), 1.0);
        double running = 0.0;
        for (std::size_t row = 0; row < rows; ++row) {
            const double place = static_cast<double>(row) / last;
            running += prose_[row];
            double* cell = table_.row(row);
            cell[21] = place;
            cell[22] = place * place;
            cell[23] = log1p_of(prose_[row]);
            cell[30] = (running - prose_[row]) / total;
            cell[31] = 1 - running / total;
        }
    }

    void neighbours() {
        const std::size_t rows = spans_.count;
        table_.put(26, logs(sum_before(prose_, 3)));
        table_.put(27, logs(sum_after(prose_, 3)));
        table_.put(28, logs(sum_before(prose_, 8)));
        table_.put(29, logs(sum_after(prose_, 8)));
        Numbers near = sum_around(prose_, 10);
        for (std::size_t row = 0; row < rows; ++row) near[row] += prose_[row];
        const double most = std::max(most_of(near, 0.0), 1.0);
        for (std::size_t row = 0; row < rows; ++row) {
            const auto beside = [&](std::size_t column, std::size_t from, bool there) { return there ? table_.row(from)[column] : 0.0; };
            const bool above = row > 0, below = row + 1 < rows;
            const std::size_t up = above ? row - 1 : 0, down = below ? row + 1 : 0;
            double* cell = table_.row(row);
            cell[24] = beside(23, up, above);
            cell[25] = beside(23, down, below);
            cell[32] = near[row] / most;
            cell[33] = beside(0, up, above);
            cell[34] = beside(0, down, below);
            cell[35] = beside(6, up, above);
            cell[36] = beside(6, down, below);
            cell[37] = beside(4, up, above);
            cell[38] = beside(4, down, below);
            cell[39] = beside(15, up, above);
        }
        runs();
    }

    // How long a run of weak paragraphs stands right after and right before each.
    void runs() {
        const auto length = [](double run) { return log1p_of(std::min(run, 20.0)); };
        const auto next = [this](double run, std::size_t row) { return words_[row] < 8 || final_[row] == 0 ? run + 1 : 0.0; };
        double run = 0.0;
        for (std::size_t row = 0; row < spans_.count; run = next(run, row), ++row) table_.row(row)[41] = length(run);
        run = 0.0;
        for (std::size_t row = spans_.count; row-- > 0; run = next(run, row)) table_.row(row)[40] = length(run);
    }

    const Wide& text_;
    const Wide& low_;
    const Spans spans_;
    const std::uint8_t* kinds_;
    const Phrasebook& book_;
    Place table_;
    std::vector<Counts> counts_;
    Wide bare_;  // a line without what stands around a label
    Numbers words_, many_, final_, titled_, twice_, labels_, prose_;
};

}  // namespace

void measure_words(LinePage& page, const std::uint8_t* kinds, const Phrasebook& book, Place place) {
    if (page.count() == 0) return;
    Measure measure(page, kinds, book, place);
    measure.fill();
    measure.tell(page);
}

}  // namespace stemmata::lines
