#include "markup_tokens.hpp"

#include <cstring>

namespace stemmata::markup {
namespace {

constexpr auto kNowhere = std::string_view::npos;

bool is_space(char unit) { return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\f' || unit == '\r'; }
bool is_letter(char unit) { return static_cast<unsigned char>((unit | 0x20) - 'a') < 26; }
char lower(char unit) { return unit >= 'A' && unit <= 'Z' ? static_cast<char>(unit | 0x20) : unit; }

// Which bytes end a tag's name, an attribute's name, an unquoted value.
struct Stops {
    bool tag[256] = {}, name[256] = {}, value[256] = {};
    Stops() {
        for (char unit : std::string_view(" \n\t\f\r>")) mark(tag, unit), mark(name, unit), mark(value, unit);
        mark(tag, '/'), mark(name, '/'), mark(name, '=');
    }
    static void mark(bool* set, char unit) { set[static_cast<unsigned char>(unit)] = true; }
};
const Stops kStops;

std::size_t skip(std::string_view page, std::size_t at, const bool* stops) {
    while (at < page.size() && !stops[static_cast<unsigned char>(page[at])]) ++at;
    return at;
}

std::size_t skip_spaces(std::string_view page, std::size_t at) {
    while (at < page.size() && is_space(page[at])) ++at;
    return at;
}

}  // namespace

bool same_word(std::string_view one, std::string_view lowered) {
    if (one.size() != lowered.size()) return false;
    for (std::size_t at = 0; at < one.size(); ++at)
        if (lower(one[at]) != lowered[at]) return false;
    return true;
}

const Attribute* Token::find(std::string_view wanted) const {
    for (const Attribute& attribute : attributes)
        if (same_word(attribute.name, wanted)) return &attribute;
    return nullptr;
}

void Tokens::next(Token& token, bool foreign) {
    token.attributes.clear();
    token.self_closing = false;
    if (at_ >= page_.size()) {
        token.kind = Token::Kind::finish;
        return;
    }
    const std::size_t start = at_;
    std::size_t open = start;
    while ((open = page_.find('<', open)) != kNowhere) {
        const char after = open + 1 < page_.size() ? page_[open + 1] : '\0';
        const bool markup = is_letter(after) || after == '!' || after == '?' ||
                            (after == '/' && open + 2 < page_.size());
        if (!markup) {
            ++open;
            continue;
        }
        if (open > start) break;
        if (after == '!') return declaration(token, foreign);
        if (after == '?') return bogus(token, open + 1);
        if (after == '/' && page_[open + 2] == '>') {
            token.kind = Token::Kind::comment;
            at_ = open + 3;
            return;
        }
        if (after == '/' && !is_letter(page_[open + 2])) return bogus(token, open + 2);
        token.kind = after == '/' ? Token::Kind::end : Token::Kind::start;
        if (!tag(token, open + (after == '/' ? 2 : 1))) {
            token.kind = Token::Kind::finish;
            at_ = page_.size();
        }
        return;
    }
    at_ = open == kNowhere ? page_.size() : open;
    token.kind = Token::Kind::text;
    token.text = page_.substr(start, at_ - start);
}

bool Tokens::tag(Token& token, std::size_t at) {
    const std::size_t end = skip(page_, at, kStops.tag);
    token.name = page_.substr(at, end - at);
    return attributes(token, end);
}

// Reads attributes up to the `>`. False where the page ends first: the standard drops such a tag.
bool Tokens::attributes(Token& token, std::size_t at) {
    for (;;) {
        at = skip_spaces(page_, at);
        if (at >= page_.size()) return false;
        if (page_[at] == '>') {
            at_ = at + 1;
            return true;
        }
        if (page_[at] == '/') {
            token.self_closing = at + 1 < page_.size() && page_[at + 1] == '>';
            ++at;
            continue;
        }
        const std::size_t name = at;
        at = skip(page_, page_[at] == '=' ? at + 1 : at, kStops.name);
        Attribute attribute{page_.substr(name, at - name), {}};
        const std::size_t equals = skip_spaces(page_, at);
        if (equals < page_.size() && page_[equals] == '=') {
            at = skip_spaces(page_, equals + 1);
            if (at >= page_.size()) return false;
            const char quote = page_[at];
            if (quote == '"' || quote == '\'') {
                const std::size_t end = page_.find(quote, at + 1);
                if (end == kNowhere) return false;
                attribute.value = page_.substr(at + 1, end - at - 1);
                at = end + 1;
            } else {
                const std::size_t end = skip(page_, at, kStops.value);
                attribute.value = page_.substr(at, end - at);
                at = end;
            }
        }
        token.attributes.push_back(attribute);
    }
}

void Tokens::declaration(Token& token, bool foreign) {
    if (page_.substr(at_ + 2, 2) == "--") return comment(token);
    if (foreign && page_.substr(at_ + 2, 7) == "[CDATA[") {
        const std::size_t end = page_.find("]]>", at_ + 9);
        at_ = end == kNowhere ? page_.size() : end + 3;
        token.kind = Token::Kind::comment;  // nothing in a picture or formula is shown as text
        return;
    }
    const bool doctype = same_word(page_.substr(at_ + 2, 7), "doctype");
    const std::size_t start = at_;
    bogus(token, at_ + 2);
    if (doctype) {
        token.kind = Token::Kind::doctype;
        token.text = page_.substr(start + 9, at_ - start - 9);
    }
}

void Tokens::bogus(Token& token, std::size_t from) {
    const std::size_t end = page_.find('>', from);
    at_ = end == kNowhere ? page_.size() : end + 1;
    token.kind = Token::Kind::comment;
}

void Tokens::comment(Token& token) {
    token.kind = Token::Kind::comment;
    std::size_t at = at_ + 4;
    if (page_.substr(at, 1) == ">" || page_.substr(at, 2) == "->") {
        at_ = page_.find('>', at) + 1;
        return;
    }
    while ((at = page_.find("--", at)) != kNowhere) {
        std::size_t end = at + 2;
        if (end < page_.size() && page_[end] == '!') ++end;
        if (end < page_.size() && page_[end] == '>') {
            at_ = end + 1;
            return;
        }
        ++at;
    }
    at_ = page_.size();
}

std::string_view Tokens::raw(std::string_view name) {
    const std::size_t start = at_;
    const std::size_t end = same_word(name, "script") ? end_of_script() : end_of_raw(name, at_);
    if (end == kNowhere) return rest();
    Token closing;
    if (!attributes(closing, end + 2 + name.size())) at_ = page_.size();
    return page_.substr(start, end - start);
}

std::string_view Tokens::rest() {
    const std::string_view left = page_.substr(at_);
    at_ = page_.size();
    return left;
}

bool Tokens::is_end(std::string_view name, std::size_t at) const {
    const std::size_t after = at + 2 + name.size();
    if (after >= page_.size() || page_[at + 1] != '/') return false;
    for (std::size_t unit = 0; unit < name.size(); ++unit)
        if (lower(page_[at + 2 + unit]) != lower(name[unit])) return false;
    return is_space(page_[after]) || page_[after] == '/' || page_[after] == '>';
}

std::size_t Tokens::end_of_raw(std::string_view name, std::size_t from) const {
    for (std::size_t at = from; (at = page_.find('<', at)) != kNowhere; ++at)
        if (is_end(name, at)) return at;
    return kNowhere;
}

// A script may hide `</script>` between `<!-- <script>` and `-->`.
std::size_t Tokens::end_of_script() const {
    enum { plain, hidden, twice } state = plain;
    std::size_t dashes = 0;  // where a `-->` was last looked for, and found
    for (std::size_t at = at_; at < page_.size(); ++at) {
        const std::size_t open = page_.find('<', at);
        if (state != plain) {
            if (dashes < at) dashes = page_.find("-->", at);
            if (dashes < open) {
                state = plain;
                at = dashes + 2;
                continue;
            }
        }
        if (open == kNowhere) return kNowhere;
        at = open;
        if (state == plain && page_.substr(open, 4) == "<!--") {
            state = hidden;
            dashes = 0;
            at = open + 1;
        } else if (is_end("script", open)) {
            if (state != twice) return open;
            state = hidden;
        } else if (state == hidden && same_word(page_.substr(open + 1, 6), "script") &&
                   open + 7 < page_.size() && kStops.tag[static_cast<unsigned char>(page_[open + 7])]) {
            state = twice;
        }
    }
    return kNowhere;
}

}  // namespace stemmata::markup
