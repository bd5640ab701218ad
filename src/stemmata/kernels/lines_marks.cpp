#include "lines_marks.hpp"

#include <utility>

namespace stemmata::lines {
namespace {

constexpr Home kProseHomes[] = {kParent, kGrand, kNear, kWide, kPath};
constexpr Home kKinHomes[] = {kParent, kGrand, kNear, kWide, kPath, kLook, kLooks};

double total_prose(const LinePage& page) { return std::max(sum_of(page.prose), 1.0); }

// The share of the page's prose that stands in each paragraph's group. Whole sums are parted, so that all of it is 1.
Numbers share_of_page(const LinePage& page, const Groups& group) {
    Numbers shares = group.sum(page.prose);
    const double total = total_prose(page);
    for (double& share : shares) share /= total;
    return shares;
}

Numbers shares_of_most(Numbers column) {
    const double most = most_of(column, 1e-9);
    for (double& value : column) value /= most;
    return column;
}

// How many paragraphs each stands before the first (negative) or after the last of the home that holds most prose.
Numbers gap_to_best(const LinePage& page, const Groups& near, const Numbers& held) {
    Numbers gaps(page.count(), 0.0);
    const auto best = near.of(static_cast<std::size_t>(std::max_element(held.begin(), held.end()) - held.begin()));
    const auto inside = [&](std::size_t row) { return near.of(row) == best && page.prose[row] > 0; };
    std::size_t first = 0, last = page.count();
    while (first < page.count() && !inside(first)) ++first;
    if (first == page.count()) return gaps;
    while (!inside(last - 1)) --last;
    for (std::size_t row = 0; row < page.count(); ++row) {
        if (row < first) gaps[row] = -log1p_of(static_cast<double>(first - row));
        if (row >= last) gaps[row] = log1p_of(static_cast<double>(row - last + 1));
    }
    return gaps;
}

// Compares the homes whose paragraphs have one path: how many hold prose, how much, and which comes first.
void rows_of_homes(const LinePage& page, const Groups& near, std::size_t column, Place& place) {
    const Groups paths = page.home(kPath);
    std::vector<std::int64_t> pairs(page.count());
    for (std::size_t row = 0; row < page.count(); ++row)
        pairs[row] = static_cast<std::int64_t>(paths.of(row) * near.count() + near.of(row));
    const Groups homes(pairs.data(), page.count());
    const Numbers& prose = page.prose;
    const Numbers held = homes.totals(prose), on_path = paths.sum(prose);
    std::vector<std::size_t> prosy(homes.count(), 0), rank(homes.count(), 0), many(paths.count(), 0);
    for (std::size_t row = 0; row < page.count(); ++row)
        if (page.prose[row] > 0) prosy[homes.of(row)] = 1;
    std::size_t next = 0;
    for (std::size_t row = 0; row < page.count(); ++row) {
        if (homes.of(row) != next) continue;  // homes are numbered in the order of their first paragraphs
        rank[next] = many[paths.of(row)];
        many[paths.of(row)] += prosy[next++];
    }
    for (std::size_t row = 0; row < page.count(); ++row) {
        const std::size_t home = homes.of(row), peers = many[paths.of(row)];
        place.row(row)[column] = log1p_of(static_cast<double>(peers));
        place.row(row)[column + 1] = held[home] / std::max(on_path[row], 1.0);
        place.row(row)[column + 2] = log1p_of(static_cast<double>(rank[home]));
        place.row(row)[column + 3] = rank[home] == 0 && peers > 1;
    }
}

void measure_groups(const LinePage& page, const Meaning& meaning, std::size_t column, Place& place) {
    const Groups parent = page.home(kParent), near = page.home(kNear), wide = page.home(kWide);
    const Groups look = page.home(kLook), looks = page.home(kLooks), tags(page.tags.data(), page.count());
    const Numbers &prose = page.prose, &words = page.words, &ends = page.final;
    const Numbers ones(page.count(), 1.0), held = near.sum(prose), look_prose = share_of_page(page, look);
    Numbers listed(page.count());
    for (std::size_t row = 0; row < page.count(); ++row) listed[row] = page.tags[row] == meaning.list_item;
    rows_of_homes(page, near, column, place);
    column += 4;
    const Numbers columns[] = {
        shares_of_most(held), shares_of_most(wide.sum(prose)), shares_of_most(parent.sum(prose)),
        gap_to_best(page, near, held), logs(near.sum(words)), near.mean(ends, words), parent.mean(ends, words),
        logs(parent.mean(prose, ones)), logs(look.sum(ones)), look_prose, share_of_page(page, looks), shares_of_most(look_prose),
        sum_around(listed, 5), share_of_page(page, tags)};
    for (const Numbers& values : columns) place.put(column++, values);
}

// How much of the page's prose stands in elements of each trait.
Numbers held_by_traits(const LinePage& page, const Meaning& meaning) {
    Numbers held(meaning.traits, 0.0);
    for (std::size_t row = 0; row < page.count(); ++row)
        if (page.prose[row] != 0)
            for (std::size_t bit = 0; bit < meaning.traits; ++bit)
                if (page.traits[row] >> bit & 1) held[bit] += page.prose[row];
    for (double& prose : held) prose /= total_prose(page);
    return held;
}

}  // namespace

std::size_t mark_columns(const Meaning& meaning) { return 2 + 5 + 2 + 2 + 2 + kAskedTags + meaning.traits + 4 + 2; }

void measure_marks(const LinePage& page, const Meaning& meaning, Place place) {
    if (page.count() == 0) return;
    const Numbers ones(page.count(), 1.0);
    Numbers linked(page.count()), size(page.count()), in_links(page.count());
    for (std::size_t row = 0; row < page.count(); ++row) {
        linked[row] = page.linked_share(row);
        size[row] = page.size(row);
        in_links[row] = linked[row] * size[row];
    }
    Numbers near = sum_around(in_links, 3);
    const Numbers around = sum_around(size, 3);
    for (std::size_t row = 0; row < page.count(); ++row) near[row] /= std::max(around[row], 1.0);
    std::size_t column = 0;
    place.put(column++, linked);
    place.put(column++, near);
    for (Home kind : kProseHomes) place.put(column++, share_of_page(page, page.home(kind)));
    for (Home kind : {kParent, kNear}) place.put(column++, page.home(kind).mean(linked, size));
    for (Home kind : {kParent, kNear}) place.put(column++, logs(page.home(kind).sum(ones)));
    const Numbers held = held_by_traits(page, meaning);
    const double whole[] = {log1p_of(static_cast<double>(page.count())), log1p_of(sum_of(page.prose)),
                            held[meaning.story], held[meaning.article]};
    for (std::size_t row = 0; row < page.count(); ++row) {
        double* cell = place.row(row) + column;
        *cell++ = linked[row] > 0.9;
        *cell++ = linked[row] * (1 - page.final[row]);
        for (std::size_t tag = 0; tag < kAskedTags; ++tag) *cell++ = page.tags[row] == static_cast<std::int64_t>(tag);
        double sum = 0.0, most = 0.0;
        for (std::size_t bit = 0; bit < meaning.traits; ++bit) {
            const bool inside = meaning.inside >> bit & 1;
            const double apart = page.traits[row] >> bit & 1 ? (inside ? held[bit] : 1 - held[bit]) : 0.0;
            *cell++ = apart;
            if (!inside) {
                sum += apart;
                most = std::max(most, apart);
            }
        }
        for (double value : whole) *cell++ = value;
        *cell++ = sum;
        *cell++ = most;
    }
    measure_groups(page, meaning, mark_columns(meaning), place);
}

void measure_kin(const LinePage& page, const Meaning& meaning, const Numbers& guess, Place place) {
    Numbers heavy(page.count()), mass(page.count()), said(page.count());
    for (std::size_t row = 0; row < page.count(); ++row) {
        heavy[row] = std::min(page.words[row], 60.0) + 0.5;
        mass[row] = guess[row] * (heavy[row] - 0.5);
        said[row] = guess[row] * heavy[row];
    }
    const double total = std::max(sum_of(mass), 1.0);
    Numbers share(mass);
    for (double& value : share) value /= total;
    // The mean guess of the others in the group, drawn towards a half where they are few.
    const auto others = [&](const Groups& group) {
        Numbers means = group.sum(said);
        const Numbers weight = group.sum(heavy);
        for (std::size_t row = 0; row < page.count(); ++row)
            means[row] = (means[row] - said[row] + 2.0) / (weight[row] - heavy[row] + 4.0);
        return means;
    };
    std::size_t column = 0;
    for (Home kind : kKinHomes) {
        const Groups home = page.home(kind);
        place.put(column++, others(home));
        place.put(column++, home.sum(share));
    }
    std::vector<std::int64_t> alike(page.count());
    for (std::size_t row = 0; row < page.count(); ++row)
        alike[row] = page.homes[kParent * page.count() + row] * meaning.tags + page.tags[row];
    const Groups same(alike.data(), page.count());
    place.put(column++, others(same));
    place.put(column, logs(same.sum(Numbers(page.count(), 1.0))));
}

}  // namespace stemmata::lines
