// Tree construction after the WHATWG standard (HTML, section 13.2.6), without a tree: events, in the page's order.
// Two things differ from a browser's tree. What stands astray in a table stays where it is written instead of moving
// before the table, and formatting that a block cuts is ended there rather than copied into it: the text, its order,
// its links and its blocks are the same. Scripting is off.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markup_page.hpp"
#include "markup_stack.hpp"
#include "markup_tokens.hpp"
#include "markup_ways.hpp"

namespace stemmata::markup {

class Tree {
public:
    Tree(std::string_view html, Page& page) : tokens_(html), page_(page), stack_(page), ways_(page) {}
    void read();

private:
    enum class Mode { head, noscript, body, table, columns, rows, row, cell, caption, frames };
    // What has become of a token: it is used up, or the rules of the new mode are to be asked.
    enum class Fate { done, again };

    // markup_tree.cpp: tokens, the head, pictures and formulas
    void text();
    void start();
    void end();
    Fate start_in_head();
    Fate end_in_head();
    Fate start_in_noscript();
    void head_element();
    void raw_element();
    void skip_template();
    bool start_in_foreign();
    bool end_in_foreign();
    void leave_foreign();
    void take_html();
    void open_body();
    Tag tag_of(std::string_view name);

    // markup_body.cpp: the body
    void start_in_body();
    void start_block();
    void start_formatting();
    void start_plain();
    void start_entry();
    void end_in_body();
    void end_any(Tag tag);
    void end_heading();
    void end_form();
    void end_scoped(Tag tag);
    void end_paragraph();

    // markup_tables.cpp: tables
    Fate start_in_table();
    Fate end_in_table();
    Fate start_in_columns();
    Fate start_in_rows();
    Fate end_in_rows();
    Fate start_in_row();
    Fate end_in_row();
    Fate start_in_cell();
    Fate end_in_cell();
    Fate leave_rows();
    Fate leave_row();
    void close_cell();
    bool close_caption();
    void clear_to(std::initializer_list<Tag> kept);
    void reset_mode();

    // markup_formatting.cpp: elements, and formatting that is reopened
    void insert(Tag tag);
    void insert_void(Tag tag);
    std::uint32_t open_event(Tag tag, std::uint32_t way);
    void reopen();
    void adopt(Tag tag);
    void remember();
    void forget(std::size_t place);
    void clear_to_marker();
    std::size_t active(Tag tag) const;

    Tokens tokens_;
    Page& page_;
    Stack stack_;
    Ways ways_;
    Token token_;
    Tag tag_ = 0;  // of the token at hand
    Mode mode_ = Mode::head;
    bool past_head_ = false, quirks_ = true;
    std::uint32_t form_ = 0;  // serial of the open form, or 0
    std::int32_t form_place_ = -1;
    std::vector<Active> active_;
    std::unordered_map<std::string, Tag> others_;  // elements that the standard does not name
    std::string name_;
};

}  // namespace stemmata::markup
