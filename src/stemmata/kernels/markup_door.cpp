// The door between Python and the markup: a page's HTML in, its ways of opening elements out, then its sheet.
#include "markup_door.hpp"

#include <nanobind/stl/string.h>

#include "markup_sheet.hpp"

namespace nb = nanobind;

namespace stemmata {
namespace {

using markup::Page;

nb::object text_of(std::string_view text) {
    PyObject* made = PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "replace");
    if (made == nullptr) throw nb::python_error();
    return nb::steal(made);
}

template <class Values, class Make>
nb::list listed(const Values& values, Make make) {
    nb::list made;
    for (const auto& value : values) made.append(make(value));
    return made;
}

Page read(nb::str html) {
    Py_ssize_t size = 0;
    const char* units = PyUnicode_AsUTF8AndSize(html.ptr(), &size);
    if (units == nullptr) throw nb::python_error();
    nb::gil_scoped_release released;
    return markup::build({units, static_cast<std::size_t>(size)});
}

nb::list ways(const Page& page) {
    return listed(page.ways, [](const std::string& way) { return text_of(way); });
}

nb::dict lay_out(const Page& page, const nb::list& given) {
    std::vector<std::int64_t> traits;
    for (nb::handle way : given) traits.push_back(nb::cast<std::int64_t>(way));
    if (traits.size() != page.ways.size()) throw nb::value_error("one number for each way");
    markup::Sheet sheet;
    {
        nb::gil_scoped_release released;
        sheet = markup::lay_out(page, traits);
    }
    const auto number = [](auto value) { return nb::int_(value); };
    const auto pair_of = [](const std::pair<std::string, std::string>& pair) {
        return nb::make_tuple(text_of(pair.first), text_of(pair.second));
    };
    nb::object names[markup::tag::kKnown];
    nb::dict made;
    made["text"] = text_of(sheet.text);
    made["starts"] = listed(sheet.starts, number);
    made["ends"] = listed(sheet.ends, number);
    made["tags"] = listed(sheet.tags, [&names](markup::Tag tag) -> nb::object {
        if (tag >= markup::tag::kKnown) return nb::str("");
        if (!names[tag].is_valid()) names[tag] = text_of(markup::name_of(tag));
        return names[tag];
    });
    made["traits"] = listed(sheet.traits, number);
    made["linked"] = listed(sheet.linked, number);
    made["homes"] = listed(sheet.homes, number);
    made["shapes"] = listed(sheet.shapes, number);
    made["counts"] = listed(sheet.counts, number);
    made["language"] = text_of(page.language);
    made["metas"] = listed(sheet.metas, [&](std::uint32_t at) { return pair_of(page.metas[at]); });
    made["links"] = listed(sheet.links, [&](std::uint32_t at) { return pair_of(page.links[at]); });
    made["titles"] = listed(sheet.titles, [&](std::uint32_t at) { return text_of(page.titles[at]); });
    made["data"] = listed(sheet.data, [&](std::uint32_t at) { return text_of(page.data[at]); });
    made["moments"] = listed(sheet.moments, [&](const std::pair<std::uint32_t, std::int64_t>& moment) {
        return nb::make_tuple(text_of(page.moments[moment.first]), moment.second);
    });
    return made;
}

}  // namespace

void open_markup_door(nb::module_& module) {
    nb::class_<Page>(module, "MarkupPage").def("ways", &ways).def("lay_out", &lay_out);
    module.def("read_markup", &read);
}

}  // namespace stemmata
