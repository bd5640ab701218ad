// The rules for tags in the body (WHATWG HTML, section 13.2.6.4.7).
#include "markup_tree.hpp"

namespace stemmata::markup {
namespace {
bool is_heading(Tag tag) { return tag >= tag::h1 && tag <= tag::h6; }
}  // namespace

void Tree::end_paragraph() {
    stack_.end_implied(tag::p);
    stack_.pop_to(stack_.top(tag::p));
}

void Tree::start_in_body() {
    const std::uint32_t flags = flags_of(tag_);
    if (tag_ == tag::html) {
        take_html();
    } else if ((flags & kHead) && tag_ != tag::noscript) {
        head_element();
    } else if (flags & kFormat) {
        start_formatting();
    } else if (tag_ == tag::li || tag_ == tag::dd || tag_ == tag::dt) {
        start_entry();
    } else if ((flags & kClosesP) || tag_ == tag::form || tag_ == tag::table) {
        start_block();
    } else {
        start_plain();
    }
}

void Tree::start_block() {
    if (tag_ == tag::form && form_ != 0) return;
    if (!(tag_ == tag::table && quirks_) && stack_.in_button_scope(tag::p)) end_paragraph();
    if (is_heading(tag_) && is_heading(stack_.current().tag) && !stack_.current().foreign) stack_.pop();
    if (tag_ == tag::hr) {
        if (stack_.in_select()) stack_.end_implied();
        return insert_void(tag_);
    }
    if (tag_ == tag::xmp) {
        reopen();
        return raw_element();
    }
    insert(tag_);
    if (tag_ == tag::form) {
        form_ = stack_.current().serial;
        form_place_ = stack_.size() - 1;
    } else if (tag_ == tag::table) {
        mode_ = Mode::table;
    } else if (tag_ == tag::plaintext) {
        token_.text = tokens_.rest();
        page_.events.push_back({Event::Kind::text, 0, static_cast<std::uint32_t>(page_.text.size()),
                                static_cast<std::uint32_t>(token_.text.size())});
        page_.text += token_.text;
    }
}

// A list entry ends the one before it, unless another block stands between.
void Tree::start_entry() {
    if (tag_ == tag::li) {
        if (stack_.top(tag::li) >= stack_.top_hard()) {
            stack_.end_implied(tag::li);
            stack_.pop_to(stack_.top(tag::li));
        }
    } else {
        const std::int32_t place = std::max(stack_.top(tag::dd), stack_.top(tag::dt));
        if (place >= stack_.top_hard()) {
            stack_.end_implied(stack_.at(place).tag);
            stack_.pop_to(place);
        }
    }
    if (stack_.in_button_scope(tag::p)) end_paragraph();
    insert(tag_);
}

void Tree::start_formatting() {
    if (tag_ == tag::a) {
        const std::size_t open = active(tag::a);
        if (open != static_cast<std::size_t>(-1)) {
            const Active before = active_[open];
            adopt(tag::a);
            if (stack_.holds(before) && before.place < stack_.scope()) {
                forget(open);
                stack_.take_out(before.place, false);
            }
        }
    }
    reopen();
    if (tag_ == tag::nobr && stack_.in_scope(tag::nobr)) {
        adopt(tag::nobr);
        reopen();
    }
    insert(tag_);
    remember();
}

void Tree::start_plain() {
    const std::uint32_t flags = flags_of(tag_);
    switch (tag_) {
        case tag::body: case tag::frameset: case tag::caption: case tag::col: case tag::colgroup: case tag::frame:
        case tag::head: case tag::tbody: case tag::td: case tag::tfoot: case tag::th: case tag::thead: case tag::tr:
            return;
        case tag::button:
            if (stack_.in_scope(tag::button)) {
                stack_.end_implied();
                stack_.pop_to(stack_.top(tag::button));
            }
            break;
        case tag::select:
        case tag::input:
            if (stack_.in_select()) {
                stack_.pop_to(stack_.top(tag::select));
                if (tag_ == tag::select) return;
            }
            break;
        case tag::option:
        case tag::optgroup:
            if (stack_.in_select()) {
                stack_.end_implied(tag_ == tag::option ? Tag{tag::optgroup} : kNone);
            } else if (stack_.current().tag == tag::option) {
                stack_.pop();
            }
            break;
        case tag::rb: case tag::rtc: case tag::rp: case tag::rt:
            if (stack_.top(tag::ruby) > stack_.scope())
                stack_.end_implied(tag_ == tag::rp || tag_ == tag::rt ? Tag{tag::rtc} : kNone);
            return insert(tag_);
        default: break;
    }
    if (tag_ == tag::param || tag_ == tag::source || tag_ == tag::track) return;
    if (flags & kRaw) return raw_element();
    reopen();
    if (flags & kVoid) return insert_void(tag_);
    if (tag_ == tag::svg || tag_ == tag::math) {
        if (!token_.self_closing) stack_.push_foreign(tag_, open_event(tag_, kNone), tag_ == tag::math, false);
        return;
    }
    insert(tag_);
    if (tag_ == tag::time) {
        if (const Attribute* found = token_.find("datetime")) {
            page_.events.push_back({Event::Kind::moment, 0, static_cast<std::uint32_t>(page_.moments.size()), 0});
            append_value(found->value, page_.moments.emplace_back());
        }
    }
    if (flags & kMarker) active_.push_back({tag_, kNone, 0, 0, 0, true});
}

void Tree::end_in_body() {
    const std::uint32_t flags = flags_of(tag_);
    if (tag_ == tag::body || tag_ == tag::html || tag_ == tag::template_) return;
    if (tag_ == tag::br) {
        reopen();
        return insert_void(tag_);
    }
    if (tag_ == tag::p) {
        if (!stack_.in_button_scope(tag::p)) {
            token_.attributes.clear();
            insert(tag::p);
        }
        end_paragraph();
    } else if (tag_ == tag::form) {
        end_form();
    } else if (flags & kEndsAlone) {
        end_scoped(kNone);
    } else if (tag_ == tag::li) {
        if (stack_.in_list_scope(tag_)) end_scoped(tag_);
    } else if (tag_ == tag::dd || tag_ == tag::dt) {
        end_scoped(tag_);
    } else if (is_heading(tag_)) {
        end_heading();
    } else if (flags & kFormat) {
        adopt(tag_);
    } else if (tag_ == tag::applet || tag_ == tag::marquee || tag_ == tag::object) {
        // Each is a scope of its own: it is open in scope if nothing of that kind is open inside it.
        if (stack_.top(tag_) < stack_.scope()) return;
        stack_.end_implied();
        stack_.pop_to(stack_.top(tag_));
        clear_to_marker();
    } else {
        end_any(tag_);
    }
}

void Tree::end_scoped(Tag except) {
    const std::int32_t place = stack_.top(tag_);
    if (place < 0 || place < stack_.scope()) return;
    stack_.end_implied(except);
    stack_.pop_to(stack_.top(tag_));
}

void Tree::end_form() {
    const std::int32_t place = form_place_;
    const bool open = form_ != 0 && place < stack_.size() && stack_.at(place).serial == form_;
    form_ = 0;
    if (!open || place < stack_.scope()) return;
    stack_.end_implied();
    stack_.take_out(place, false);
}

void Tree::end_heading() {
    std::int32_t place = -1;
    for (Tag level = tag::h1; level <= tag::h6; ++level) place = std::max(place, stack_.top(level));
    if (place < stack_.scope()) return;
    stack_.end_implied();
    stack_.pop_to(place);
}

void Tree::end_any(Tag tag) {
    const std::int32_t place = stack_.top(tag);
    if (place < 0 || place < stack_.top_special()) return;
    stack_.end_implied(tag);
    stack_.pop_to(place);
}

}  // namespace stemmata::markup
