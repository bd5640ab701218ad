// Character references (&amp; &#8211; &hellip) as the WHATWG standard resolves them, section 13.2.5.72.
#include <algorithm>
#include <cstdint>
#include <cstring>

#include "markup_tokens.hpp"
#include "references_table.hpp"

namespace stemmata::markup {
namespace {

constexpr std::size_t kLongest = 32;   // bytes of the longest name, semicolon included
constexpr std::size_t kLongestOpen = 6;  // bytes of the longest name that may lack its semicolon
constexpr std::uint32_t kReplacement = 0xFFFD;

// What the numbers 0x80 to 0x9F mean on the web: the letters of windows-1252.
constexpr std::uint16_t kWestern[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_digit(char unit) { return unit >= '0' && unit <= '9'; }
bool is_name(char unit) {
    return is_digit(unit) || static_cast<unsigned char>((unit | 0x20) - 'a') < 26;
}

void append_code(std::uint32_t code, std::string& out) {
    if (code >= 0x80 && code < 0xA0) code = kWestern[code - 0x80];
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = kReplacement;
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

int digit_of(char unit, int base) {
    if (is_digit(unit)) return unit - '0';
    const char low = static_cast<char>(unit | 0x20);
    return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

const Reference* find(std::string_view name) {
    const auto* end = std::end(kNamed);
    const auto* found = std::lower_bound(std::begin(kNamed), end, name,
                                         [](const Reference& one, std::string_view other) { return one.name < other; });
    return found != end && found->name == name ? found : nullptr;
}

// Each of the following reads at an `&`, and gives how many bytes it took: 0 where there is no reference.
std::size_t take_number(std::string_view text, std::string& out) {
    const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
    const int base = hex ? 16 : 10;
    const std::size_t first = hex ? 3 : 2;
    std::size_t at = first;
    std::uint32_t code = 0;
    for (int digit; at < text.size() && (digit = digit_of(text[at], base)) >= 0; ++at)
        code = std::min<std::uint32_t>(code * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit), 0x110000);
    if (at == first) return 0;
    append_code(code, out);
    return at < text.size() && text[at] == ';' ? at + 1 : at;
}

std::size_t take_name(std::string_view text, std::string& out, bool in_attribute) {
    std::size_t end = 1;
    while (end < text.size() && end <= kLongest && is_name(text[end])) ++end;
    if (end < text.size() && text[end] == ';') {
        if (const Reference* found = find(text.substr(1, end))) {
            out += found->text;
            return end + 1;
        }
    }
    for (std::size_t length = std::min(end - 1, kLongestOpen); length >= 2; --length) {
        const Reference* found = find(text.substr(1, length));
        if (!found) continue;
        const char after = length + 1 < text.size() ? text[length + 1] : '\0';
        if (in_attribute && (after == '=' || is_name(after))) return 0;
        out += found->text;
        return length + 1;
    }
    return 0;
}

void resolve(std::string_view written, std::string& out, bool in_attribute) {
    for (std::size_t at; (at = written.find('&')) != std::string_view::npos;) {
        out += written.substr(0, at);
        written.remove_prefix(at);
        const char after = written.size() > 1 ? written[1] : '\0';
        const std::size_t taken = after == '#' ? take_number(written, out) : take_name(written, out, in_attribute);
        if (!taken) out += '&';
        written.remove_prefix(taken ? taken : 1);
    }
    out += written;
}

}  // namespace

void append_text(std::string_view written, std::string& out) {
    for (std::size_t nul; (nul = written.find('\0')) != std::string_view::npos;) {
        resolve(written.substr(0, nul), out, false);
        written.remove_prefix(nul + 1);
    }
    resolve(written, out, false);
}

void append_value(std::string_view written, std::string& out) {
    for (std::size_t nul; (nul = written.find('\0')) != std::string_view::npos;) {
        resolve(written.substr(0, nul), out, true);
        append_code(kReplacement, out);
        written.remove_prefix(nul + 1);
    }
    resolve(written, out, true);
}

}  // namespace stemmata::markup
