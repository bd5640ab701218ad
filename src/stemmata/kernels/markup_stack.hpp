// The stack of open elements and the list of active formatting elements (WHATWG HTML, section 13.2.4).
// Questions such as "is a paragraph open here?" are answered without a walk, so that no page is quadratic.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "markup_page.hpp"

namespace stemmata::markup {

struct Open {
    Tag tag;
    std::uint32_t flags;
    std::uint32_t event;   // the event that opened it, or kNone where nobody need know
    std::uint32_t serial;  // unlike every other element's
    std::int32_t same;     // the next element further out with the same tag, or -1
    std::int32_t special;  // the next special element further out, or -1
    std::int32_t hard;     // the same, leaving out those that a list item looks past
    bool gone;             // taken out of the middle of the stack
    bool foreign;          // of a picture or formula
    bool point;            // foreign, but what stands in it is HTML
};

struct Active {
    Tag tag;
    std::uint32_t way;
    std::size_t likeness;  // equal for equal attributes
    std::uint32_t serial;
    std::int32_t place;
    bool marker;
};

class Stack {
public:
    explicit Stack(Page& page) : page_(page) {}

    const Open& current() const { return open_.back(); }
    bool empty() const { return open_.empty(); }
    bool foreign() const { return !open_.empty() && open_.back().foreign && !open_.back().point; }
    const Open& at(std::int32_t place) const { return open_[static_cast<std::size_t>(place)]; }
    std::int32_t size() const { return static_cast<std::int32_t>(open_.size()); }

    void push(Tag tag, std::uint32_t event);
    void push_foreign(Tag tag, std::uint32_t event, bool formula, bool point);
    void pop();
    void pop_to(std::int32_t place);  // this one too
    void pop_above(std::int32_t place);
    void take_out(std::int32_t place, bool ends_now);
    void end_before(std::int32_t place, std::int32_t moved);

    std::int32_t top(Tag tag);
    std::int32_t top_special();
    std::int32_t top_hard();
    std::int32_t scope(std::initializer_list<Tag> further = {});
    bool in_scope(Tag tag) { return top(tag) > scope(); }
    bool in_button_scope(Tag tag) { return top(tag) > scope({tag::button}); }
    bool in_list_scope(Tag tag) { return top(tag) > scope({tag::ol, tag::ul}); }
    bool in_select() { return top(tag::select) > 0 && top(tag::select) >= scope(); }
    bool in_table_scope(Tag tag);
    std::int32_t foreign_place(Tag tag) const;
    bool holds(const Active& active) const;

    void end_implied(Tag except = kNone);
    bool changed = false;  // an element was opened or ended since this was last unset

private:
    void put(Tag tag, std::uint32_t flags, std::uint32_t event, bool foreign, bool point);
    void ended(const Open& element);

    Page& page_;
    std::vector<Open> open_;
    std::vector<std::int32_t> tops_ = std::vector<std::int32_t>(tag::kKnown, -1);
    std::unordered_map<Tag, std::int32_t> foreign_;
    std::int32_t special_ = -1, hard_ = -1, point_ = -1;
    std::uint32_t serials_ = 0;
};

}  // namespace stemmata::markup
