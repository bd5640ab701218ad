// Each distinct way of opening an element, numbered: what its name and attributes tell is asked once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "markup_page.hpp"
#include "markup_tokens.hpp"

namespace stemmata::markup {

class Ways {
public:
    explicit Ways(Page& page) : page_(page) {}

    // Gives the number of a block's way: its tag, class, id, role, itemprop, rel, style and hidden.
    std::uint32_t block(Tag tag, const Token& token);

    // Gives that of another element, of which only class, style and hidden matter; kNone if it has none of them.
    std::uint32_t inside(const Token& token);

private:
    std::uint32_t number();

    Page& page_;
    std::string key_;
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
    std::unordered_map<std::string, std::uint32_t> looks_;
};

}  // namespace stemmata::markup
