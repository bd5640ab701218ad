// The door between Python and the markup: a page's HTML in, its ways of opening elements out, then its sheet.
#include "markup_door.hpp"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

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

// Whether bytes are UTF-8 without a fault: no overlong forms, no halves of characters, nothing beyond U+10FFFF.
bool is_utf8(std::string_view bytes) {
    const auto* here = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = here + bytes.size();
    const auto follows = [&](std::ptrdiff_t place, unsigned least = 0x80, unsigned most = 0xBF) {
        return place < end - here && here[place] >= least && here[place] <= most;
    };
    while (here < end) {
        std::uint64_t eight = 0;
        while (end - here >= 8 && (std::memcpy(&eight, here, 8), (eight & 0x8080808080808080U) == 0)) here += 8;
        if (here == end) break;
        const unsigned first = *here;
        if (first < 0x80) here += 1;
        else if (first >= 0xC2 && first <= 0xDF && follows(1)) here += 2;
        else if ((first & 0xF0) == 0xE0 && follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2))
            here += 3;
        else if (first >= 0xF0 && first <= 0xF4 && follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) &&
                 follows(2) && follows(3))
            here += 4;
        else return false;
    }
    return true;
}

// The bytes with every line end a line feed, as decoded pages have them.
std::string with_line_feeds(std::string_view bytes) {
    std::string made;
    made.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t stop = std::min(bytes.find('\r', at), bytes.size());
        made.append(bytes.substr(at, stop - at));
        if (stop < bytes.size()) made.push_back('\n');
        at = stop + (bytes.substr(stop, 2) == "\r\n" ? 2 : 1);
    }
    return made;
}

// The page of bytes that are UTF-8; None for others, which have to be decoded first.
std::optional<Page> read_utf8(nb::bytes content) {
    const std::string_view bytes(content.c_str(), content.size());
    nb::gil_scoped_release released;
    if (!is_utf8(bytes)) return std::nullopt;
    return bytes.find('\r') == std::string_view::npos ? markup::build(bytes) : markup::build(with_line_feeds(bytes));
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
    made["signers"] = listed(sheet.signers, [](const std::pair<std::int64_t, std::int64_t>& signer) {
        return nb::make_tuple(signer.first, signer.second);
    });
    return made;
}

}  // namespace

void open_markup_door(nb::module_& module) {
    nb::class_<Page>(module, "MarkupPage").def("ways", &ways).def("lay_out", &lay_out);
    module.def("read_markup", &read);
    module.def("read_markup_utf8", &read_utf8);
}

}  // namespace stemmata
