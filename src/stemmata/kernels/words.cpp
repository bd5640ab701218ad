#include "words.hpp"

#include <vector>

#include "ascii_words.hpp"
#include "letters.hpp"
#include "mixing.hpp"
#include "readers.hpp"

namespace stemmata {
namespace {

// English news has a word every six characters; a wrong guess costs a move of the columns.
constexpr std::size_t kUnitsPerWord = 6;

constexpr std::size_t kLooked = 256;        // units looked at to tell whether a text is mostly ASCII
constexpr std::size_t kMostKept = 1 << 20;  // bytes kept from text to text

// The word being read. `waiting` holds an apostrophe or point until what follows shows that it is inside.
class Word {
public:
    explicit Word(TokenColumns& columns) : columns_(columns) {}

    void add(const Letter& letter, std::int32_t place) {
        switch (letter.kind()) {
            case kLetter:
            case kDigit:
                if (last_ != letter.kind() && (last_ == kSolo || waiting_ != 0)) close();
                extend(letter, place);
                break;
            case kSolo:
                close();
                extend(letter, place);
                break;
            case kMark:
                if (waiting_ != 0) close();
                if (last_ != kOther) take(letter, place);
                break;
            case kApostrophe:
                wait(kLetter, '\'');
                break;
            case kPoint:
                wait(kDigit, letter.code);
                break;
            default:  // kSkip
                break;
        }
    }

    // Reads on through letters, the bulk of any text; the latest letter was added just before.
    template <class Reader>
    std::int32_t run(Reader& reader, std::int32_t place) {
        Mixer mixer = mixer_;
        for (auto mark = reader.mark(); reader.more(); mark = reader.mark(), ++place) {
            const Letter here = letter(reader.next());
            if (here.kind() != kLetter) {
                reader.back_to(mark);
                break;
            }
            here.mix(mixer);
        }
        mixer_ = mixer;
        end_ = place;
        return place;
    }

    void close() {
        if (last_ == kOther) return;
        columns_.make_room(1);
        columns_.put(mixer_.value(), start_, end_);
        last_ = kOther;
        waiting_ = 0;
    }

private:
    void extend(const Letter& letter, std::int32_t place) {
        if (last_ == kOther) {
            start_ = place;
            mixer_ = Mixer();
        } else if (waiting_ != 0) {
            mixer_.add(waiting_);
            waiting_ = 0;
        }
        last_ = letter.kind();
        take(letter, place);
    }

    void take(const Letter& letter, std::int32_t place) {
        letter.mix(mixer_);
        end_ = place + 1;
    }

    void wait(Kind inside, std::uint32_t code) {
        if (last_ == inside && waiting_ == 0)
            waiting_ = code;
        else
            close();
    }

    TokenColumns& columns_;
    Mixer mixer_;
    std::int32_t start_ = 0;
    std::int32_t end_ = 0;
    Kind last_ = kOther;  // the latest letter, digit or solo of the open word; kOther when none is open
    std::uint32_t waiting_ = 0;
};

template <class Reader>
void hurry(Reader& reader, std::int32_t& place, TokenColumns& columns) {
    const std::uint8_t* here = reader.bytes();
    const std::uint8_t* there = ascii_words(here, reader.end(), place, columns);
    place += static_cast<std::int32_t>(there - here);
    reader.move_to(there);
}

// Reads a text, by the fast way wherever it is plain ASCII.
template <class Reader>
void read_words(Reader reader, TokenColumns& columns) {
    Word word(columns);
    std::int32_t place = 0;
    if constexpr (Reader::kHurries) hurry(reader, place, columns);
    bool odd = false;  // whether anything but ASCII came since we last hurried
    while (reader.more()) {
        const Letter here = letter(reader.next());
        ++place;
        if (here.kind() != kOther) {
            word.add(here, place - 1);
            odd = odd || here.code >= 0x80;
            if (here.kind() == kLetter) {
                const std::int32_t there = word.run(reader, place);
                odd = odd || there != place;
                place = there;
            }
            continue;
        }
        word.close();
        if constexpr (Reader::kHurries) {
            odd = odd || here.code >= 0x80;
            if (odd && reader.plain_ahead()) {
                hurry(reader, place, columns);
                odd = false;
            }
        }
    }
    word.close();
}

// Whether the beginning of a text is mostly ASCII, so that a shadow pays.
template <class Unit>
bool mostly_plain(const Text& text) {
    const auto* units = static_cast<const Unit*>(text.start);
    const std::size_t looked = text.length < kLooked ? text.length : kLooked;
    std::size_t plain = 0;
    for (std::size_t place = 0; place < looked; ++place) plain += units[place] < 0x80;
    return 10 * plain >= 9 * looked;
}

template <class Unit>
void read_units(const Text& text, TokenColumns& columns) {
    static thread_local std::vector<std::uint8_t> shadow;
    if (!mostly_plain<Unit>(text)) return read_words(UnitReader<Unit>(text.start, text.length), columns);
    read_words(ShadowReader<Unit>(text.start, text.length, shadow), columns);
    if (shadow.capacity() > kMostKept) std::vector<std::uint8_t>().swap(shadow);
}

}  // namespace

TokenColumns::TokenColumns(std::size_t texts, std::size_t units)
    : rows(texts + 1), hashes(units / kUnitsPerWord), starts(units / kUnitsPerWord), ends(units / kUnitsPerWord) {
    rows.push(0);
}

void add_words(const Text& text, TokenColumns& columns) {
    switch (text.form) {
        case Text::Form::utf8:
            read_words(Utf8Reader(text.start, text.length), columns);
            break;
        case Text::Form::one_byte:
            read_words(ByteReader(text.start, text.length), columns);
            break;
        case Text::Form::two_bytes:
            read_units<std::uint16_t>(text, columns);
            break;
        case Text::Form::four_bytes:
            read_units<std::uint32_t>(text, columns);
            break;
    }
    columns.rows.push(static_cast<std::int64_t>(columns.hashes.size()));
}

}  // namespace stemmata
