#include "markup_tree.hpp"

namespace stemmata::markup {
namespace {

bool all_space(std::string_view text) { return text.find_first_not_of(" \t\n\f\r") == std::string_view::npos; }

// Whether a doctype asks for the ways of old browsers, in which a table does not end a paragraph.
bool asks_for_quirks(std::string_view doctype) {
    std::string low;
    for (char unit : doctype.substr(0, 300)) low += unit >= 'A' && unit <= 'Z' ? static_cast<char>(unit | 0x20) : unit;
    const std::size_t name = low.find_first_not_of(" \t\n\f\r");
    if (name == std::string::npos || low.compare(name, 4, "html") != 0) return true;
    const auto holds = [&low](const char* part) { return low.find(part) != std::string::npos; };
    if (!holds("public")) return holds("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd");
    if (holds("//dtd html 4.01 frameset//") || holds("//dtd html 4.01 transitional//")) return !holds("http");
    for (const char* old : {"//dtd html 2", "//dtd html 3", "//dtd html 4.0 ", "-//ietf//", "-//w3o//", "-//netscape",
                            "-//microsoft//", "-//webtechs//", "//dtd html experimental", "//dtd w3 html"})
        if (holds(old)) return true;
    return false;
}

}  // namespace

Page build(std::string_view html) {
    Page page;
    page.text.reserve(html.size() / 4);
    Tree(html, page).read();
    return page;
}

void Tree::read() {
    for (;;) {
        tokens_.next(token_, stack_.foreign());
        switch (token_.kind) {
            case Token::Kind::text:
                text();
                break;
            case Token::Kind::start:
                tag_ = tag_of(token_.name);
                start();
                break;
            case Token::Kind::end:
                tag_ = tag_of(token_.name);
                end();
                break;
            case Token::Kind::comment:
                stack_.changed = true;
                break;
            case Token::Kind::doctype:
                if (stack_.empty()) quirks_ = asks_for_quirks(token_.text);
                break;
            case Token::Kind::finish:
                if (mode_ == Mode::noscript) stack_.pop();
                if (mode_ == Mode::noscript || mode_ == Mode::head) open_body();
                stack_.pop_to(0);
                return;
        }
    }
}

Tag Tree::tag_of(std::string_view name) {
    char low[16];
    if (name.size() < sizeof low) {
        for (std::size_t at = 0; at < name.size(); ++at)
            low[at] = name[at] >= 'A' && name[at] <= 'Z' ? static_cast<char>(name[at] | 0x20) : name[at];
        const Tag known = known_tag({low, name.size()});
        if (known != tag::kKnown) return known;
    }
    name_.clear();
    for (char unit : name) name_ += unit >= 'A' && unit <= 'Z' ? static_cast<char>(unit | 0x20) : unit;
    return others_.try_emplace(name_, static_cast<Tag>(tag::kKnown + 1 + others_.size())).first->second;
}

void Tree::text() {
    if (stack_.foreign() || mode_ == Mode::frames) return;
    const bool blank = all_space(token_.text);
    if (mode_ == Mode::head || mode_ == Mode::noscript) {
        if (blank) return;
        if (mode_ == Mode::noscript) stack_.pop();
        open_body();
    }
    if (mode_ == Mode::columns && !blank && stack_.current().tag == tag::colgroup) {
        stack_.pop();
        mode_ = Mode::table;
    }
    const bool in_table = mode_ == Mode::table || mode_ == Mode::rows || mode_ == Mode::row;
    if (!(in_table && blank)) reopen();
    const std::size_t before = page_.text.size();
    append_text(token_.text, page_.text);
    const auto length = static_cast<std::uint32_t>(page_.text.size() - before);
    if (!stack_.changed && !page_.events.empty() && page_.events.back().kind == Event::Kind::text) {
        page_.events.back().second += length;
    } else if (length) {
        page_.events.push_back({Event::Kind::text, 0, static_cast<std::uint32_t>(before), length});
        stack_.changed = false;
    }
}

void Tree::start() {
    if (start_in_foreign()) return;
    for (;;) {
        Fate fate = Fate::done;
        switch (mode_) {
            case Mode::head: fate = start_in_head(); break;
            case Mode::noscript: fate = start_in_noscript(); break;
            case Mode::body: start_in_body(); break;
            case Mode::table: fate = start_in_table(); break;
            case Mode::columns: fate = start_in_columns(); break;
            case Mode::rows: fate = start_in_rows(); break;
            case Mode::row: fate = start_in_row(); break;
            case Mode::cell:
            case Mode::caption: fate = start_in_cell(); break;
            case Mode::frames: break;
        }
        if (fate == Fate::done) return;
    }
}

void Tree::end() {
    if (end_in_foreign()) return;
    for (;;) {
        Fate fate = Fate::done;
        switch (mode_) {
            case Mode::head:
            case Mode::noscript: fate = end_in_head(); break;
            case Mode::body: end_in_body(); break;
            case Mode::table: fate = end_in_table(); break;
            case Mode::columns:
                if (tag_ == tag::col) return;
                if (stack_.current().tag != tag::colgroup) return;
                stack_.pop();
                mode_ = Mode::table;
                fate = tag_ == tag::colgroup ? Fate::done : Fate::again;
                break;
            case Mode::rows: fate = end_in_rows(); break;
            case Mode::row: fate = end_in_row(); break;
            case Mode::cell:
            case Mode::caption: fate = end_in_cell(); break;
            case Mode::frames: break;
        }
        if (fate == Fate::done) return;
    }
}

// Opens the page itself, or takes its language from a further `html` tag.
void Tree::take_html() {
    if (stack_.empty()) stack_.push(tag::html, open_event(tag::html, kNone));
    if (token_.kind != Token::Kind::start || tag_ != tag::html || !page_.language.empty()) return;
    for (const char* name : {"lang", "xml:lang"})
        if (const Attribute* found = token_.find(name); found && page_.language.empty())
            append_value(found->value, page_.language);
}

void Tree::open_body() {
    if (stack_.empty()) stack_.push(tag::html, open_event(tag::html, kNone));
    stack_.push(tag::body, open_event(tag::body, kNone));
    mode_ = Mode::body;
}

Tree::Fate Tree::start_in_head() {
    take_html();
    if (tag_ == tag::html || tag_ == tag::head) return Fate::done;
    if (tag_ == tag::frameset) {
        mode_ = Mode::frames;
    } else if (tag_ == tag::body) {
        open_body();
    } else if (tag_ == tag::noscript && !past_head_) {
        stack_.push(tag_, open_event(tag_, kNone));
        mode_ = Mode::noscript;
    } else if ((flags_of(tag_) & kHead) && tag_ != tag::noscript) {
        head_element();
    } else {
        open_body();
        return Fate::again;
    }
    return Fate::done;
}

Tree::Fate Tree::start_in_noscript() {
    if (tag_ == tag::html || tag_ == tag::head || tag_ == tag::noscript) return Fate::done;
    if ((flags_of(tag_) & kVoid && flags_of(tag_) & kHead && tag_ != tag::base) || tag_ == tag::noframes ||
        tag_ == tag::style) {
        head_element();
        return Fate::done;
    }
    stack_.pop();
    mode_ = Mode::head;
    return Fate::again;
}

Tree::Fate Tree::end_in_head() {
    if (mode_ == Mode::noscript) {
        if (tag_ != tag::noscript && tag_ != tag::br) return Fate::done;
        stack_.pop();
        mode_ = Mode::head;
        return tag_ == tag::br ? Fate::again : Fate::done;
    }
    if (tag_ == tag::head) past_head_ = true;
    if (tag_ != tag::body && tag_ != tag::html && tag_ != tag::br) return Fate::done;
    open_body();
    return Fate::again;
}

// Takes an element that says something of the page and is never shown.
void Tree::head_element() {
    if (tag_ == tag::template_) return skip_template();
    if (flags_of(tag_) & kRaw) return raw_element();
    insert_void(tag_);
}

void Tree::raw_element() {
    const bool described = tag_ == tag::script && [this] {
        for (const Attribute& attribute : token_.attributes)
            if (attribute.value.find("ld+json") != std::string_view::npos) return true;
        return false;
    }();
    const std::string_view inside = tokens_.raw(token_.name);
    stack_.changed = true;
    if (described) {
        page_.events.push_back({Event::Kind::data, 0, static_cast<std::uint32_t>(page_.data.size()), 0});
        page_.data.emplace_back(inside);
    } else if (tag_ == tag::title) {
        page_.events.push_back({Event::Kind::title, 0, static_cast<std::uint32_t>(page_.titles.size()), 0});
        append_text(inside, page_.titles.emplace_back());
    } else if (tag_ == tag::xmp) {
        page_.events.push_back({Event::Kind::text, 0, static_cast<std::uint32_t>(page_.text.size()),
                                static_cast<std::uint32_t>(inside.size())});
        page_.text += inside;
    }
}

void Tree::skip_template() {
    stack_.changed = true;
    for (std::size_t depth = 1; depth > 0;) {
        tokens_.next(token_, false);
        if (token_.kind == Token::Kind::finish) return;
        if (token_.kind != Token::Kind::start && token_.kind != Token::Kind::end) continue;
        tag_ = tag_of(token_.name);
        const bool starts = token_.kind == Token::Kind::start;
        if (tag_ == tag::template_) depth += starts ? 1 : std::size_t(-1);
        if (starts && (flags_of(tag_) & kRaw) && !token_.self_closing) tokens_.raw(token_.name);
    }
}

void Tree::leave_foreign() {
    while (stack_.foreign()) stack_.pop();
}

bool Tree::start_in_foreign() {
    if (!stack_.foreign()) return false;
    const bool font = tag_ == tag::font && (token_.find("color") || token_.find("face") || token_.find("size"));
    if ((flags_of(tag_) & kBreaksOut) || font || tag_ == tag::head) {
        leave_foreign();
        return false;
    }
    if (token_.self_closing) return true;
    const bool formula = stack_.current().flags & kFormula;
    const bool point = formula ? tag_ >= tag::mi && tag_ <= tag::mtext
                               : tag_ == tag::foreignobject || tag_ == tag::desc || tag_ == tag::title;
    stack_.push_foreign(tag_, kNone, formula, point);
    return true;
}

bool Tree::end_in_foreign() {
    if (stack_.empty() || !stack_.current().foreign) return false;
    if (tag_ == tag::p || tag_ == tag::br) {
        leave_foreign();
        return false;
    }
    const std::int32_t place = stack_.foreign_place(tag_);
    if (place < 0) return false;
    stack_.pop_to(place);
    return true;
}

}  // namespace stemmata::markup
