#include "corpus.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "mixing.hpp"
#include "sketch.hpp"
#include "winnow.hpp"

namespace stemmata {
namespace {

constexpr std::size_t kParts = 256;       // parts of the keys, so that the postings of one stay in the cache
constexpr std::size_t kTextsPerTask = 512;
constexpr std::size_t kPairsPerTask = 2048;
constexpr std::size_t kSettle = 1 << 16;  // pairs that may wait before equal ones are made one
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

constexpr std::size_t kFew = 4;              // a run of so many texts is enough to make each two of them a pair
constexpr std::uint64_t kEnough = 255;       // what the runs of a pair must weigh together

using Packed = std::uint64_t;  // 32 bits of key above 32 bits of text, or a pair: 28 bits, 28 bits and its weight
using Parts = std::vector<std::vector<Packed>>;

Packed pack(std::uint64_t high, std::uint64_t low) { return high << 32 | (low & 0xFFFFFFFFu); }
std::uint32_t high_of(Packed packed) { return static_cast<std::uint32_t>(packed >> 32); }
std::uint32_t low_of(Packed packed) { return static_cast<std::uint32_t>(packed); }

// What a thread keeps from text to text.
struct Desk {
    TokenColumns words{1, 1 << 16};
    std::vector<std::uint64_t> shingles;
    Parts parts = Parts(kParts);
};

void lay_out(const Text& text, TokenColumns& words) {
    words.clear();
    add_words(text, words);
}

std::uint64_t whole(TokenColumns& words) {
    std::uint64_t state = kStart;
    for (std::size_t place = 0; place < words.hashes.size(); ++place)
        state = state * kShingleBase + words.hashes.data()[place];
    return finish(state ^ words.hashes.size());
}

void post(const Text& text, std::uint32_t number, const PostRules& rules, Desk& desk) {
    lay_out(text, desk.words);
    const std::size_t count = desk.words.hashes.size();
    if (count < rules.width) return;
    desk.shingles.resize(count - rules.width + 1);
    roll(desk.words.hashes.data(), count, rules.width, desk.shingles.data());
    winnow(desk.shingles.data(), desk.shingles.size(), rules.window, [&](std::size_t place) {
        // Winnowing leaves small hashes: the low bits stay even.
        const std::uint64_t key = desk.shingles[place];
        desk.parts[key & (kParts - 1)].push_back(pack(key >> 8, number));
    });
}

// Sorts by the upper 32 bits, three digits of eleven bits; equal ones keep their order.
void sort_by_key(std::vector<Packed>& held, std::vector<Packed>& spare) {
    constexpr unsigned kDigit = 11;
    spare.resize(held.size());
    for (unsigned shift = 32; shift < 64; shift += kDigit) {
        std::size_t counts[(1 << kDigit) + 1] = {};
        const std::uint64_t mask = (1 << kDigit) - 1;
        for (const Packed one : held) ++counts[(one >> shift & mask) + 1];
        for (std::size_t digit = 0; digit < mask; ++digit) counts[digit + 1] += counts[digit];
        for (const Packed one : held) spare[counts[one >> shift & mask]++] = one;
        held.swap(spare);
    }
}

Packed pack_pair(std::uint64_t left, std::uint64_t right, std::uint64_t weight) {
    return left << 36 | right << 8 | weight;
}
std::uint32_t left_of(Packed pair) { return static_cast<std::uint32_t>(pair >> 36); }
std::uint32_t right_of(Packed pair) { return static_cast<std::uint32_t>(pair >> 8 & 0xFFFFFFFu); }

// A run weighs the less the more texts have it, so that a notice makes no pair where a whole story would.
std::uint64_t weight_of(std::size_t texts) { return texts <= kFew ? kEnough : kEnough * (kFew - 1) / (texts - 1); }

// Makes the records of one pair one, which weighs as much as they do together.
void settle(std::vector<Packed>& pairs) {
    std::sort(pairs.begin(), pairs.end());
    std::size_t count = 0;
    for (std::size_t start = 0, end; start < pairs.size(); start = end) {
        std::uint64_t weight = 0;
        for (end = start; end < pairs.size() && pairs[end] >> 8 == pairs[start] >> 8; ++end) weight += pairs[end] & 255;
        pairs[count++] = (pairs[start] & ~std::uint64_t{255}) | std::min(weight, kEnough);
    }
    pairs.resize(count);
}

// Pairs that wait, by the left text; whenever they have doubled, equal ones are made one.
struct Waiting {
    Parts parts = Parts(kParts);
    std::vector<std::size_t> limits = std::vector<std::size_t>(kParts, kSettle);
    std::size_t crowded = 0;

