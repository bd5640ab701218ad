#include "ascii_words.hpp"

#include <cstring>

#include "clones.hpp"
#include "mixing.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Helpers of a function with clones must be part of each clone.
#if defined(__GNUC__)
#define STEMMATA_INLINE [[gnu::always_inline]] inline
#else
#define STEMMATA_INLINE inline
#endif

namespace stemmata {
namespace {

constexpr std::size_t kBlock = 64;

// One bit for each byte of a block.
struct Masks {
    std::uint64_t letters = 0, digits = 0, apostrophes = 0, points = 0, high = 0;
};

#if defined(__SSE2__)
STEMMATA_INLINE std::uint64_t bits(__m128i found) { return static_cast<std::uint32_t>(_mm_movemask_epi8(found)); }

// Bytes from `first` to `first + count - 1`.
STEMMATA_INLINE __m128i within(__m128i bytes, char first, int count) {
    const __m128i moved = _mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(0x80 - first)));
    return _mm_cmplt_epi8(moved, _mm_set1_epi8(static_cast<char>(0x80 + count)));
}

STEMMATA_INLINE Masks read_block(const std::uint8_t* block) {
    Masks masks;
    for (unsigned part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block) + part);
        const unsigned shift = part * 16;
        masks.letters |= bits(within(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26)) << shift;
        masks.digits |= bits(within(bytes, '0', 10)) << shift;
        masks.apostrophes |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\''))) << shift;
        masks.points |= bits(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')),
                                          _mm_cmpeq_epi8(bytes, _mm_set1_epi8(','))))
                        << shift;
        masks.high |= bits(bytes) << shift;
    }
    return masks;
}
#else
STEMMATA_INLINE Masks read_block(const std::uint8_t* block) {
    Masks masks;
    for (unsigned place = 0; place < kBlock; ++place) {
        const std::uint32_t byte = block[place];
        masks.letters |= std::uint64_t{(byte | 0x20) - 'a' < 26u} << place;
        masks.digits |= std::uint64_t{byte - '0' < 10u} << place;
        masks.apostrophes |= std::uint64_t{byte == '\''} << place;
        masks.points |= std::uint64_t{byte == '.' || byte == ','} << place;
        masks.high |= std::uint64_t{byte >> 7} << place;
    }
    return masks;
}
#endif

STEMMATA_INLINE bool is_letter(std::uint8_t byte) { return (byte | 0x20u) - 'a' < 26u; }
STEMMATA_INLINE bool is_digit(std::uint8_t byte) { return byte - std::uint32_t{'0'} < 10u; }

STEMMATA_INLINE std::uint64_t load(const std::uint8_t* from) {
    std::uint64_t chunk;
    std::memcpy(&chunk, from, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    chunk = __builtin_bswap64(chunk);
#endif
    return chunk;
}

// Letters, digits, apostrophes and points alike are folded by setting one bit.
constexpr std::uint64_t kFold = 0x2020202020202020u;

STEMMATA_INLINE std::uint64_t hash(const std::uint8_t* word, std::size_t length, const std::uint8_t* end) {
    std::uint64_t state = kStart;
    for (; length > 8; word += 8, length -= 8) state = step(state, load(word) | kFold);
    const std::uint64_t mask = ~std::uint64_t{0} >> (64 - 8 * length);
    if (end - word >= 8) return finish(step(state, (load(word) | kFold) & mask));
    std::uint8_t last[8] = {};
    std::memcpy(last, word, length);
    return finish(step(state, (load(last) | kFold) & mask));
}

STEMMATA_INLINE unsigned lowest(std::uint64_t mask) { return static_cast<unsigned>(__builtin_ctzll(mask)); }
STEMMATA_INLINE std::int32_t take_lowest(std::uint64_t& mask) {
    const auto bit = static_cast<std::int32_t>(lowest(mask));
    mask &= mask - 1;
    return bit;
}

STEMMATA_INLINE unsigned highest(std::uint64_t mask) { return 63u - static_cast<unsigned>(__builtin_clzll(mask)); }
STEMMATA_INLINE std::uint64_t below(unsigned bit) { return bit >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bit) - 1; }

}  // namespace

STEMMATA_CLONES
const std::uint8_t* ascii_words(const std::uint8_t* here, const std::uint8_t* end, std::int32_t place,
                                TokenColumns& columns) {
    const std::uint8_t* const first = here;
    const std::uint8_t* open = nullptr;  // where the word begins that the last block ended in
    std::uint64_t letter_before = 0, digit_before = 0;
    std::uint8_t tail[kBlock];
    for (const std::uint8_t* block = here; block < end; block += kBlock) {
        const bool whole = end - block >= static_cast<std::ptrdiff_t>(kBlock);
        if (!whole) {
            std::memset(tail, 0, kBlock);
            std::memcpy(tail, block, static_cast<std::size_t>(end - block));
        }
        const Masks masks = read_block(whole ? block : tail);
        const std::uint8_t next = end - block > static_cast<std::ptrdiff_t>(kBlock) ? block[kBlock] : 0;
        const std::uint64_t letter_after = masks.letters >> 1 | std::uint64_t{is_letter(next)} << 63;
        const std::uint64_t digit_after = masks.digits >> 1 | std::uint64_t{is_digit(next)} << 63;
        const std::uint64_t inside =
            masks.letters | masks.digits |
            (masks.apostrophes & (masks.letters << 1 | letter_before) & letter_after) |
            (masks.points & (masks.digits << 1 | digit_before) & digit_after);
        const std::uint64_t before = inside << 1 | std::uint64_t{open != nullptr};
        std::uint64_t ends = ~inside & before;
        std::uint64_t starts = inside & ~before;

        const unsigned limit = masks.high ? lowest(masks.high) : next >= 0x80 ? 64 : 65;
        const std::uint8_t* stop = nullptr;
        if (limit < 65) {  // something else follows: keep only what ends before the last plain gap
            const std::uint64_t gaps =
                ~(masks.letters | masks.digits | masks.apostrophes | masks.points | masks.high) & below(limit);
            stop = gaps ? block + highest(gaps) : open != nullptr ? open : block;
            ends &= gaps ? below(highest(gaps) + 1) : 0;
        }
        if (ends != 0) {
            columns.make_room(kBlock / 2 + 1);
            const std::int32_t origin = place + static_cast<std::int32_t>(block - first);
            std::int32_t word = open != nullptr ? static_cast<std::int32_t>(open - block) : take_lowest(starts);
            open = nullptr;
            std::size_t count = 0;
            std::uint64_t* const hashes = columns.hashes.data() + columns.hashes.size();
            std::int32_t* const words = columns.starts.data() + columns.starts.size();
            std::int32_t* const word_ends = columns.ends.data() + columns.ends.size();
            for (;;) {
                const std::int32_t word_end = take_lowest(ends);
                hashes[count] = hash(block + word, static_cast<std::size_t>(word_end - word), end);
                words[count] = origin + word;
                word_ends[count++] = origin + word_end;
                if (ends == 0) break;
                word = take_lowest(starts);
            }
            columns.grown(count);
        }
        if (stop != nullptr) return stop;
        if (starts != 0) open = block + lowest(starts);
        letter_before = masks.letters >> 63;
        digit_before = masks.digits >> 63;
    }
    if (open != nullptr) {
        columns.make_room(1);
        columns.put(hash(open, static_cast<std::size_t>(end - open), end),
                    place + static_cast<std::int32_t>(open - first),
                    place + static_cast<std::int32_t>(end - first));
    }
    return end;
}

}  // namespace stemmata
