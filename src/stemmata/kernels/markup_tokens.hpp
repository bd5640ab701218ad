// HTML cut into tags and text as the WHATWG standard tokenizes it (section 13.2.5), over UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markup_tags.hpp"

namespace stemmata::markup {

struct Attribute {
    std::string_view name;   // as written: compare without case
    std::string_view value;  // as written: character references are still in it
};

struct Token {
    enum class Kind { text, start, end, comment, doctype, finish };
    Kind kind;
    std::string_view name;  // of a tag, as written
    std::string_view text;  // as written: character references are still in it
    std::vector<Attribute> attributes;
    bool self_closing;

    const Attribute* find(std::string_view name) const;
};

class Tokens {
public:
    explicit Tokens(std::string_view page) : page_(page) {}

    // Reads the next token; CDATA sections are text where `foreign`.
    void next(Token& token, bool foreign);

    // Reads the text up to the end tag of a raw element, and that tag.
    std::string_view raw(std::string_view name);

    // Reads all that is left.
    std::string_view rest();

private:
    bool tag(Token& token, std::size_t at);
    bool attributes(Token& token, std::size_t at);
    void declaration(Token& token, bool foreign);
    void bogus(Token& token, std::size_t from);
    void comment(Token& token);
    std::size_t end_of_script() const;
    std::size_t end_of_raw(std::string_view name, std::size_t from) const;
    bool is_end(std::string_view name, std::size_t at) const;

    std::string_view page_;
    std::size_t at_ = 0;
};

bool same_word(std::string_view one, std::string_view lower);

// Appends text with its character references resolved and its NULs dropped (text) or replaced (attributes).
void append_text(std::string_view written, std::string& out);
void append_value(std::string_view written, std::string& out);

}  // namespace stemmata::markup
