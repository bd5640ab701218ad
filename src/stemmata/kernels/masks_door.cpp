#include "masks_door.hpp"

#include <string>

namespace nb = nanobind;

namespace stemmata {
namespace {

constexpr Py_UCS4 kSigma = 0x3A3, kDottedI = 0x130;  // whose small letters depend on what follows, or are two
constexpr Py_UCS4 kApostrophe = 0x2019;

using Line = std::u32string;

bool is_space(Py_UCS4 code) { return Py_UNICODE_ISSPACE(code); }
bool is_figure(Py_UCS4 code) { return code < 128 ? code - '0' < 10 : Py_UNICODE_ISDECIMAL(code); }
bool is_large(Py_UCS4 code) { return code - 'A' < 26 || (code >= 0xC0 && code <= 0xDE); }

bool in_name(Py_UCS4 code) {
    if (code < 128) return (code | 0x20) - 'a' < 26 || code - '0' < 10 || code == '_' || code == '\'' || code == '.' || code == '-';
    return code == kApostrophe || Py_UNICODE_ISALNUM(code);
}

Py_UCS4 small(Py_UCS4 code) { return code < 128 ? (code - 'A' < 26 ? code | 0x20 : code) : Py_UNICODE_TOLOWER(code); }

// Puts a star for each word with a capital behind white space, and makes the rest small.
Line without_names(const Line& line, bool label) {
    Line made;
    made.reserve(line.size());
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!label && at > 0 && is_large(line[at]) && is_space(line[at - 1])) {
            while (at + 1 < line.size() && in_name(line[at + 1])) ++at;
            made += U'*';
        } else {
            made += small(line[at]);
        }
    }
    return made;
}

bool joins(Py_UCS4 code) { return code == '.' || code == ',' || code == ':' || code == '/' || code == '-'; }

// Where a number ends that begins here, with its points and strokes.
std::size_t number_end(const Line& text, std::size_t at) {
    for (;;) {
        while (at < text.size() && is_figure(text[at])) ++at;
        const bool goes_on = at + 1 < text.size() && is_figure(text[at + 1]) &&
                             joins(text[at]);
        if (!goes_on) return at;
        ++at;
    }
}

// Puts one sign for each row of numbers.
Line without_numbers(const Line& text) {
    Line made;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_figure(text[at])) {
            made += text[at++];
            continue;
        }
        for (;;) {
            at = number_end(text, at);
            std::size_t next = at;
            while (next < text.size() && (text[next] == ' ' || text[next] == '#')) ++next;
            if (next == at || next == text.size() || !is_figure(text[next])) break;
            at = next;
        }
        made += '#';
    }
    return made;
}

// Puts one sign for each row of them; a white space parts two, and where `close` they may stand side by side.
Line without_rows(const Line& text, Py_UCS4 sign, bool close) {
    Line made;
    for (std::size_t at = 0; at < text.size();) {
        const bool opens = text[at] == sign;
        made += text[at++];
        while (opens && at < text.size()) {
            if (close && text[at] == sign) ++at;
            else if (at + 1 < text.size() && is_space(text[at]) && text[at + 1] == sign) at += 2;
            else break;
        }
    }
    return made;
}

Line evened(const Line& text) {
    Line made;
    for (char32_t unit : text) {
        if (!is_space(unit)) made += unit;
        else if (!made.empty() && made.back() != ' ') made += ' ';
    }
    if (!made.empty() && made.back() == ' ') made.pop_back();
    return made;
}

// The mark of a line; None where a letter needs more than to be looked up.
nb::object mask(nb::str line, bool label) {
    PyObject* string = line.ptr();
    const int kind = PyUnicode_KIND(string);
    const void* data = PyUnicode_DATA(string);
    Line made(static_cast<std::size_t>(PyUnicode_GET_LENGTH(string)), U'\0');
    for (std::size_t at = 0; at < made.size(); ++at) {
        made[at] = PyUnicode_READ(kind, data, static_cast<Py_ssize_t>(at));
        if (made[at] == kSigma || made[at] == kDottedI) return nb::none();
    }
    made = evened(without_rows(without_rows(without_numbers(without_names(made, label)), '#', true), '*', false));
    PyObject* found = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, made.data(), static_cast<Py_ssize_t>(made.size()));
    if (found == nullptr) throw nb::python_error();
    return nb::steal(found);
}

}  // namespace

void open_masks_door(nb::module_& module) { module.def("mask", &mask); }

}  // namespace stemmata
