// Cuts a sentence into words and marks; cues_reference.py says what each is.
#include "cues_door.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace nb = nanobind;

namespace stemmata {
namespace {

constexpr int kMostLetters = 6;  // letters with stops of one abbreviation: U.S.S.R.
constexpr std::size_t kLongest = 32;  // letters of a word that is read the fast way
constexpr Py_UCS4 kApostrophe = 0x2019, kLongDash = 0x2014, kShortDash = 0x2013, kDots = 0x2026;

enum Sort : unsigned char { kNone, kWord, kMark, kStop };

// A string's units, whatever their width.
class Units {
public:
    explicit Units(PyObject* string)
        : string_(string), data_(PyUnicode_DATA(string)), kind_(PyUnicode_KIND(string)) {}

    Py_UCS4 operator[](Py_ssize_t place) const { return PyUnicode_READ(kind_, data_, place); }
    Py_ssize_t size() const { return PyUnicode_GET_LENGTH(string_); }
    PyObject* slice(Py_ssize_t start, Py_ssize_t end) const { return PyUnicode_Substring(string_, start, end); }

private:
    PyObject* string_;
    const void* data_;
    unsigned kind_;
};

bool is_alnum(Py_UCS4 code) {
    if (code < 128) return (code | 32) - 'a' < 26 || code - '0' < 10;
    return Py_UNICODE_ISALNUM(code);
}

bool is_letter(Py_UCS4 code) {
    if (code < 128) return (code | 32) - 'a' < 26;
    return Py_UNICODE_ISALNUM(code) && !Py_UNICODE_ISDECIMAL(code);
}

bool joins(Py_UCS4 code) {
    return code == '\'' || code == kApostrophe || code == '.' || code == '&' || code == '/' || code == '-';
}

Sort sort_of(Py_UCS4 code) {
    if (is_alnum(code)) return kWord;
    switch (code) {
        case ',': case ';': case ':': case '(': case ')': case '[': case ']': case '!': case '?': case '-':
        case kLongDash: case kShortDash: case kDots:
            return kMark;
        case '.':
            return kStop;
        default:
            return kNone;
    }
}

// Where the word that starts at `at` ends.
Py_ssize_t word_end(const Units& text, Py_ssize_t at, Py_ssize_t end) {
    Py_ssize_t there = at;
    int letters = 0;
    while (letters < kMostLetters && there + 1 < end && is_letter(text[there]) && text[there + 1] == '.') {
        there += 2;
        ++letters;
    }
    if (letters >= 2 && (there == end || !is_alnum(text[there]))) return there;
    there = at;
    for (;;) {
        while (there < end && is_alnum(text[there])) ++there;
        if (there + 1 >= end || !joins(text[there]) || !is_alnum(text[there + 1])) break;
        ++there;
    }
    const bool owns = there < end && (text[there] == '\'' || text[there] == kApostrophe);
    return there + owns;
}

bool is_dash(const Units& text, Py_ssize_t at) {
    return at > 0 && at + 1 < text.size() && Py_UNICODE_ISSPACE(text[at - 1]) && Py_UNICODE_ISSPACE(text[at + 1]);
}

nb::object owned(PyObject* made) {
    if (made == nullptr) throw nb::python_error();
    return nb::steal(made);
}

// The words met lately, each made once: a word that comes again costs nothing, and its hash is known.
class Lately {
public:
    nb::object word(const Py_UCS1* letters, Py_ssize_t length) {
        std::uint32_t hash = 2166136261U;
        for (Py_ssize_t place = 0; place < length; ++place) hash = (hash ^ letters[place]) * 16777619U;
        nb::object& kept = words_[(hash ^ hash >> 15) % words_.size()];
        if (kept.is_valid() && PyUnicode_GET_LENGTH(kept.ptr()) == length &&
            std::memcmp(PyUnicode_1BYTE_DATA(kept.ptr()), letters, static_cast<std::size_t>(length)) == 0)
            return kept;
        return kept = owned(PyUnicode_FromKindAndData(PyUnicode_1BYTE_KIND, letters, length));
    }

private:
    std::array<nb::object, 4096> words_;
};

// Lives as long as the interpreter; the GIL guards it.
Lately& lately() {
    static auto* kept = new Lately;
    return *kept;
}

// A word in small letters, its apostrophes straight.
nb::object small(const Units& text, Py_ssize_t start, Py_ssize_t end) {
    std::array<Py_UCS1, kLongest> plain;
    const Py_ssize_t length = end - start;
    bool ascii = length <= static_cast<Py_ssize_t>(plain.size());
    for (Py_ssize_t place = 0; ascii && place < length; ++place) {
        const Py_UCS4 code = text[start + place];
        ascii = code < 128 || code == kApostrophe;
        plain[place] = code == kApostrophe ? '\'' : static_cast<Py_UCS1>(code - 'A' < 26 ? code | 32 : code);
    }
    if (ascii) return lately().word(plain.data(), length);
    const nb::object low = owned(text.slice(start, end)).attr("lower")();
    return low.attr("replace")("\u2019", "'");
}

// Makes the tuples of one kind and adds them to a list.
class Made {
public:
    Made(nb::handle make, nb::list found) : type_(reinterpret_cast<PyTypeObject*>(make.ptr())), found_(found) {
        if (!PyType_Check(make.ptr()) || !PyType_IsSubtype(type_, &PyTuple_Type))
            throw nb::type_error("cut makes tuples only");
    }

