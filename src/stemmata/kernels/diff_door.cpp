// Numbers the words of two rows by Python's own equality and gives what they have in common; diff_reference.py says what.
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

// Adds the steps of a diff to a list, each a tuple of five of the kind asked for.
class Steps {
public:
    explicit Steps(nb::handle make) : type_(reinterpret_cast<PyTypeObject*>(make.ptr())) {
        if (!PyType_Check(make.ptr()) || !PyType_IsSubtype(type_, &PyTuple_Type))
            throw nb::type_error("a diff makes tuples only");
    }

    void to(bool same, std::int32_t left, std::int32_t right) {
        if (left == left_ && right == right_) return;
        const nb::object step = owned(type_->tp_alloc(type_, 5));
        PyTuple_SET_ITEM(step.ptr(), 0, nb::handle(same ? Py_True : Py_False).inc_ref().ptr());
        set(step, 1, left_);
        set(step, 2, left);
        set(step, 3, right_);
        set(step, 4, right);
        if (PyList_Append(found.ptr(), step.ptr()) != 0) throw nb::python_error();
        left_ = left;
        right_ = right;
    }

    nb::list found;

private:
    static void set(const nb::object& step, Py_ssize_t at, std::int32_t place) {
        PyTuple_SET_ITEM(step.ptr(), at, owned(PyLong_FromLong(place)).release().ptr());
    }

    PyTypeObject* type_;
    std::int32_t left_ = 0, right_ = 0;
};

nb::object word_steps(nb::handle left, nb::handle right, nb::handle make) {
    const Numbered rows(left, right);
    std::vector<Common> runs;
    {
        nb::gil_scoped_release released;
        runs = common_runs(rows.left, rows.right, rows.numbers);
    }
    Steps steps(make);
    for (const Common& run : runs) {
        steps.to(false, run.left, run.right);
        steps.to(true, run.left + run.length, run.right + run.length);
    }
    steps.to(false, static_cast<std::int32_t>(rows.left.size()), static_cast<std::int32_t>(rows.right.size()));
    return steps.found;
}

std::int64_t words_in_common(nb::handle left, nb::handle right) {
    const Numbered rows(left, right);
    nb::gil_scoped_release released;
    return common_words(rows.left, rows.right, rows.numbers);
}

}  // namespace

void open_diff_door(nb::module_& module) {
    module.def("word_steps", &word_steps);
    module.def("words_in_common", &words_in_common);
}

}  // namespace stemmata
