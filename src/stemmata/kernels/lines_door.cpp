// The door between Python and the measures of lines: strings and arrays in, tables out, the GIL released in between.
#include "lines_door.hpp"

#include <nanobind/ndarray.h>

#include "column.hpp"
#include "lines_context.hpp"
#include "lines_marks.hpp"
#include "lines_told.hpp"
#include "lines_words.hpp"

namespace nb = nanobind;

namespace stemmata {
namespace {

using namespace lines;

template <class Value>
using Given = nb::ndarray<const Value, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

// The units of a Python string, which the caller holds while they are read.
struct Units {
    explicit Units(nb::str text)
        : data(PyUnicode_DATA(text.ptr())),
          kind(PyUnicode_KIND(text.ptr())),
          size(static_cast<std::size_t>(PyUnicode_GET_LENGTH(text.ptr()))) {}

    Wide wide() const {
        switch (kind) {
            case PyUnicode_1BYTE_KIND:
                return widened(static_cast<const Py_UCS1*>(data));
            case PyUnicode_2BYTE_KIND:
                return widened(static_cast<const Py_UCS2*>(data));
            default:
                return widened(static_cast<const Py_UCS4*>(data));
        }
    }

    const void* data;
    int kind;
    std::size_t size;

private:
    template <class Unit>
    Wide widened(const Unit* units) const {
        return Wide(units, units + size);
    }
};

std::vector<Wide> wide_of(const nb::list& strings) {
    std::vector<Wide> made;
    for (nb::handle string : strings) made.push_back(Units(nb::cast<nb::str>(string)).wide());
    return made;
}

// A number in a tuple of numbers.
std::int64_t number_in(nb::handle tuple, std::size_t place) {
    const long long value = PyLong_AsLongLong(PyTuple_GET_ITEM(tuple.ptr(), static_cast<Py_ssize_t>(place)));
    if (value == -1 && PyErr_Occurred() != nullptr) throw nb::python_error();
    return value;
}

void check_tuple(nb::handle given, std::size_t size) {
    if (!PyTuple_Check(given.ptr()) || PyTuple_GET_SIZE(given.ptr()) != static_cast<Py_ssize_t>(size))
        throw nb::type_error("spans are pairs of numbers; marks are a tag, two numbers and seven homes");
}

// Paragraphs rise within the text, and none is empty: the loops trust them.
void add_spans(const nb::tuple& spans, LinePage& page) {
    std::int64_t behind = 0;
    for (nb::handle span : spans) {
        check_tuple(span, 2);
        const std::int64_t start = number_in(span, 0), end = number_in(span, 1);
        if (start < behind || end <= start) throw nb::value_error("paragraphs must rise, and none be empty");
        page.starts.push_back(start);
        page.ends.push_back(behind = end);
    }
    if (behind > static_cast<std::int64_t>(page.text.size()))
        throw nb::value_error("paragraphs must stand within the text");
}

// Takes the number of each tag from `tags`; those that are not in it have the one number behind them all.
void add_marks(const nb::tuple& marks, const nb::dict& tags, LinePage& page) {
    if (marks.size() != page.count()) throw nb::value_error("one mark for each paragraph, or none at all");
    page.homes.resize(kHomes * page.count());
    std::size_t row = 0;
    for (nb::handle mark : marks) {
        check_tuple(mark, 4);
        const nb::handle homes(PyTuple_GET_ITEM(mark.ptr(), 3));
        check_tuple(homes, kHomes);
        PyObject* tag = PyDict_GetItemWithError(tags.ptr(), PyTuple_GET_ITEM(mark.ptr(), 0));
        if (tag == nullptr && PyErr_Occurred() != nullptr) throw nb::python_error();
        page.tags.push_back(tag == nullptr ? static_cast<std::int64_t>(tags.size()) : nb::cast<std::int64_t>(nb::handle(tag)));
        page.traits.push_back(number_in(mark, 1));
        page.linked.push_back(static_cast<double>(number_in(mark, 2)));
        for (std::size_t kind = 0; kind < kHomes; ++kind) page.homes[kind * page.count() + row] = number_in(homes, kind);
        ++row;
    }
    for (std::int64_t tag : page.tags)
        if (tag < 0 || tag > 62) throw nb::value_error("tags are numbered from 0, and few");
}

void make_page(LinePage* page, nb::str text, nb::str low, const nb::tuple& spans, const nb::tuple& marks,
               const nb::dict& tags) {
    const Units shown(text), lowered(low);
    if (shown.size != lowered.size) throw nb::value_error("lower case must not move a character");
    LinePage made;
    made.text = shown.wide();
    made.low = lowered.wide();
    add_spans(spans, made);
    if (marks.size() != 0) add_marks(marks, tags, made);
    new (page) LinePage(std::move(made));
}

std::vector<std::size_t> numbers_of(const nb::list& given) {
    std::vector<std::size_t> made;
    for (nb::handle number : given) made.push_back(nb::cast<std::size_t>(number));
    return made;
}

void make_finder(Finder* finder, const nb::list& phrases, const nb::list& groups, std::size_t count) {
    const std::vector<std::size_t> numbers = numbers_of(groups);
    if (phrases.size() != numbers.size()) throw nb::value_error("one group for each phrase");
    for (std::size_t number : numbers)
        if (number >= count) throw nb::value_error("groups are counted from 0");
    new (finder) Finder(wide_of(phrases), numbers, count);
}

using Cells = nb::ndarray<double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

// Has columns of a table filled, without the GIL.
template <class Fill>
void fill(const LinePage& page, Cells& cells, std::size_t column, std::size_t columns, Fill fill) {
    if (cells.shape(0) != page.count() || cells.shape(1) < column + columns)
        throw nb::value_error("the table has no place for the columns");
    nb::gil_scoped_release released;
    Table table{cells.data(), cells.shape(0), cells.shape(1)};
    fill(Place{table, column});
}

void check_measured(const LinePage& page, bool marked) {
    if (page.words.size() != page.count()) throw nb::value_error("measure the words first");
    if (marked && page.count() != 0 && !page.marked()) throw nb::value_error("a page without markup");
}

// Each place of a phrase in a text, with the number of the phrase, phrase by phrase.
nb::list places(const Finder& finder, nb::str text) {
    const Units units(text);
    std::vector<std::pair<std::size_t, std::size_t>> found;
    {
        nb::gil_scoped_release released;
        found = finder.places(units.wide());
    }
    nb::list made;
    for (const auto& [phrase, place] : found) made.append(nb::make_tuple(phrase, place));
    return made;
}

// The phrasebook, and the kind of each code point of the first plane.
struct Book {
    Phrasebook phrases;
    std::vector<std::uint8_t> kinds;
};

void make_book(Book* book, const nb::list& labels, const nb::list& openings, const nb::list& terms, nb::str edges,
               nb::str bullets, Given<std::uint8_t> kinds) {
    if (kinds.size() != 0x10000 || *std::max_element(kinds.data(), kinds.data() + kinds.size()) > kBar)
        throw nb::value_error("one kind for each code point of the first plane");
    const std::vector<Wide> known = wide_of(labels), opens = wide_of(openings), says = wide_of(terms);
    const auto alone = [](const std::vector<Wide>& phrases) { return std::vector<std::size_t>(phrases.size(), 0); };
    new (book) Book{{{known.begin(), known.end()}, Finder(opens, alone(opens), 1), Finder(says, alone(says), 1),
                     Units(edges).wide(), Units(bullets).wide()},
                    {kinds.data(), kinds.data() + kinds.size()}};
}

void page_words(LinePage& page, const Book& book, Cells cells, std::size_t column) {
    fill(page, cells, column, kWordColumns,
         [&](Place place) { measure_words(page, book.kinds.data(), book.phrases, place); });
}

bool is_letter(char32_t code) {
    if (code < 0x80) return (code | 0x20) - U'a' < 26;
    return Py_UNICODE_ISALNUM(code) && !Py_UNICODE_ISDECIMAL(code);
}

Numbers numbers_of(const LinePage& page, const Given<double>& given) {
    if (given.size() != page.count()) throw nb::value_error("one number a paragraph");
    return Numbers(given.data(), given.data() + given.size());
}

void page_context(const LinePage& page, Given<double> guess, const nb::tuple& lending, Cells cells, std::size_t column) {
    check_measured(page, false);
    if (lending.size() != 3) throw nb::value_error("a lending has three numbers");
    const Numbers guesses = numbers_of(page, guess);
    const Lending lent{nb::cast<double>(lending[0]), nb::cast<double>(lending[1]), nb::cast<std::int64_t>(lending[2])};
    fill(page, cells, column, kContextColumns,
         [&](Place place) { measure_context(page, guesses, lent, is_letter, place); });
}

Meaning meaning_of(const nb::tuple& given) {
    if (given.size() != 9) throw nb::value_error("a meaning has nine numbers");
    const auto number = [&](std::size_t at) { return number_in(given, at); };
    const auto place = [&](std::size_t at) { return static_cast<std::size_t>(number(at)); };
    const Meaning meaning{place(0), number(1), place(2), place(3), number(4), number(5), number(6), number(7), number(8)};
    if (meaning.traits > 62 || meaning.story >= meaning.traits || meaning.article >= meaning.traits)
        throw nb::value_error("traits are bits of one number");
    return meaning;
}

void page_marks(const LinePage& page, const nb::tuple& given, Cells cells, std::size_t column) {
    check_measured(page, true);
    const Meaning meaning = meaning_of(given);
    fill(page, cells, column, mark_columns(meaning) + kGroupColumns,
         [&](Place place) { measure_marks(page, meaning, place); });
}

void page_kin(const LinePage& page, const nb::tuple& given, Given<double> guess, Cells cells, std::size_t column) {
    check_measured(page, true);
    const Meaning meaning = meaning_of(given);
    const Numbers guesses = numbers_of(page, guess);
    fill(page, cells, column, kKinColumns, [&](Place place) { measure_kin(page, meaning, guesses, place); });
}

void page_promised(const LinePage& page, const nb::tuple& given, const nb::list& titles, nb::str summary, nb::str story,
                   Cells cells, std::size_t column) {
    check_measured(page, true);
    const Meaning meaning = meaning_of(given);
    const Promise promise{wide_of(titles), Units(summary).wide(), Units(story).wide()};
    fill(page, cells, column, kPromisedColumns, [&](Place place) { measure_promised(page, meaning, promise, place); });
}

void page_talk(const LinePage& page, const Finder& speech, const Finder& named, Cells cells, std::size_t column) {
    check_measured(page, false);
    if (speech.groups() != 3 || named.groups() != 2) throw nb::value_error("three groups of speech, two of names");
    fill(page, cells, column, kTalkColumns, [&](Place place) { measure_talk(page, speech, named, place); });
}

void page_text_talk(const LinePage& page, const Finder& speech, Cells cells, std::size_t column) {
    check_measured(page, false);
    if (speech.groups() != 3) throw nb::value_error("three groups of speech");
    fill(page, cells, column, kTextTalkColumns, [&](Place place) { measure_text_talk(page, speech, place); });
}

// The paragraphs that have one of some traits and at most so many words.
nb::list brief(const LinePage& page, std::int64_t traits, double most) {
    check_measured(page, true);
    nb::list found;
    for (std::size_t row = 0; row < page.count(); ++row)
        if ((page.traits[row] & traits) != 0 && page.words[row] <= most) found.append(nb::int_(row));
    return found;
}

nb::object words_of(const LinePage& page) {
    check_measured(page, false);
    Column<double> column;
    column.resize(page.count());
    std::copy(page.words.begin(), page.words.end(), column.data());
    double* values = column.release();
    nb::capsule owner(values, [](void* memory) noexcept { std::free(memory); });
    return nb::cast(nb::ndarray<nb::numpy, double>(values, {page.count()}, owner));
}

}  // namespace

void open_lines_door(nb::module_& module) {
    nb::class_<Book>(module, "LineBook").def("__init__", &make_book);
    nb::class_<Finder>(module, "LineFinder").def("__init__", &make_finder).def("places", &places);
    nb::class_<LinePage>(module, "LinePage")
        .def("__init__", &make_page)
        .def("measure_words", &page_words)
        .def("measure_marks", &page_marks)
        .def("measure_promised", &page_promised)
        .def("measure_talk", &page_talk)
        .def("measure_text_talk", &page_text_talk)
        .def("measure_context", &page_context)
        .def("measure_kin", &page_kin)
        .def("brief", &brief)
        .def("words", &words_of);
}

}  // namespace stemmata
