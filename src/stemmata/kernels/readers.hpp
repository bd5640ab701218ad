// Ways to read a text code point by code point: UTF-8 bytes, or the units a Python string is stored in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace stemmata {

// Whether the next eight bytes are there and all ASCII.
inline bool plain_ahead(const std::uint8_t* here, const std::uint8_t* end) {
    std::uint64_t bytes;
    if (end - here < 8) return false;
    std::memcpy(&bytes, here, 8);
    return (bytes & 0x8080808080808080u) == 0;
}

template <class Unit>
class UnitReader {
public:
    static constexpr bool kHurries = false;

    UnitReader(const void* text, std::size_t length)
        : here_(static_cast<const Unit*>(text)), end_(here_ + length) {}

    bool more() const { return here_ < end_; }
    std::uint32_t next() { return *here_++; }

    const Unit* here() const { return here_; }
    const Unit* end() const { return end_; }
    void move_to(const Unit* here) { here_ = here; }
    const Unit* mark() const { return here_; }
    void back_to(const Unit* mark) { here_ = mark; }

private:
    const Unit* here_;
    const Unit* end_;
};

// A text of units with a shadow of bytes: those of ASCII as they are, any other as one that is none.
template <class Unit>
class ShadowReader {
public:
    static constexpr bool kHurries = true;

    ShadowReader(const void* text, std::size_t length, std::vector<std::uint8_t>& shadow)
        : units_(text, length), start_(static_cast<const Unit*>(text)) {
        shadow.resize(length);
        for (std::size_t place = 0; place < length; ++place)
            shadow[place] = start_[place] < 0x80 ? static_cast<std::uint8_t>(start_[place]) : 0xFF;
        shadow_ = shadow.data();
    }

    bool more() const { return units_.more(); }
    std::uint32_t next() { return units_.next(); }
    const std::uint8_t* bytes() const { return shadow_ + (units_.here() - start_); }
    const std::uint8_t* end() const { return shadow_ + (units_.end() - start_); }
    void move_to(const std::uint8_t* here) { units_.move_to(start_ + (here - shadow_)); }
    const Unit* mark() const { return units_.here(); }
    void back_to(const Unit* mark) { units_.move_to(mark); }
    bool plain_ahead() const { return stemmata::plain_ahead(bytes(), end()); }

private:
    UnitReader<Unit> units_;
    const Unit* start_;
    const std::uint8_t* shadow_;
};

// One byte a unit needs no shadow.
class ByteReader : public UnitReader<std::uint8_t> {
public:
    static constexpr bool kHurries = true;

    using UnitReader<std::uint8_t>::UnitReader;
    const std::uint8_t* bytes() const { return here(); }
    bool plain_ahead() const { return stemmata::plain_ahead(here(), end()); }
};

// Surrogates are read as themselves; a byte that begins no other well-formed sequence as U+FFFD.
class Utf8Reader {
public:
    static constexpr bool kHurries = true;

    Utf8Reader(const void* text, std::size_t length)
        : here_(static_cast<const std::uint8_t*>(text)), end_(here_ + length) {}

    bool more() const { return here_ < end_; }

    const std::uint8_t* bytes() const { return here_; }
    const std::uint8_t* end() const { return end_; }
    void move_to(const std::uint8_t* here) { here_ = here; }
    const std::uint8_t* mark() const { return here_; }
    void back_to(const std::uint8_t* mark) { here_ = mark; }
    bool plain_ahead() const { return stemmata::plain_ahead(here_, end_); }

    std::uint32_t next() {
        const std::uint32_t first = *here_++;
        return first < 0x80 ? first : rest(first);
    }

private:
    static constexpr std::uint32_t kReplacement = 0xFFFD;

    bool follows(std::ptrdiff_t place, std::uint32_t least = 0x80, std::uint32_t most = 0xBF) const {
        return place < end_ - here_ && here_[place] >= least && here_[place] <= most;
    }

    std::uint32_t rest(std::uint32_t first) {
        if (first >= 0xC2 && first <= 0xDF && follows(0)) return take(first & 0x1F, 1);
        if (first >= 0xE0 && first <= 0xEF && follows(0, first == 0xE0 ? 0xA0 : 0x80) && follows(1))
            return take(first & 0x0F, 2);
        if (first >= 0xF0 && first <= 0xF4 &&
            follows(0, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(1) && follows(2))
            return take(first & 0x07, 3);
        return kReplacement;
    }

    std::uint32_t take(std::uint32_t code, int bytes) {
        for (; bytes > 0; --bytes) code = code << 6 | (*here_++ & 0x3F);
        return code;
    }

    const std::uint8_t* here_;
    const std::uint8_t* end_;
};

}  // namespace stemmata
