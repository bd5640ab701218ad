// The door between Python and the loops: arrays in, arrays out, the GIL released while they run.
#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "column.hpp"
#include "corpus_door.hpp"
#include "cues_door.hpp"
#include "diff_door.hpp"
#include "forest.hpp"
#include "lines_door.hpp"
#include "markup_door.hpp"
#include "masks_door.hpp"
#include "seek.hpp"
#include "sketch.hpp"
#include "texts_door.hpp"
#include "words.hpp"

namespace nb = nanobind;

namespace stemmata {
namespace {

template <class Value>
using Given = nb::ndarray<const Value, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

template <class Value>
nb::object to_numpy(Column<Value>& column, std::initializer_list<std::size_t> shape) {
    Value* values = column.release();
    nb::capsule owner(values, [](void* memory) noexcept { std::free(memory); });
    return nb::cast(nb::ndarray<nb::numpy, Value>(values, shape, owner));
}

template <class Value>
nb::object to_numpy(Column<Value>& column) {
    return to_numpy(column, {column.size()});
}

nb::tuple to_numpy(TokenColumns& columns) {
    return nb::make_tuple(to_numpy(columns.rows), to_numpy(columns.hashes), to_numpy(columns.starts),
                          to_numpy(columns.ends));
}

TokenColumns words_of(const std::vector<Text>& texts) {
    nb::gil_scoped_release released;
    std::size_t units = 0;
    for (const Text& text : texts) units += text.length;
    TokenColumns columns(texts.size(), units);
    for (const Text& text : texts) add_words(text, columns);
    return columns;
}

// The text stays where the Python string keeps it: the caller holds the string while we read.
Text text_of(PyObject* string) {
    if (!PyUnicode_Check(string)) throw nb::type_error("tokenise takes a sequence of strings");
    const auto length = static_cast<std::size_t>(PyUnicode_GET_LENGTH(string));
    switch (PyUnicode_KIND(string)) {
        case PyUnicode_1BYTE_KIND:
            return {PyUnicode_DATA(string), length, Text::Form::one_byte};
        case PyUnicode_2BYTE_KIND:
            return {PyUnicode_DATA(string), length, Text::Form::two_bytes};
        default:
            return {PyUnicode_DATA(string), length, Text::Form::four_bytes};
    }
}

nb::tuple tokenise(nb::handle given) {
    const nb::tuple strings(given);  // a copy of a list, so that no other thread can drop a string
    std::vector<Text> texts;
    texts.reserve(strings.size());
    for (nb::handle string : strings) texts.push_back(text_of(string.ptr()));
    TokenColumns columns = words_of(texts);
    return to_numpy(columns);
}

nb::tuple tokenise_utf8(Given<std::uint8_t> data, Given<std::int64_t> bounds) {
    std::vector<Text> texts;
    texts.reserve(bounds.size());
    for (std::size_t text = 1; text < bounds.size(); ++text) {
        const std::int64_t here = bounds.data()[text - 1], there = bounds.data()[text];
        if (here < 0 || there < here || static_cast<std::size_t>(there) > data.size())
            throw nb::value_error("bounds must rise within the data");
        texts.push_back({data.data() + here, static_cast<std::size_t>(there - here), Text::Form::utf8});
    }
    TokenColumns columns = words_of(texts);
    return to_numpy(columns);
}

// Rows must rise within the hashes: the loops trust them.
void check_rows(const Given<std::int64_t>& rows, std::size_t hashes) {
    const std::int64_t *first = rows.data(), *last = first + rows.size();
    if (first == last || *first < 0 || !std::is_sorted(first, last) ||
        static_cast<std::size_t>(*(last - 1)) > hashes)
        throw nb::value_error("rows must rise within the hashes");
}

nb::tuple shingle(Given<std::int64_t> rows, Given<std::uint64_t> hashes, std::size_t width) {
    check_rows(rows, hashes.size());
    if (width == 0) throw nb::value_error("width must be 1 or more");
    Column<std::int64_t> new_rows(rows.size());
    Column<std::uint64_t> shingles;
    {
        nb::gil_scoped_release released;
        new_rows.push(0);
        for (std::size_t text = 1; text < rows.size(); ++text) {
            const auto count = static_cast<std::size_t>(rows.data()[text] - rows.data()[text - 1]);
            new_rows.push(new_rows.data()[text - 1] +
                          static_cast<std::int64_t>(count < width ? 0 : count - width + 1));
        }
        shingles.resize(static_cast<std::size_t>(new_rows.data()[rows.size() - 1]));
        for (std::size_t text = 1; text < rows.size(); ++text) {
            const std::int64_t start = rows.data()[text - 1];
            if (new_rows.data()[text] == new_rows.data()[text - 1]) continue;
            roll(hashes.data() + start, static_cast<std::size_t>(rows.data()[text] - start), width,
                 shingles.data() + new_rows.data()[text - 1]);
        }
    }
    return nb::make_tuple(to_numpy(new_rows), to_numpy(shingles));
}

nb::object minhash(Given<std::int64_t> rows, Given<std::uint64_t> hashes, Given<std::uint32_t> factors,
                   Given<std::uint32_t> shifts) {
    check_rows(rows, hashes.size());
    if (factors.size() != shifts.size()) throw nb::value_error("as many factors as shifts");
    const std::size_t texts = rows.size() - 1, slots = factors.size();
    Column<std::uint32_t> least;
    {
        nb::gil_scoped_release released;
        least.resize(texts * slots);
        std::fill_n(least.data(), texts * slots, std::numeric_limits<std::uint32_t>::max());
        for (std::size_t text = 0; text < texts; ++text) {
            const std::int64_t start = rows.data()[text];
            lower(hashes.data() + start, static_cast<std::size_t>(rows.data()[text + 1] - start),
                  factors.data(), shifts.data(), slots, least.data() + text * slots);
        }
    }
    return to_numpy(least, {texts, slots});
}

template <class Value>
std::vector<Value> listed(Given<Value> values) {
    return {values.data(), values.data() + values.size()};
}

void plant(Forest* forest, Given<std::int32_t> roots, Given<std::int32_t> depths, Given<std::int32_t> columns,
           Given<std::int32_t> children, Given<double> thresholds, Given<double> values) {
    Trees trees{listed(roots),    listed(depths),     listed(columns),
                listed(children), listed(thresholds), listed(values)};
    if (!trees.sound()) throw nb::value_error("the trees do not fit together");
    new (forest) Forest(std::move(trees));
}

nb::object scores(const Forest& forest, Given<double> table, std::size_t rows) {
    const std::size_t width = rows == 0 ? 0 : table.size() / rows;
    if (rows != 0 && width < forest.width()) throw nb::value_error("the trees do not fit the table");
    Column<double> sums;
    {
        nb::gil_scoped_release released;
        sums.resize(rows);
        forest.add_up(table.data(), rows, width, sums.data());
    }
    return to_numpy(sums);
}

std::int64_t seek_in(nb::bytes content, nb::bytes needle, std::size_t start, std::size_t end) {
    const std::string_view hay(content.c_str(), std::min(content.size(), end));
    const std::size_t found = seek(hay, {needle.c_str(), needle.size()}, start);
    return found == std::string_view::npos ? -1 : static_cast<std::int64_t>(found);
}

}  // namespace
}  // namespace stemmata

NB_MODULE(_compiled, module) {
    module.doc() = "The compiled loops; stemmata.kernels.reference says in Python what each gives.";
    module.def("tokenise", &stemmata::tokenise);
    module.def("tokenise_utf8", &stemmata::tokenise_utf8);
    module.def("shingle", &stemmata::shingle);
    module.def("minhash", &stemmata::minhash);
    module.def("seek", &stemmata::seek_in);
    nb::class_<stemmata::Forest>(module, "Trees")
        .def("__init__", &stemmata::plant)
        .def("scores", &stemmata::scores);
    stemmata::open_corpus_door(module);
    stemmata::open_cues_door(module);
    stemmata::open_diff_door(module);
    stemmata::open_lines_door(module);
    stemmata::open_texts_door(module);
    stemmata::open_masks_door(module);
    stemmata::open_markup_door(module);
}
