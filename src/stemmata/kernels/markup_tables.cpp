// The rules for tags in tables (WHATWG HTML, sections 13.2.6.4.9 to 13.2.6.4.15).
#include <algorithm>

#include "markup_tree.hpp"

namespace stemmata::markup {
namespace {

bool is_rows(Tag tag) { return tag == tag::tbody || tag == tag::thead || tag == tag::tfoot; }
bool is_cell(Tag tag) { return tag == tag::td || tag == tag::th; }
bool is_column(Tag tag) { return tag == tag::col || tag == tag::colgroup; }
bool is_part(Tag tag) { return is_rows(tag) || is_cell(tag) || is_column(tag) || tag == tag::caption || tag == tag::tr; }

}  // namespace

void Tree::clear_to(std::initializer_list<Tag> kept) {
    std::int32_t place = 0;
    for (Tag tag : kept) place = std::max(place, stack_.top(tag));
    stack_.pop_above(place);
}

// Finds the mode again after a table has ended, from what is open.
void Tree::reset_mode() {
    std::int32_t nearest = -1;
    mode_ = Mode::body;
    const auto ask = [&](Tag tag, Mode mode) {
        if (stack_.top(tag) > nearest) {
            nearest = stack_.top(tag);
            mode_ = mode;
        }
    };
    ask(tag::body, Mode::body), ask(tag::table, Mode::table), ask(tag::td, Mode::cell), ask(tag::th, Mode::cell);
    ask(tag::tr, Mode::row), ask(tag::tbody, Mode::rows), ask(tag::thead, Mode::rows), ask(tag::tfoot, Mode::rows);
    ask(tag::caption, Mode::caption), ask(tag::colgroup, Mode::columns);
}

Tree::Fate Tree::start_in_table() {
    if (is_part(tag_)) {
        const Tag written = tag_;
        clear_to({tag::table});
        if (written == tag::col || is_cell(written) || written == tag::tr) {
            std::vector<Attribute> kept;
            kept.swap(token_.attributes);
            insert(written == tag::col ? tag::colgroup : tag::tbody);
            kept.swap(token_.attributes);
            mode_ = written == tag::col ? Mode::columns : Mode::rows;
            return Fate::again;
        }
        if (written == tag::caption) active_.push_back({written, kNone, 0, 0, 0, true});
        insert(written);
        mode_ = written == tag::caption ? Mode::caption : written == tag::colgroup ? Mode::columns : Mode::rows;
        return Fate::done;
    }
    if (tag_ == tag::table) {
        if (!stack_.in_table_scope(tag::table)) return Fate::done;
        stack_.pop_to(stack_.top(tag::table));
        reset_mode();
        return Fate::again;
    }
    if (tag_ == tag::form) {
        if (form_ == 0) {
            insert(tag_);
            form_ = stack_.current().serial;
            form_place_ = stack_.size() - 1;
            stack_.pop();
        }
        return Fate::done;
    }
    start_in_body();
    return Fate::done;
}

Tree::Fate Tree::end_in_table() {
    if (tag_ == tag::table) {
        if (!stack_.in_table_scope(tag::table)) return Fate::done;
        stack_.pop_to(stack_.top(tag::table));
        reset_mode();
    } else if (!is_part(tag_) && tag_ != tag::body && tag_ != tag::html) {
        end_in_body();
    }
    return Fate::done;
}

Tree::Fate Tree::start_in_columns() {
    if (tag_ == tag::col) return Fate::done;
    if (tag_ == tag::template_) {
        head_element();
        return Fate::done;
    }
    if (tag_ == tag::html || stack_.current().tag != tag::colgroup) return Fate::done;
    stack_.pop();
    mode_ = Mode::table;
    return Fate::again;
}

Tree::Fate Tree::leave_rows() {
    if (!stack_.in_table_scope(tag::tbody) && !stack_.in_table_scope(tag::thead) && !stack_.in_table_scope(tag::tfoot))
        return Fate::done;
    clear_to({tag::tbody, tag::thead, tag::tfoot});
    stack_.pop();
    mode_ = Mode::table;
    return Fate::again;
}

Tree::Fate Tree::start_in_rows() {
    if (tag_ == tag::tr || is_cell(tag_)) {
        clear_to({tag::tbody, tag::thead, tag::tfoot});
        mode_ = Mode::row;
        if (tag_ == tag::tr) {
            insert(tag_);
            return Fate::done;
        }
        std::vector<Attribute> kept;
        kept.swap(token_.attributes);
        insert(tag::tr);
        kept.swap(token_.attributes);
        return Fate::again;
    }
    return is_part(tag_) ? leave_rows() : start_in_table();
}

Tree::Fate Tree::end_in_rows() {
    if (is_rows(tag_)) {
        if (!stack_.in_table_scope(tag_)) return Fate::done;
        leave_rows();
        return Fate::done;
    }
    if (tag_ == tag::table) return leave_rows();
    return is_part(tag_) ? Fate::done : end_in_table();
}

Tree::Fate Tree::leave_row() {
    if (!stack_.in_table_scope(tag::tr)) return Fate::done;
    clear_to({tag::tr});
    stack_.pop();
    mode_ = Mode::rows;
    return Fate::again;
}

Tree::Fate Tree::start_in_row() {
    if (is_cell(tag_)) {
        clear_to({tag::tr});
        insert(tag_);
        mode_ = Mode::cell;
        active_.push_back({tag_, kNone, 0, 0, 0, true});
        return Fate::done;
    }
    return is_part(tag_) ? leave_row() : start_in_table();
}

Tree::Fate Tree::end_in_row() {
    if (tag_ == tag::tr) {
        leave_row();
        return Fate::done;
    }
    if (tag_ == tag::table || (is_rows(tag_) && stack_.in_table_scope(tag_))) return leave_row();
    return is_part(tag_) ? Fate::done : end_in_table();
}

void Tree::close_cell() {
    stack_.end_implied();
    stack_.pop_to(std::max(stack_.top(tag::td), stack_.top(tag::th)));
    clear_to_marker();
    mode_ = Mode::row;
}

bool Tree::close_caption() {
    if (!stack_.in_table_scope(tag::caption)) return false;
    stack_.end_implied();
    stack_.pop_to(stack_.top(tag::caption));
    clear_to_marker();
    mode_ = Mode::table;
    return true;
}

Tree::Fate Tree::start_in_cell() {
    if (!is_part(tag_)) {
        start_in_body();
        return Fate::done;
    }
    if (mode_ == Mode::caption) return close_caption() ? Fate::again : Fate::done;
    if (!stack_.in_table_scope(tag::td) && !stack_.in_table_scope(tag::th)) return Fate::done;
    close_cell();
    return Fate::again;
}

Tree::Fate Tree::end_in_cell() {
    if (mode_ == Mode::caption) {
        if (tag_ == tag::caption || tag_ == tag::table)
            return close_caption() && tag_ == tag::table ? Fate::again : Fate::done;
        if (!is_part(tag_)) end_in_body();
        return Fate::done;
    }
    if (is_cell(tag_)) {
        if (!stack_.in_table_scope(tag_)) return Fate::done;
        stack_.end_implied();
        stack_.pop_to(stack_.top(tag_));
        clear_to_marker();
        mode_ = Mode::row;
        return Fate::done;
    }
    if (tag_ == tag::caption || is_column(tag_)) return Fate::done;
    if (tag_ == tag::table || is_rows(tag_) || tag_ == tag::tr) {
        if (!stack_.in_table_scope(tag_)) return Fate::done;
        close_cell();
        return Fate::again;
    }
    end_in_body();
    return Fate::done;
}

}  // namespace stemmata::markup
