// The door between Python and the measures of lines: strings and arrays in, tables out, the GIL released in between.
#include "lines_door.hpp"

#include <nanobind/ndarray.h>

#include "column.hpp"
#include "lines_context.hpp"
#include "lines_marks.hpp"
#include "lines_words.hpp"

namespace nb = nanobind;

namespace stemmata {
namespace {

using namespace lines;

template <class Value>
using Given = nb::ndarray<const Value, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Places = Given<std::int64_t>;
using Column64 = Given<double>;

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

// Paragraphs rise within the text, and none is empty: the loops trust them.
Spans spans_of(const Places& starts, const Places& ends, std::size_t size) {
    if (starts.size() != ends.size()) throw nb::value_error("as many starts as ends");
    std::int64_t behind = 0;
    for (std::size_t row = 0; row < starts.size(); ++row) {
        if (starts.data()[row] < behind || ends.data()[row] <= starts.data()[row])
            throw nb::value_error("paragraphs must rise, and none be empty");
        behind = ends.data()[row];
    }
    if (behind > static_cast<std::int64_t>(size)) throw nb::value_error("paragraphs must stand within the text");
    return {starts.data(), ends.data(), starts.size()};
}

nb::object to_numpy(Column<double>& column, std::size_t rows, std::size_t width) {
    double* values = column.release();
    nb::capsule owner(values, [](void* memory) noexcept { std::free(memory); });
    const std::size_t shape[] = {rows, width};
    return nb::cast(nb::ndarray<nb::numpy, double>(values, 2, shape, owner));
}

// Makes a table, has it filled without the GIL, and hands it to NumPy.
template <class Fill>
nb::object filled(std::size_t rows, std::size_t width, Fill fill) {
    Column<double> cells;
    {
        nb::gil_scoped_release released;
        cells.resize(rows * width);
        std::fill_n(cells.data(), rows * width, 0.0);
        Table table{cells.data(), rows, width};
        fill(table);
    }
    return to_numpy(cells, rows, width);
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

nb::tuple count(const Finder& finder, nb::str low, Places starts, Places ends, bool flat, std::int64_t opening) {
    const Units units(low);
    const Spans spans = spans_of(starts, ends, units.size);
    Numbers counts, opened;
    {
        nb::gil_scoped_release released;
        finder.count(units.wide(), spans, flat, opening, counts, opened);
    }
    const auto table = [&](const Numbers& numbers) {
        return filled(finder.groups(), spans.count,
                      [&](Table& made) { std::copy(numbers.begin(), numbers.end(), made.cells); });
    };
    return nb::make_tuple(table(counts), table(opened));
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

nb::object measure_book(const Book& book, nb::str text, nb::str low, Places starts, Places ends) {
    const Units shown(text), lowered(low);
    if (shown.size != lowered.size) throw nb::value_error("lower case must not move a character");
    const Spans spans = spans_of(starts, ends, shown.size);
    return filled(spans.count, kWordColumns, [&](Table& table) {
        measure_words(shown.wide(), lowered.wide(), spans, book.kinds.data(), book.phrases, table);
    });
}

bool is_letter(char32_t code) {
    if (code < 0x80) return (code | 0x20) - U'a' < 26;
    return Py_UNICODE_ISALNUM(code) && !Py_UNICODE_ISDECIMAL(code);
}

nb::object context(nb::str low, Places starts, Places ends, Column64 guess, Column64 words, double sure, double edge,
                   std::int64_t longest) {
    const Units units(low);
    const Spans spans = spans_of(starts, ends, units.size);
    if (guess.size() != spans.count || words.size() != spans.count) throw nb::value_error("one number a paragraph");
    return filled(spans.count, kContextColumns, [&](Table& table) {
        measure_context(units.wide(), spans, guess.data(), words.data(), {sure, edge, longest}, is_letter, table);
    });
}

Meaning meaning_of(const nb::tuple& given) {
    if (given.size() != 6) throw nb::value_error("a meaning has six numbers");
    const auto number = [&](std::size_t at) { return nb::cast<std::int64_t>(given[at]); };
    const auto place = [&](std::size_t at) { return static_cast<std::size_t>(number(at)); };
    const Meaning meaning{place(0), number(1), place(2), place(3), number(4), number(5)};
    if (meaning.traits > 63 || meaning.story >= meaning.traits || meaning.article >= meaning.traits)
        throw nb::value_error("traits are bits of one number");
    return meaning;
}

Markup markup_of(const Places& tags, const Places& traits, const Places& homes,
                 const nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>& columns) {
    const std::size_t count = tags.size();
    if (traits.size() != count || homes.size() != kHomes * count || columns.shape(0) != 6 || columns.shape(1) != count)
        throw nb::value_error("one value a paragraph in every column");
    const double* first = columns.data();
    return {count,           tags.data(),       traits.data(),     homes.data(),      first,
            first + count,   first + 2 * count, first + 3 * count, first + 4 * count, first + 5 * count};
}

using Columns64 = nb::ndarray<const double, nb::ndim<2>, nb::c_contig, nb::device::cpu>;

nb::object marks(Places tags, Places traits, Places homes, Columns64 columns, nb::tuple given) {
    const Meaning meaning = meaning_of(given);
    const Markup page = markup_of(tags, traits, homes, columns);
    return filled(page.count, mark_columns(meaning) + kGroupColumns,
                  [&](Table& table) { measure_marks(page, meaning, table); });
}

nb::object kin(Places tags, Places traits, Places homes, Columns64 columns, nb::tuple given, Column64 guess) {
    const Meaning meaning = meaning_of(given);
    const Markup page = markup_of(tags, traits, homes, columns);
    if (guess.size() != page.count) throw nb::value_error("one guess a paragraph");
    return filled(page.count, kKinColumns, [&](Table& table) { measure_kin(page, meaning, guess.data(), table); });
}

}  // namespace

void open_lines_door(nb::module_& module) {
    nb::class_<Book>(module, "LineBook").def("__init__", &make_book).def("measure", &measure_book);
    nb::class_<Finder>(module, "LineFinder")
        .def("__init__", &make_finder)
        .def("count", &count);
    module.def("measure_context", &context);
    module.def("measure_marks", &marks);
    module.def("measure_kin", &kin);
}

}  // namespace stemmata
