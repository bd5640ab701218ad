// Elements put onto the stack, and the formatting that is reopened where a block cut it (WHATWG HTML, 13.2.4.3).
#include <functional>

#include "markup_tree.hpp"

namespace stemmata::markup {
namespace {

constexpr std::size_t kMost = 64;   // formatting elements reopened at a time; more would make a page quadratic
constexpr std::size_t kAlike = 3;   // alike elements kept, as the standard says
constexpr std::size_t kRounds = 8;  // blocks that one end tag of formatting reaches through, as the standard says
constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

std::size_t likeness_of(const Token& token) {
    std::size_t sum = 0;
    for (const Attribute& attribute : token.attributes)
        sum += std::hash<std::string_view>()(attribute.name) * 31 ^ std::hash<std::string_view>()(attribute.value);
    return sum;
}

}  // namespace

// Gives the number of the event that says an element opens, or kNone where it makes no difference to the text.
std::uint32_t Tree::open_event(Tag tag, std::uint32_t way) {
    if (way == kNone && tag != tag::a && !(flags_of(tag) & (kBlock | kUnseen | kSpecial))) return kNone;
    page_.events.push_back({Event::Kind::open, tag, way, 0});
    return static_cast<std::uint32_t>(page_.events.size() - 1);
}

void Tree::insert(Tag tag) {
    const std::uint32_t way = (flags_of(tag) & kBlock) ? ways_.block(tag, token_) : ways_.inside(token_);
    stack_.push(tag, open_event(tag, way));
}

void Tree::insert_void(Tag tag) {
    const auto say = [this](Event::Kind kind, std::size_t number) {
        page_.events.push_back({kind, 0, static_cast<std::uint32_t>(number), 0});
    };
    const auto value_of = [this](std::initializer_list<const char*> names) {
        std::string value;
        for (const char* name : names)
            if (const Attribute* found = value.empty() ? token_.find(name) : nullptr) append_value(found->value, value);
        return value;
    };
    stack_.changed = true;
    if (tag == tag::br) {
        say(Event::Kind::line, 0);
    } else if (tag == tag::hr) {
        say(Event::Kind::rule, 0);
    } else if (tag == tag::meta) {
        say(Event::Kind::meta, page_.metas.size());
        page_.metas.emplace_back(value_of({"property", "name", "itemprop"}), value_of({"content"}));
    } else if (tag == tag::link) {
        say(Event::Kind::link, page_.links.size());
        page_.links.emplace_back(value_of({"rel"}), value_of({"href"}));
    }
}

std::size_t Tree::active(Tag tag) const {
    for (std::size_t at = active_.size(); at > 0 && !active_[at - 1].marker; --at)
        if (active_[at - 1].tag == tag) return at - 1;
    return kAbsent;
}

void Tree::forget(std::size_t place) { active_.erase(active_.begin() + static_cast<std::ptrdiff_t>(place)); }

void Tree::clear_to_marker() {
    while (!active_.empty()) {
        const bool marker = active_.back().marker;
        active_.pop_back();
        if (marker) return;
    }
}

// Notes the formatting element just put onto the stack.
void Tree::remember() {
    const Open& element = stack_.current();
    const std::uint32_t way = element.event == kNone ? kNone : page_.events[element.event].first;
    const Active fresh{element.tag, way, likeness_of(token_), element.serial, stack_.size() - 1, false};
    std::size_t alike = 0, all = 0, at = active_.size();
    for (; at > 0 && !active_[at - 1].marker && all < kMost; --at, ++all) {
        const Active& other = active_[at - 1];
        if (other.tag == fresh.tag && other.likeness == fresh.likeness && ++alike == kAlike) {
            forget(at - 1);
            break;
        }
    }
    if (all == kMost) forget(at);
    active_.push_back(fresh);
}

// Opens again what formatting was cut, before text or another element.
void Tree::reopen() {
    std::size_t at = active_.size();
    while (at > 0 && !active_[at - 1].marker && !stack_.holds(active_[at - 1])) --at;
    for (; at < active_.size(); ++at) {
        Active& cut = active_[at];
        stack_.push(cut.tag, open_event(cut.tag, cut.way));
        cut.serial = stack_.current().serial;
        cut.place = stack_.size() - 1;
    }
}

// Ends a formatting element, through up to seven blocks that stand in it: the "adoption agency".
void Tree::adopt(Tag tag) {
    const std::size_t which = active(tag);
    if (which == kAbsent) {
        if (stack_.current().tag == tag) return stack_.pop();
        return end_any(tag);
    }
    const Active element = active_[which];
    if (!stack_.holds(element)) return forget(which);
    if (element.place < stack_.scope()) return;
    std::int32_t blocks[kRounds];
    std::size_t count = 0;
    for (std::int32_t at = stack_.top_special(); at > element.place && count < kRounds; at = stack_.at(at).special)
        if (!stack_.at(at).gone) blocks[count++] = at;
    if (count == kRounds) return;
    if (count > 0) {
        stack_.pop_above(blocks[0]);
        std::int32_t moved = blocks[0];
        for (std::int32_t at = blocks[0] - 1; at > element.place; --at) {
            const Open& between = stack_.at(at);
            if (between.gone || !(between.flags & (kSpecial | kFormat))) stack_.end_before(at, moved);
            else if (between.flags & kSpecial) moved = at;
        }
        for (std::int32_t at = element.place - 1; at > 0 && stack_.at(at).gone; --at) stack_.end_before(at, moved);
        stack_.take_out(element.place, true);
    } else {
        stack_.pop_to(element.place);
    }
    forget(which);
}

}  // namespace stemmata::markup
