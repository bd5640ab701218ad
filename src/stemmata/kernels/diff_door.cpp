// Numbers the words of two rows by Python's own equality and gives their common ones; diff_reference.py says what.
#include "diff_door.hpp"

#include <algorithm>
#include <limits>

#include "diff.hpp"

namespace nb = nanobind;

namespace stemmata {
namespace {

nb::object owned(PyObject* made) {
    if (made == nullptr) throw nb::python_error();
    return nb::steal(made);
}

// Two rows as numbers, equal where the words are; words that only the right row has are -1.
struct Numbered {
    std::vector<std::int32_t> left, right;
    std::int32_t numbers = 0;

    Numbered(nb::handle one, nb::handle two) {
        const nb::tuple here(one), there(two);  // copies of lists, so that no other thread can change them
        if (std::max(here.size(), there.size()) > std::numeric_limits<std::int32_t>::max() / 2)
            throw nb::value_error("a row holds less than a billion words");
        const nb::dict seen;
        left.reserve(here.size());
        right.reserve(there.size());
        for (nb::handle word : here) {
            const nb::object fresh = owned(PyLong_FromLong(numbers));
            PyObject* known = PyDict_SetDefault(seen.ptr(), word.ptr(), fresh.ptr());
            if (known == nullptr) throw nb::python_error();
            left.push_back(static_cast<std::int32_t>(PyLong_AsLong(known)));
            numbers += left.back() == numbers;
        }
        for (nb::handle word : there) {
            PyObject* known = PyDict_GetItemWithError(seen.ptr(), word.ptr());
            if (known == nullptr && PyErr_Occurred()) throw nb::python_error();
            right.push_back(known == nullptr ? -1 : static_cast<std::int32_t>(PyLong_AsLong(known)));
        }
    }
};

nb::object runs_in_common(nb::handle left, nb::handle right) {
    const Numbered rows(left, right);
    std::vector<Common> runs;
    {
        nb::gil_scoped_release released;
        runs = common_runs(rows.left, rows.right, rows.numbers);
    }
    const nb::object found = owned(PyList_New(static_cast<Py_ssize_t>(runs.size())));
    for (std::size_t at = 0; at < runs.size(); ++at) {
        PyObject* run = owned(PyTuple_New(3)).release().ptr();
        PyList_SET_ITEM(found.ptr(), static_cast<Py_ssize_t>(at), run);
        PyTuple_SET_ITEM(run, 0, owned(PyLong_FromLong(runs[at].left)).release().ptr());
        PyTuple_SET_ITEM(run, 1, owned(PyLong_FromLong(runs[at].right)).release().ptr());
        PyTuple_SET_ITEM(run, 2, owned(PyLong_FromLong(runs[at].length)).release().ptr());
    }
    return found;
}

std::int64_t words_in_common(nb::handle left, nb::handle right) {
    const Numbered rows(left, right);
    nb::gil_scoped_release released;
    return common_words(rows.left, rows.right, rows.numbers);
}

}  // namespace

void open_diff_door(nb::module_& module) {
    module.def("runs_in_common", &runs_in_common);
    module.def("words_in_common", &words_in_common);
}

}  // namespace stemmata
