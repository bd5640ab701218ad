// Text gathered into paragraphs: runs of white space become one space, as Python's str.split() knows white space.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stemmata::markup {

class Words {
public:
    explicit Words(std::string& out) : out_(out) {}

    // Adds text to the paragraph; gives its length without the white space at its ends, in code points.
    std::int64_t add(std::string_view text) {
        std::int64_t counted = 0, length = 0;  // code points since its first word began; up to the end of its last
        const auto* here = reinterpret_cast<const unsigned char*>(text.data());
        const auto* end = here + text.size();
        if (here < end) after_link_ = false;
        while (here < end) {
            if (const int space = space_at(here, end)) {
                here += space;
                gap_ = true;
                counted += counted > 0;
                continue;
            }
            const auto* start = here;
            std::int64_t points = 0;
            do {
                points += (*here & 0xC0) != 0x80;
                ++here;
            } while (here < end && (*here > 0x20 && *here < 0x80 ? true : !space_at(here, end)));
            if (gap_ && filled_) {
                out_ += ' ';
                ++count_;
            }
            gap_ = false;
            if (!filled_) start_ = count_;
            filled_ = true;
            out_.append(reinterpret_cast<const char*>(start), static_cast<std::size_t>(here - start));
            count_ += points;
            counted += points;
            length = counted;
        }
        return length;
    }

    void space() {
        gap_ = true;
        after_link_ = false;
    }

    // Two links with nothing between them are two words.
    void open_link() {
        if (after_link_) space();
    }
    void close_link() { after_link_ = true; }

    // Ends the paragraph; false if it holds nothing.
    bool end_paragraph() {
        gap_ = after_link_ = false;
        if (!filled_) return false;
        out_ += "\n\n";
        count_ += 2;
        filled_ = false;
        return true;
    }

    bool begun() const { return filled_; }

    // Give where the paragraph begins and ends, in code points.
    std::int64_t start() const { return start_; }
    std::int64_t end() const { return count_; }

    void finish() {
        if (!out_.empty()) out_.resize(out_.size() - 2);
    }

private:
    // Gives how many bytes of white space stand here, or 0.
    static int space_at(const unsigned char* here, const unsigned char* end) {
        const unsigned char first = *here;
        if (first <= 0x20) return first == ' ' || (first >= 9 && first <= 13) || first >= 0x1C ? 1 : 0;
        if (first < 0xC2 || first > 0xE3) return 0;
        const std::ptrdiff_t left = end - here;
        if (first == 0xC2) return left > 1 && (here[1] == 0x85 || here[1] == 0xA0) ? 2 : 0;
        if (left < 3) return 0;
        const unsigned code = (first & 0x0Fu) << 12 | (here[1] & 0x3Fu) << 6 | (here[2] & 0x3Fu);
        const bool space = code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
                           code == 0x202F || code == 0x205F || code == 0x3000;
        return first >= 0xE1 && space ? 3 : 0;
    }

    std::string& out_;
    std::int64_t count_ = 0;
    std::int64_t start_ = 0;
    bool gap_ = false, filled_ = false, after_link_ = false;
};

}  // namespace stemmata::markup
