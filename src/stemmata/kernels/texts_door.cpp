// Texts in small letters, and the lines of texts; texts.py says in Python what each is.
#include "texts_door.hpp"

#include <algorithm>
#include <string>

namespace nb = nanobind;

namespace stemmata {
namespace {

constexpr Py_UCS4 kSigma = 0x3A3, kDottedI = 0x130;  // whose small letters depend on what follows, or are two

// Gives false where a letter needs more than to be looked up.
template <class Unit>
bool lower(const Unit* units, std::size_t size, std::u32string& made) {
    for (std::size_t at = 0; at < size; ++at) {
        const Py_UCS4 code = units[at];
        if (code < 128) made[at] = code - 'A' < 26 ? code | 32 : code;
        else if (code == kSigma || code == kDottedI) return false;
        else made[at] = Py_UNICODE_TOLOWER(code);
    }
    return true;
}

nb::object lowered(nb::str text) {
    PyObject* string = text.ptr();
    const auto size = static_cast<std::size_t>(PyUnicode_GET_LENGTH(string));
    const void* data = PyUnicode_DATA(string);
    std::u32string made(size, U'\0');
    bool done = false;
    switch (PyUnicode_KIND(string)) {
        case PyUnicode_1BYTE_KIND: done = lower(static_cast<const Py_UCS1*>(data), size, made); break;
        case PyUnicode_2BYTE_KIND: done = lower(static_cast<const Py_UCS2*>(data), size, made); break;
        default: done = lower(static_cast<const Py_UCS4*>(data), size, made);
    }
    if (!done) return nb::none();
    PyObject* low = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, made.data(), static_cast<Py_ssize_t>(size));
    if (low == nullptr) throw nb::python_error();
    return nb::steal(low);
}

// A tuple of two numbers, of a class of tuples.
void add_pair(PyTypeObject* type, Py_ssize_t start, Py_ssize_t end, nb::list& pairs) {
    const nb::object pair = nb::steal(type->tp_alloc(type, 2));
    if (!pair.is_valid()) throw nb::python_error();
    PyTuple_SET_ITEM(pair.ptr(), 0, PyLong_FromSsize_t(start));
    PyTuple_SET_ITEM(pair.ptr(), 1, PyLong_FromSsize_t(end));
    pairs.append(pair);
}

nb::list text_lines(nb::str text, nb::type_object type) {
    if (!PyType_IsSubtype(reinterpret_cast<PyTypeObject*>(type.ptr()), &PyTuple_Type))
        throw nb::type_error("lines are made pairs of some class of tuples");
    PyObject* string = text.ptr();
    const int kind = PyUnicode_KIND(string);
    const void* data = PyUnicode_DATA(string);
    const Py_ssize_t size = PyUnicode_GET_LENGTH(string);
    const auto is_space = [&](Py_ssize_t at) { return Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)) != 0; };
    nb::list lines;
    for (Py_ssize_t start = 0; start <= size;) {
        Py_ssize_t stop = PyUnicode_FindChar(string, '\n', start, size, 1);
        if (stop < 0) stop = size;
        const Py_ssize_t next = stop + 1;
        while (start < stop && is_space(start)) ++start;
        while (stop > start && is_space(stop - 1)) --stop;
        if (start < stop) add_pair(reinterpret_cast<PyTypeObject*>(type.ptr()), start, stop, lines);
        start = next;
    }
    return lines;
}

// The paragraphs that have a figure within reach of their start, in whatever script.
nb::list figured(nb::str text, const nb::tuple& spans, Py_ssize_t reach) {
    PyObject* string = text.ptr();
    const int kind = PyUnicode_KIND(string);
    const void* data = PyUnicode_DATA(string);
    const Py_ssize_t size = PyUnicode_GET_LENGTH(string);
    nb::list found;
    for (std::size_t number = 0; number < spans.size(); ++number) {
        const nb::handle span = PyTuple_GET_ITEM(spans.ptr(), static_cast<Py_ssize_t>(number));
        const auto start = nb::cast<Py_ssize_t>(nb::handle(span)[0]);
        bool there = false;
        for (Py_ssize_t at = std::max<Py_ssize_t>(start, 0); at < std::min(start + reach, size) && !there; ++at)
            there = Py_UNICODE_ISDECIMAL(PyUnicode_READ(kind, data, at));
        if (there) found.append(nb::int_(number));
    }
    return found;
}

}  // namespace

void open_texts_door(nb::module_& module) {
    module.def("lowered", &lowered);
    module.def("text_lines", &text_lines);
    module.def("figured", &figured);
}

}  // namespace stemmata
