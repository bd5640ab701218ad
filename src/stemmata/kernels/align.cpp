#include "align.hpp"

#include <algorithm>
#include <numeric>

#include "mixing.hpp"
#include "sketch.hpp"

namespace stemmata {
namespace {

constexpr std::int32_t kNone = -1;

std::size_t room_for(std::size_t count) {
    std::size_t room = 64;
    while (room < 2 * count) room *= 2;
    return room;
}

bool breaks(const std::int32_t* paragraphs, std::int32_t place) {
    return paragraphs != nullptr && paragraphs[place] != paragraphs[place - 1];
}

}  // namespace

Aligner::Slot& Aligner::slot_of(std::uint64_t gram) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t place = gram & mask;
    while (slots_[place].epoch == epoch_ && slots_[place].gram != gram) place = (place + 1) & mask;
    return slots_[place];
}

void Aligner::grams(Row row, std::vector<std::uint64_t>& found) const {
    const auto width = static_cast<std::size_t>(rules_.seed);
    found.resize(row.count < width ? 0 : row.count - width + 1);
    if (!found.empty()) roll(row.words, row.count, width, found.data());
}

void Aligner::set_left(Row left) {
    left_ = left;
    grams(left, left_grams_);
    if (slots_.size() < room_for(left_grams_.size())) {
        slots_.assign(room_for(left_grams_.size()), Slot{});
        epoch_ = right_epoch_ = 0;
    }
    ++epoch_;
    next_left_.assign(left_grams_.size(), kNone);
    for (std::size_t place = 0; place < left_grams_.size(); ++place) {
        const auto here = static_cast<std::int32_t>(place);
        Slot& slot = slot_of(left_grams_[place]);
        if (slot.epoch != epoch_) {
            slot = {left_grams_[place], epoch_, 0, here, here, 1, 0, 0};
        } else {
            next_left_[static_cast<std::size_t>(slot.left_last)] = here;
            slot.left_last = here;
            ++slot.left_count;
        }
    }
}

void Aligner::align(Row right) {
    right_ = right;
    find_runs();
    part();
    cut();
    chain();
}

// Adds a seed to the run before it on its diagonal, or begins one; seeds of one diagonal come in the order of the text.
void Aligner::seed(std::int32_t left, std::int32_t right) {
    std::int32_t& newest = newest_[static_cast<std::size_t>(right - left) + left_.count];
    if (newest != kNone) {
        Run& run = found_[static_cast<std::size_t>(newest)];
        if (left <= run.left + run.length - rules_.seed + 1) {
            run.length = left + rules_.seed - run.left;
            return;
        }
    }
    newest = static_cast<std::int32_t>(found_.size());
    found_.push_back({left, right, rules_.seed});
}

void Aligner::find_runs() {
    found_.clear();
    grams(right_, right_grams_);
    ++right_epoch_;
    bool any = false;
    for (const std::uint64_t gram : right_grams_) {
        Slot& slot = slot_of(gram);
        if (slot.epoch != epoch_) continue;
        any = true;
        if (slot.right_epoch != right_epoch_) {
            slot.right_epoch = right_epoch_;
            slot.right_count = slot.right_seen = 0;
        }
        ++slot.right_count;
    }
    if (!any) return;
    newest_.assign(left_.count + right_.count + 1, kNone);
    for (std::size_t place = 0; place < right_grams_.size(); ++place) {
        Slot& slot = slot_of(right_grams_[place]);
        if (slot.epoch != epoch_) continue;
        const auto there = static_cast<std::int32_t>(place);
        const bool all = std::int64_t{slot.left_count} * slot.right_count <= rules_.repeats;
        if (all) {
            for (std::int32_t here = slot.left_first; here != kNone; here = next_left_[static_cast<std::size_t>(here)])
                seed(here, there);
        } else if (slot.right_seen < slot.left_count) {
            std::int32_t here = slot.left_first;
            if (slot.right_seen > 0) here = next_left_[static_cast<std::size_t>(slot.left_last)];
            slot.left_last = here;  // from here on: the left place that met last
            seed(here, there);
            ++slot.right_seen;
        }
    }
}

// Gives every word to the longest run that claims it; what is left of a run counts if long enough.
void Aligner::part() {
    parted_.clear();
    if (found_.empty()) return;
    std::sort(found_.begin(), found_.end(), [](const Run& one, const Run& two) {
        if (one.length != two.length) return one.length > two.length;
        return one.left != two.left ? one.left < two.left : one.right < two.right;
    });
    left_taken_.assign(left_.count, 0);
    right_taken_.assign(right_.count, 0);
    for (const Run& run : found_) {
        std::int32_t start = 0;
        const std::size_t before = parted_.size();
        for (std::int32_t step = 0; step <= run.length; ++step) {
            if (step < run.length && !left_taken_[static_cast<std::size_t>(run.left + step)] &&
                !right_taken_[static_cast<std::size_t>(run.right + step)])
                continue;
            if (step - start >= rules_.seed) parted_.push_back({run.left + start, run.right + start, step - start});
            start = step + 1;
        }
        for (std::size_t number = before; number < parted_.size(); ++number) {
            const Run& part = parted_[number];
            std::fill_n(left_taken_.begin() + part.left, part.length, 1);
            std::fill_n(right_taken_.begin() + part.right, part.length, 1);
        }
    }
}