    void add(std::uint32_t left, std::uint32_t right, std::uint64_t weight, std::size_t texts) {
        const std::size_t part = std::uint64_t{left} * kParts / texts;
        std::vector<Packed>& held = parts[part];
        held.push_back(pack_pair(left, right, weight));
        if (held.size() < limits[part]) return;
        settle(held);
        limits[part] = std::max(kSettle, 2 * held.size());
    }
};

void pair_up(const std::vector<Packed>& postings, std::size_t most, std::size_t texts, Waiting& waiting) {
    std::vector<std::uint32_t> group;
    for (std::size_t start = 0, end; start < postings.size(); start = end) {
        group.clear();
        for (end = start; end < postings.size() && high_of(postings[end]) == high_of(postings[start]); ++end)
            group.push_back(low_of(postings[end]));
        std::sort(group.begin(), group.end());  // threads post in any order
        group.erase(std::unique(group.begin(), group.end()), group.end());
        if (group.size() > most) {
            ++waiting.crowded;
            continue;
        }
        const std::uint64_t weight = weight_of(group.size());
        for (std::size_t one = 0; one < group.size(); ++one)
            for (std::size_t two = one + 1; two < group.size(); ++two)
                waiting.add(group[one], group[two], weight, texts);
    }
}

std::vector<Packed> joined(std::vector<Desk>& desks, std::size_t part) {
    std::vector<Packed> held;
    std::size_t count = 0;
    for (const Desk& desk : desks) count += desk.parts[part].size();
    held.reserve(count);
    for (Desk& desk : desks) {
        held.insert(held.end(), desk.parts[part].begin(), desk.parts[part].end());
        std::vector<Packed>().swap(desk.parts[part]);
    }
    return held;
}

// For each text the first one with the same words, in the same order; a text without words has none.
std::vector<std::uint32_t> firsts_of(std::vector<std::uint64_t>& wholes) {
    std::vector<std::uint32_t> order(wholes.size()), first(wholes.size());
    for (std::size_t text = 0; text < order.size(); ++text) order[text] = first[text] = static_cast<std::uint32_t>(text);
    std::sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t two) {
        return wholes[one] != wholes[two] ? wholes[one] < wholes[two] : one < two;
    });
    for (std::size_t place = 1; place < order.size(); ++place)
        if (wholes[order[place]] == wholes[order[place - 1]] && wholes[order[place]] != 0)
            first[order[place]] = first[order[place - 1]];
    return first;
}

}  // namespace

void share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t, unsigned)>& work) {
    std::atomic<std::size_t> next{0};
    std::exception_ptr trouble;
    std::mutex lock;
    const auto run = [&](unsigned thread) {
        try {
            for (std::size_t number; (number = next++) < count;) work(number, thread);
        } catch (...) {
            const std::lock_guard<std::mutex> held(lock);
            trouble = std::current_exception();
            next = count;
        }
    };
    std::vector<std::thread> others;
    for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
    run(0);
    for (std::thread& other : others) other.join();
    if (trouble) std::rethrow_exception(trouble);
}

