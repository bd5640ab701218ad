#include "markup_stack.hpp"

#include <algorithm>

namespace stemmata::markup {
namespace {
constexpr std::int32_t kFurthest = 1000;  // open elements of a picture that its end tag is looked for in
}

void Stack::push(Tag tag, std::uint32_t event) { put(tag, flags_of(tag), event, false, false); }

void Stack::push_foreign(Tag tag, std::uint32_t event, bool formula, bool point) {
    put(tag, (point ? kSpecial | kScope : 0u) | (formula ? kFormula : 0u), event, true, point);
}

void Stack::put(Tag tag, std::uint32_t flags, std::uint32_t event, bool foreign, bool point) {
    const std::int32_t place = size();
    Open element{tag, flags, event, ++serials_, -1, special_, hard_, false, foreign, point};
    if (foreign) {
        ++foreign_[tag];
    } else {
        if (tag >= tops_.size()) tops_.resize(tag + tag / 2 + 1, -1);
        element.same = tops_[tag];
        tops_[tag] = place;
    }
    if (point) element.same = std::exchange(point_, place);
    if (flags & kSpecial) {
        special_ = place;
        if (!(flags & kSoft) && tag != tag::p) hard_ = place;
    }
    open_.push_back(element);
    changed = true;
}

void Stack::ended(const Open& element) {
    if (element.event != kNone) page_.events.push_back({Event::Kind::close, element.tag, element.event, 0});
}

void Stack::pop() {
    do {
        const Open element = open_.back();
        const std::int32_t place = size() - 1;
        open_.pop_back();
        ended(element);
        if (element.point) {
            point_ = element.same;
        } else if (!element.foreign && tops_[element.tag] == place) {
            tops_[element.tag] = element.same;
        }
        if (element.foreign) --foreign_[element.tag];
        if (special_ == place) special_ = element.special;
        if (hard_ == place) hard_ = element.hard;
    } while (!open_.empty() && open_.back().gone);
    changed = true;
}

void Stack::pop_to(std::int32_t place) {
    while (place >= 0 && size() > place) pop();
}

void Stack::pop_above(std::int32_t place) {
    while (size() > place + 1) pop();
}

// Takes an element out, whatever stands in it. In the tree it still holds what it held, unless it ends now.
void Stack::take_out(std::int32_t place, bool ends_now) {
    if (place == size() - 1) return pop();
    Open& element = open_[static_cast<std::size_t>(place)];
    element.gone = true;
    if (ends_now) {
        ended(element);
        element.event = kNone;
    }
    changed = true;
}

// Takes an element out as if it had ended before one that was opened inside it, which is thereby moved out of it.
void Stack::end_before(std::int32_t place, std::int32_t moved) {
    Open& element = open_[static_cast<std::size_t>(place)];
    const std::uint32_t opened = at(moved).event;
    if (element.event != kNone && opened != kNone) {
        std::uint32_t& first = page_.events[opened].second;
        first = first == 0 ? element.event : std::min(first, element.event);
    }
    element.event = kNone;
    element.gone = true;
    changed = true;
}

std::int32_t Stack::top(Tag tag) {
    if (tag >= tops_.size()) return -1;
    std::int32_t& place = tops_[tag];
    while (place >= 0 && at(place).gone) place = at(place).same;
    return place;
}

std::int32_t Stack::top_special() {
    while (special_ >= 0 && at(special_).gone) special_ = at(special_).special;
    return special_;
}

std::int32_t Stack::top_hard() {
    while (hard_ >= 0 && at(hard_).gone) hard_ = at(hard_).hard;
    return hard_;
}

// Gives the innermost element that what stands further out cannot be ended through.
std::int32_t Stack::scope(std::initializer_list<Tag> further) {
    std::int32_t nearest = std::max(point_, std::int32_t{0});
    for (Tag tag : {tag::applet, tag::caption, tag::table, tag::td, tag::th, tag::marquee, tag::object, tag::select})
        nearest = std::max(nearest, top(tag));
    for (Tag tag : further) nearest = std::max(nearest, top(tag));
    return nearest;
}

bool Stack::in_table_scope(Tag tag) {
    const std::int32_t place = top(tag);
    return place >= 0 && (tag == tag::table || place > top(tag::table));
}

// Gives where an element of the picture or formula at the top is open, or -1.
std::int32_t Stack::foreign_place(Tag tag) const {
    const auto count = foreign_.find(tag);
    if (count == foreign_.end() || count->second == 0) return -1;
    for (std::int32_t place = size() - 1; place >= 0 && place > size() - kFurthest && at(place).foreign; --place)
        if (at(place).tag == tag) return place;
    return -1;
}

bool Stack::holds(const Active& active) const {
    return active.place < size() && at(active.place).serial == active.serial && !at(active.place).gone;
}

void Stack::end_implied(Tag except) {
    while (!empty() && (current().flags & kImplied) && current().tag != except) pop();
}

}  // namespace stemmata::markup