// Cuts runs where either text begins a new paragraph, and sorts them by the left text.
void Aligner::cut() {
    cut_.clear();
    for (const Run& run : parted_) {
        std::int32_t start = 0;
        for (std::int32_t step = 1; step <= run.length; ++step) {
            if (step < run.length && !breaks(left_.paragraphs, run.left + step) &&
                !breaks(right_.paragraphs, run.right + step))
                continue;
            cut_.push_back({run.left + start, run.right + start, step - start});
            start = step;
        }
    }
    std::sort(cut_.begin(), cut_.end(), [](const Run& one, const Run& two) { return one.left < two.left; });
}

// Chains runs that follow each other in both texts with few words between them.
void Aligner::chain() {
    open_.clear();
    chain_of_.assign(cut_.size(), kNone);
    std::int32_t chains = 0;
    const auto same = [](const std::int32_t* paragraphs, std::int32_t one, std::int32_t two) {
        return paragraphs == nullptr || paragraphs[one] == paragraphs[two];
    };
    for (std::size_t number = 0; number < cut_.size(); ++number) {
        const Run& run = cut_[number];
        open_.erase(std::remove_if(open_.begin(), open_.end(),
                                   [&](const Link& link) {
                                       const Run& last = cut_[link.last];
                                       return run.left - last.left - last.length > rules_.gap;
                                   }),
                    open_.end());
        Link* best = nullptr;
        for (Link& link : open_) {
            const Run& last = cut_[link.last];
            const std::int32_t between = run.right - last.right - last.length;
            if (between < 0 || between > rules_.gap || !same(left_.paragraphs, last.left, run.left) ||
                !same(right_.paragraphs, last.right, run.right))
                continue;
            if (best == nullptr || run.right - last.right < run.right - cut_[best->last].right) best = &link;
        }
        if (best == nullptr) {
            chain_of_[number] = chains;
            open_.push_back({number, chains++});
        } else {
            chain_of_[number] = best->chain;
            best->last = number;
        }
    }
    // Chains are numbered in the order of their first runs, which is that of the left text.
    firsts.assign(static_cast<std::size_t>(chains) + 1, 0);
    for (const std::int32_t one : chain_of_) ++firsts[static_cast<std::size_t>(one) + 1];
    std::partial_sum(firsts.begin(), firsts.end(), firsts.begin());
    runs.resize(cut_.size());
    std::vector<std::size_t> next(firsts.begin(), firsts.end() - 1);
    for (std::size_t number = 0; number < cut_.size(); ++number)
        runs[next[static_cast<std::size_t>(chain_of_[number])]++] = cut_[number];
}

std::int32_t Aligner::matched(std::size_t stretch) const {
    std::int32_t words = 0;
    for (std::size_t run = firsts[stretch]; run < firsts[stretch + 1]; ++run) words += runs[run].length;
    return words;
}

Likeness Aligner::likeness(std::size_t stretch, Shares shares) {
    const Run &first = runs[firsts[stretch]], &last = runs[firsts[stretch + 1] - 1];
    const std::int32_t here = last.left + last.length - first.left, there = last.right + last.length - first.right;
    const double longer = std::max(here, there);
    const std::int32_t sure = matched(stretch);
    if (here == there && sure == here) return kExact;
    if (here == there && std::equal(left_.words + first.left, left_.words + first.left + here, right_.words + first.right))
        return kExact;  // runs cut by a paragraph, or taken apart by a longer one
    if (sure / longer >= shares.near) return kNear;
    const double ordered = in_order(first, last) / longer;
    return ordered >= shares.near ? kNear : ordered >= shares.revised ? kRevised : kLoose;
}

// The length of the longest common subsequence, 64 words at a time (Hyyrö 2004).
std::int32_t Aligner::in_order(const Run& first, const Run& last) {
    const std::uint64_t* left = left_.words + first.left;
    const std::uint64_t* right = right_.words + first.right;
    const auto here = static_cast<std::size_t>(last.left + last.length - first.left);
    const auto there = static_cast<std::size_t>(last.right + last.length - first.right);
    const std::size_t blocks = (here + 63) / 64, room = room_for(here);
    mask_rows_.assign(room, kNone);
    mask_keys_.resize(room);
    masks_.clear();
    const auto find = [&](std::uint64_t word) {
        std::size_t place = word & (room - 1);
        while (mask_rows_[place] != kNone && mask_keys_[place] != word) place = (place + 1) & (room - 1);
        return place;
    };
    for (std::size_t number = 0; number < here; ++number) {
        const std::size_t place = find(left[number]);
        if (mask_rows_[place] == kNone) {
            mask_rows_[place] = static_cast<std::int32_t>(masks_.size() / blocks);
            mask_keys_[place] = left[number];
            masks_.resize(masks_.size() + blocks, 0);
        }
        masks_[static_cast<std::size_t>(mask_rows_[place]) * blocks + number / 64] |= std::uint64_t{1} << number % 64;
    }
    state_.assign(blocks, ~std::uint64_t{0});
    for (std::size_t number = 0; number < there; ++number) {
        const std::int32_t row = mask_rows_[find(right[number])];
        if (row == kNone) continue;
        const std::uint64_t* matches = masks_.data() + static_cast<std::size_t>(row) * blocks;
        std::uint64_t carry = 0;
        for (std::size_t block = 0; block < blocks; ++block) {
            const std::uint64_t state = state_[block], met = state & matches[block];
            const std::uint64_t sum = state + met, total = sum + carry;
            carry = (sum < state) | (total < sum);
            state_[block] = total | (state - met);
        }
    }
    std::int32_t words = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        std::uint64_t zeros = ~state_[block];
        if (block + 1 == blocks && here % 64 != 0) zeros &= (std::uint64_t{1} << here % 64) - 1;
        words += static_cast<std::int32_t>(__builtin_popcountll(zeros));
    }
    return words;
}

}  // namespace stemmata
