#include "lines_told.hpp"

#include <string_view>
#include <unordered_map>

namespace stemmata::lines {
namespace {

constexpr std::size_t kKey = 40;       // code points of a paragraph's beginning that are looked for
constexpr std::size_t kFewest = 10;    // code points that it must have to be looked for
constexpr std::size_t kReach = 50;     // code points read to make it
constexpr std::size_t kTitle = 300;    // code points of a heading that are compared
constexpr std::size_t kShort = 8;      // a heading of fewer code points says nothing
constexpr std::size_t kAlike = 20;     // code points in which a heading is like a promised title
constexpr std::size_t kSummary = 30;   // code points of a summary that may stand inside a key
constexpr double kLeastWords = 3;      // words of a paragraph that is looked for
constexpr double kFar = 80, kMost = 60;  // paragraphs since a heading, where there is none and at most
constexpr std::int64_t kOpening = 40;  // code points of a paragraph in which it is opened by who signs

std::size_t stop(const LinePage& page, std::size_t row, std::size_t most) {
    return static_cast<std::size_t>(std::min(page.ends[row], page.starts[row] + static_cast<std::int64_t>(most)));
}

double signed_log(double value) { return value < 0 ? -log1p_of(-value) : log1p_of(value); }

// How likely each heading is the story's: it says what the head calls the page, it is an h1, no link.
Numbers title_scores(const LinePage& page, const Meaning& meaning, const std::vector<Wide>& titles) {
    Numbers scores(page.count(), 0.0);
    for (std::size_t row = 0; row < page.count(); ++row) {
        if ((page.traits[row] & meaning.headed) == 0) continue;
        const Wide words = spaced(page.low, static_cast<std::size_t>(page.starts[row]), stop(page, row, kTitle));
        if (words.size() < kShort) continue;
        double score = 0.0;
        for (const Wide& title : titles) {
            if (words.find(title) != Wide::npos || title.find(words) != Wide::npos) score = 3.0;
            else if (words.compare(0, kAlike, title, 0, kAlike) == 0) score = std::max(score, 2.0);
        }
        score += page.tags[row] == meaning.h1 ? 1.0 : 0.0;
        scores[row] = std::max(score - (page.linked[row] > 0 ? 0.5 : 0.0), 0.0);
    }
    return scores;
}

// The beginnings of paragraphs, looked for in a long text all at once: by a rolling hash of their first letters.
class Keys {
public:
    void add(std::size_t row, Wide key) {
        keys_.push_back({row, std::move(key)});
        by_hash_.emplace(hash_of(keys_.back().words.data()), keys_.size() - 1);
    }

    // Marks the rows whose keys stand in the text.
    void find(const Wide& text, Numbers& found) const {
        if (keys_.empty() || text.size() < kFewest) return;
        std::uint64_t power = 1;
        for (std::size_t letter = 1; letter < kFewest; ++letter) power *= kBase;
        std::uint64_t hash = hash_of(text.data());
        for (std::size_t place = 0;; ++place) {
            const auto [first, last] = by_hash_.equal_range(hash);
            for (auto known = first; known != last; ++known) {
                const auto& key = keys_[known->second];
                if (found[key.row] == 0 && text.compare(place, key.words.size(), key.words) == 0) found[key.row] = 1.0;
            }
            if (place + kFewest >= text.size()) break;
            hash = (hash - text[place] * power) * kBase + text[place + kFewest];
        }
    }

private:
    struct Key {
        std::size_t row;
        Wide words;
    };

    static constexpr std::uint64_t kBase = 0x9E3779B97F4A7C15U;

    static std::uint64_t hash_of(const char32_t* letters) {
        std::uint64_t hash = 0;
        for (std::size_t letter = 0; letter < kFewest; ++letter) hash = hash * kBase + letters[letter];
        return hash;
    }