    void add(Py_ssize_t start, Py_ssize_t end, nb::handle low, nb::handle kind, bool capital) {
        const nb::object values = owned(PyTuple_New(5));
        PyTuple_SET_ITEM(values.ptr(), 0, owned(PyLong_FromSsize_t(start)).release().ptr());
        PyTuple_SET_ITEM(values.ptr(), 1, owned(PyLong_FromSsize_t(end)).release().ptr());
        PyTuple_SET_ITEM(values.ptr(), 2, low.inc_ref().ptr());
        PyTuple_SET_ITEM(values.ptr(), 3, kind.inc_ref().ptr());
        PyTuple_SET_ITEM(values.ptr(), 4, nb::handle(capital ? Py_True : Py_False).inc_ref().ptr());
        const nb::object arguments = owned(PyTuple_Pack(1, values.ptr()));
        const nb::object made = owned(PyTuple_Type.tp_new(type_, arguments.ptr(), nullptr));
        if (PyList_Append(found_.ptr(), made.ptr()) != 0) throw nb::python_error();
    }

private:
    PyTypeObject* type_;
    nb::list found_;
};

void cut(nb::str given, Py_ssize_t start, Py_ssize_t end, bool last, nb::handle make, nb::list found) {
    const Units text(given.ptr());
    const nb::str word_kind("w"), dash_kind("\u2014");
    Made made(make, found);
    end = std::min(end, text.size());
    for (Py_ssize_t at = std::max<Py_ssize_t>(start, 0); at < end;) {
        const Py_UCS4 code = text[at];
        const Sort sort = sort_of(code);
        if (sort == kWord) {
            const Py_ssize_t there = word_end(text, at, end);
            const bool capital = code < 128 ? code - 'A' < 26 : Py_UNICODE_ISUPPER(code) != 0;
            made.add(at, there, small(text, at, there), word_kind, capital);
            at = there;
            continue;
        }
        const bool dash = code == '-';
        if (sort == kMark ? !dash || is_dash(text, at) : sort == kStop && last && at + 1 == end) {
            const nb::object mark = owned(text.slice(at, at + 1));
            made.add(at, at + 1, mark, dash ? nb::handle(dash_kind) : nb::handle(mark), false);
        }
        ++at;
    }
}

// The runs of letters, figures and low lines of a stretch in small letters; None where a letter is not ASCII, whose
// small form may be longer.
nb::object heard(nb::str given, Py_ssize_t start, Py_ssize_t end) {
    const Units text(given.ptr());
    end = std::min(end, text.size());
    const nb::object found = owned(PyFrozenSet_New(nullptr));
    for (Py_ssize_t at = std::max<Py_ssize_t>(start, 0); at < end; ++at) {
        std::array<Py_UCS1, kLongest> word;
        Py_ssize_t length = 0;
        for (; at < end; ++at) {
            const Py_UCS4 code = text[at];
            if (code >= 128 ? Py_UNICODE_ISALNUM(code) || Py_UNICODE_TOLOWER(code) != code : false) return nb::none();
            if (!is_alnum(code) && code != '_') break;
            if (length == static_cast<Py_ssize_t>(kLongest)) return nb::none();
            word[length++] = static_cast<Py_UCS1>(code - 'A' < 26 ? code | 32 : code);
        }
        if (length > 0 && PySet_Add(found.ptr(), lately().word(word.data(), length).ptr()) != 0)
            throw nb::python_error();
    }
    return found;
}

bool is_word(Py_UCS4 code) { return is_alnum(code) || code == '_'; }

// The words of two letters and more that stand in small ASCII letters, and are no part of a longer word.
nb::object written_small(nb::str given) {
    const Units text(given.ptr());
    const nb::object found = owned(PyFrozenSet_New(nullptr));
    std::array<Py_UCS1, kLongest> word;
    Py_UCS4 before = ' ';
    for (Py_ssize_t at = 0; at < text.size();) {
        const Py_ssize_t start = at;
        for (; at < text.size() && text[at] - 'a' < 26; ++at)
            if (at - start < static_cast<Py_ssize_t>(kLongest)) word[at - start] = static_cast<Py_UCS1>(text[at]);
        const Py_UCS4 behind = at < text.size() ? text[at] : ' ';
        const bool free = !is_word(before) && before != '\'' && before != kApostrophe && before != '-';
        if (at - start >= 2 && free && !is_word(behind) && behind != '-') {
            const nb::object made = at - start <= static_cast<Py_ssize_t>(kLongest) ? lately().word(word.data(), at - start)
                                                                                  : owned(text.slice(start, at));
            if (PySet_Add(found.ptr(), made.ptr()) != 0) throw nb::python_error();
        }
        before = behind;
        ++at;
    }
    return found;
}

}  // namespace

void open_cues_door(nb::module_& module) {
    module.def("cut", &cut);
    module.def("heard", &heard);
    module.def("written_small", &written_small);
}

}  // namespace stemmata
