#include "markup_ways.hpp"

namespace stemmata::markup {
namespace {

constexpr std::string_view kTelling[] = {"class", "id", "role", "itemprop", "rel", "style", "hidden"};
constexpr unsigned kClass = 0, kItemprop = 3, kRel = 4, kStyle = 5, kHidden = 6, kFields = 7;
constexpr std::string_view kSigning = "author";

struct Fields {
    const Attribute* field[kFields] = {};
    bool any = false;

    void read(const Token& token) {
        for (const Attribute& attribute : token.attributes) {
            const std::size_t length = attribute.name.size();
            if (length < 2 || length > 8) continue;
            for (unsigned which = 0; which < kFields; ++which)
                if (length == kTelling[which].size() && same_word(attribute.name, kTelling[which])) {
                    if (!field[which]) field[which] = &attribute;
                    any = true;
                    break;
                }
        }
    }

    // Whether the attribute tells anything of an element that is no block: what may hide it, or that it names who signs.
    bool tells_inside(unsigned which) const {
        if (!field[which]) return false;
        if (which == kClass || which == kStyle || which == kHidden) return true;
        return (which == kItemprop || which == kRel) && field[which]->value.find(kSigning) != std::string_view::npos;
    }
};

}  // namespace

std::uint32_t Ways::block(Tag tag, const Token& token) {
    Fields fields;
    fields.read(token);
    key_.assign(name_of(tag));
    if (fields.any)
        for (unsigned which = 0; which < kFields; ++which) {
            key_ += '\0';
            if (!fields.field[which]) continue;
            append_value(fields.field[which]->value, key_);
            if (which == kHidden && fields.field[which]->value.empty()) key_ += "hidden";
        }
    const std::uint32_t way = number();
    if (way == page_.looks.size()) {
        std::string look(name_of(tag));
        look += '\0';
        if (fields.field[kClass]) append_value(fields.field[kClass]->value, look);
        const auto fresh = static_cast<std::uint32_t>(kLooks + looks_.size());
        page_.looks.push_back(looks_.try_emplace(std::move(look), fresh).first->second);
    }
    return way;
}

std::uint32_t Ways::inside(const Token& token) {
    if (token.attributes.empty()) return kNone;
    Fields fields;
    fields.read(token);
    key_.clear();
    bool tells = false;
    for (unsigned which = 0; which < kFields; ++which) {
        key_ += '\0';
        if (!fields.tells_inside(which)) continue;
        tells = true;
        append_value(fields.field[which]->value, key_);
        if (which == kHidden && fields.field[which]->value.empty()) key_ += "hidden";
    }
    if (!tells) return kNone;
    const std::uint32_t way = number();
    if (way == page_.looks.size()) page_.looks.push_back(0);
    return way;
}

std::uint32_t Ways::number() {
    const auto found = numbers_.find(key_);
    if (found != numbers_.end()) return found->second;
    const auto fresh = static_cast<std::uint32_t>(page_.ways.size());
    page_.ways.push_back(key_);
    numbers_.emplace(page_.ways.back(), fresh);
    return fresh;
}

}  // namespace stemmata::markup