    std::vector<Key> keys_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_hash_;
};

// Tells which paragraphs begin as the summary, or stand in the text that the head gives.
void find_told(const LinePage& page, const Promise& promise, Numbers& summary, Numbers& story) {
    if (promise.summary.empty() && promise.story.empty()) return;
    const Wide opening = promise.summary.substr(0, kSummary);
    Keys keys;
    for (std::size_t row = 0; row < page.count(); ++row) {
        if (page.words[row] < kLeastWords) continue;
        Wide key = spaced(page.low, static_cast<std::size_t>(page.starts[row]), stop(page, row, kReach)).substr(0, kKey);
        if (key.size() < kFewest) continue;
        if (!promise.summary.empty())
            summary[row] = promise.summary.find(key) != Wide::npos || key.find(opening) != Wide::npos;
        keys.add(row, std::move(key));
    }
    keys.find(promise.story, story);
}

// How many paragraphs ago the last flag stood, as a logarithm.
void put_since(const std::vector<bool>& flags, std::size_t offset, Place& place) {
    double since = kFar;
    for (std::size_t row = 0; row < flags.size(); ++row) {
        since = flags[row] ? 0.0 : since == kFar ? kFar : std::min(since + 1, kMost);
        place.row(row)[offset] = log1p_of(since);
    }
}

bool bracketed(const LinePage& page, std::size_t row) {
    const char32_t first = page.low[static_cast<std::size_t>(page.starts[row])];
    return first == U'[' || first == U'(' || first == U'*';
}

}  // namespace

void measure_promised(const LinePage& page, const Meaning& meaning, const Promise& promise, Place place) {
    const std::size_t rows = page.count();
    if (rows == 0) return;
    const Numbers titles = title_scores(page, meaning, promise.titles);
    const auto at = static_cast<std::size_t>(std::max_element(titles.begin(), titles.end()) - titles.begin());
    const double best = titles[at];
    Numbers running(rows), summary(rows, 0.0), story(rows, 0.0);
    std::vector<bool> first_headings(rows), headings(rows);
    double prose = 0.0, headed = 0.0, known = 0.0;
    find_told(page, promise, summary, story);
    for (std::size_t row = 0; row < rows; ++row) {
        running[row] = prose += page.prose[row];
        first_headings[row] = page.tags[row] == meaning.h1;
        headings[row] = meaning.headings >> page.tags[row] & 1;
        headed += headings[row];
        known += story[row] * page.share[row];
    }
    double passed = 0.0;
    for (std::size_t row = 0; row < rows; ++row) {
        const double gap = best > 0 ? static_cast<double>(row) - static_cast<double>(at) : 0.0;
        double* cell = place.row(row);
        cell[0] = titles[row];
        cell[1] = best;
        cell[2] = gap > 0;
        cell[3] = gap < 0;
        cell[4] = signed_log(gap);
        cell[5] = best > 0 ? signed_log(running[row] - running[at]) : 0.0;
        cell[7] = summary[row];
        cell[8] = story[row];
        cell[9] = known > 0.1 && story[row] == 0 && page.prose[row] > 0;
        cell[10] = known;
        cell[12] = (passed += headings[row]) / std::max(1.0, headed);
    }
    put_since(first_headings, 6, place);
    put_since(headings, 11, place);
}

void measure_talk(const LinePage& page, const Finder& speech, const Finder& named, Place place) {
    const std::size_t rows = page.count();
    Numbers spoken, names, ignored, opened;
    speech.count(page.low, page.spans(), true, 0, spoken, ignored);
    named.count(page.low, page.spans(), true, kOpening, names, opened);
    Numbers shares(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const double addresses = spoken[row], you = spoken[rows + row], us = spoken[2 * rows + row];
        const double sites = names[row], signers = names[rows + row], tenths = 10 / std::max(page.words[row], 1.0);
        const double talk = std::min(sites, 2.0) + std::min(addresses, 2.0) + std::min(you, 2.0) + std::min(us, 2.0) +
                            std::min(signers, 1.0);
        double* cell = place.row(row);
        cell[0] = std::min(sites, 2.0);
        cell[1] = std::min(signers, 2.0);
        cell[2] = opened[rows + row];
        cell[3] = std::min(addresses, 3.0);
        cell[4] = std::min(you * tenths, 3.0);
        cell[5] = std::min(us * tenths, 3.0);
        cell[6] = bracketed(page, row);
        cell[7] = shares[row] = std::min(talk * tenths, 4.0);
    }
    place.put(8, sum_around(shares, 2));
}

void measure_text_talk(const LinePage& page, const Finder& speech, Place place) {
    const std::size_t rows = page.count();
    Numbers spoken, ignored, talks(rows);
    speech.count(page.low, page.spans(), true, 0, spoken, ignored);
    for (std::size_t row = 0; row < rows; ++row) {
        const double addresses = spoken[row], you = spoken[rows + row], us = spoken[2 * rows + row];
        const double tenths = 10 / std::max(page.words[row], 1.0);
        double* cell = place.row(row);
        cell[0] = std::min(you * tenths, 3.0);
        cell[1] = std::min(us * tenths, 3.0);
        cell[2] = std::min(addresses, 3.0);
        cell[3] = bracketed(page, row);
        cell[4] = talks[row] =
            std::min((std::min(you, 2.0) + std::min(us, 2.0) + std::min(addresses, 2.0)) * tenths, 4.0);
    }
    place.put(5, sum_around(talks, 2));
}

}  // namespace stemmata::lines