Pairs find_pairs(const std::vector<Text>& texts, const PostRules& rules, unsigned threads) {
    std::vector<std::uint64_t> wholes(texts.size(), 0);
    std::vector<Desk> desks(threads);
    share_out((texts.size() + kTextsPerTask - 1) / kTextsPerTask, threads, [&](std::size_t task, unsigned thread) {
        const std::size_t end = std::min(texts.size(), (task + 1) * kTextsPerTask);
        for (std::size_t text = task * kTextsPerTask; text < end; ++text) {
            post(texts[text], static_cast<std::uint32_t>(text), rules, desks[thread]);
            if (desks[thread].words.hashes.size() != 0) wholes[text] = whole(desks[thread].words);
        }
    });
    const std::vector<std::uint32_t> first = firsts_of(wholes);
    std::vector<Waiting> waiting(threads);
    std::vector<std::vector<Packed>> spares(threads);
    share_out(kParts, threads, [&](std::size_t part, unsigned thread) {
        std::vector<Packed> postings = joined(desks, part);
        postings.erase(std::remove_if(postings.begin(), postings.end(),
                                      [&](Packed one) { return first[low_of(one)] != low_of(one); }),
                       postings.end());
        sort_by_key(postings, spares[thread]);
        pair_up(postings, rules.most, texts.size(), waiting[thread]);
    });
    for (std::size_t text = 0; text < first.size(); ++text)
        if (first[text] != text) waiting[0].add(first[text], static_cast<std::uint32_t>(text), kEnough, texts.size());
    std::vector<std::vector<Packed>> sorted(kParts);
    share_out(kParts, threads, [&](std::size_t part, unsigned) {
        for (Waiting& one : waiting) {
            sorted[part].insert(sorted[part].end(), one.parts[part].begin(), one.parts[part].end());
            std::vector<Packed>().swap(one.parts[part]);
        }
        settle(sorted[part]);
    });
    Pairs found;
    for (std::vector<Packed>& part : sorted) {
        for (const Packed pair : part)
            if ((pair & 255) == kEnough) found.both.push_back(pack(left_of(pair), right_of(pair)));
        std::vector<Packed>().swap(part);
    }
    for (const Waiting& one : waiting) found.crowded += one.crowded;
    return found;
}

std::vector<Copy> find_copies(const std::vector<Text>& texts, const std::vector<std::uint64_t>& pairs, AlignRules rules,
                              Shares shares, std::int32_t fewest, unsigned threads) {
    struct Bench {
        explicit Bench(AlignRules rules) : aligner(rules) {}
        Aligner aligner;
        TokenColumns left{1, 1 << 16}, right{1, 1 << 16};
    };
    std::vector<Bench> benches;
    benches.reserve(threads);
    for (unsigned thread = 0; thread < threads; ++thread) benches.emplace_back(rules);
    std::vector<std::vector<Copy>> found((pairs.size() + kPairsPerTask - 1) / kPairsPerTask);
    share_out(found.size(), threads, [&](std::size_t task, unsigned thread) {
        Bench& bench = benches[thread];
        std::size_t laid = kNone;
        const std::size_t end = std::min(pairs.size(), (task + 1) * kPairsPerTask);
        for (std::size_t number = task * kPairsPerTask; number < end; ++number) {
            const std::uint32_t left = high_of(pairs[number]), right = low_of(pairs[number]);
            if (left != laid) {
                lay_out(texts[left], bench.left);
                bench.aligner.set_left({bench.left.hashes.data(), bench.left.hashes.size(), nullptr});
                laid = left;
            }
            lay_out(texts[right], bench.right);
            bench.aligner.align({bench.right.hashes.data(), bench.right.hashes.size(), nullptr});
            for (std::size_t stretch = 0; stretch < bench.aligner.stretches(); ++stretch) {
                const std::int32_t matched = bench.aligner.matched(stretch);
                if (matched < fewest) continue;
                const Run& first = bench.aligner.runs[bench.aligner.firsts[stretch]];
                const Run& last = bench.aligner.runs[bench.aligner.firsts[stretch + 1] - 1];
                found[task].push_back({left, right, bench.left.starts.data()[first.left],
                                       bench.left.ends.data()[last.left + last.length - 1],
                                       bench.right.starts.data()[first.right],
                                       bench.right.ends.data()[last.right + last.length - 1], matched,
                                       bench.aligner.likeness(stretch, shares)});
            }
        }
    });
    std::vector<Copy> all;
    for (std::vector<Copy>& part : found) {
        all.insert(all.end(), part.begin(), part.end());
        std::vector<Copy>().swap(part);
    }
    return all;
}

}  // namespace stemmata
