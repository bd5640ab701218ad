#include "words.hpp"

#include "letters.hpp"
#include "mixing.hpp"
#include "readers.hpp"

namespace stemmata {
namespace {

// English news has a word every six characters; a wrong guess costs a move of the columns.
constexpr std::size_t kUnitsPerWord = 6;

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

    // Reads on through ASCII letters, the bulk of most news; the latest letter was added just before.
    template <class Reader>
    std::int32_t run(Reader& reader, std::int32_t place) {
        std::uint64_t state = state_;
        for (std::uint32_t code; (code = reader.ascii_letter()) != 0; ++place) {
            state = step(state, code);
            reader.next();
        }
        state_ = state;
        end_ = place;
        return place;
    }

    void close() {
        if (last_ == kOther) return;
        columns_.hashes.push(finish(state_));
        columns_.starts.push(start_);
        columns_.ends.push(end_);
        last_ = kOther;
        waiting_ = 0;
    }

private:
    void extend(const Letter& letter, std::int32_t place) {
        if (last_ == kOther) {
            start_ = place;
            state_ = kStart;
        } else if (waiting_ != 0) {
            state_ = step(state_, waiting_);
            waiting_ = 0;
        }
        last_ = letter.kind();
        take(letter, place);
    }

    void take(const Letter& letter, std::int32_t place) {
        state_ = letter.mix(state_);
        end_ = place + 1;
    }

    void wait(Kind inside, std::uint32_t code) {
        if (last_ == inside && waiting_ == 0)
            waiting_ = code;
        else
            close();
    }

    TokenColumns& columns_;
    std::uint64_t state_ = kStart;
    std::int32_t start_ = 0;
    std::int32_t end_ = 0;
    Kind last_ = kOther;  // the latest letter, digit or solo of the open word; kOther when none is open
    std::uint32_t waiting_ = 0;
};

template <class Reader>
void read_words(Reader reader, TokenColumns& columns) {
    Word word(columns);
    for (std::int32_t place = 0; reader.more();) {
        const Letter here = letter(reader.next());
        ++place;
        if (here.kind() == kOther) {  // a space, most often: kept out of the switch, which is slower
            word.close();
            continue;
        }
        word.add(here, place - 1);
        if (here.kind() == kLetter) place = word.run(reader, place);
    }
    word.close();
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
            read_words(UnitReader<std::uint8_t>(text.start, text.length), columns);
            break;
        case Text::Form::two_bytes:
            read_words(UnitReader<std::uint16_t>(text.start, text.length), columns);
            break;
        case Text::Form::four_bytes:
            read_words(UnitReader<std::uint32_t>(text.start, text.length), columns);
            break;
    }
    columns.rows.push(static_cast<std::int64_t>(columns.hashes.size()));
}

}  // namespace stemmata
