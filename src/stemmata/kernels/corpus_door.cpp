// The door to alignment and to copies among many texts: arrays in, arrays out, the GIL released while they run.
#include "corpus_door.hpp"

#include <nanobind/ndarray.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "column.hpp"
#include "corpus.hpp"
#include "winnow.hpp"

namespace nb = nanobind;

namespace stemmata {
namespace {

template <class Value>
using Given = nb::ndarray<const Value, nb::ndim<1>, nb::c_contig, nb::device::cpu>;
using Chunk = std::pair<Given<std::uint8_t>, Given<std::int64_t>>;

template <class Value>
nb::object to_numpy(Column<Value>& column) {
    const std::size_t count = column.size();
    Value* values = column.release();
    nb::capsule owner(values, [](void* memory) noexcept { std::free(memory); });
    return nb::cast(nb::ndarray<nb::numpy, Value>(values, {count}, owner));
}

template <class Value, class From, class Pick>
nb::object picked(const std::vector<From>& rows, Pick pick) {
    Column<Value> column(rows.size());
    for (const From& row : rows) column.put(pick(row));
    return to_numpy(column);
}

void check_rows(const Given<std::int64_t>& rows, std::size_t held) {
    const std::int64_t *first = rows.data(), *last = first + rows.size();
    if (first == last || *first < 0 || !std::is_sorted(first, last) || static_cast<std::size_t>(*(last - 1)) > held)
        throw nb::value_error("rows must rise within what they divide");
}

nb::tuple winnowed(Given<std::int64_t> rows, Given<std::uint64_t> hashes, std::size_t window) {
    check_rows(rows, hashes.size());
    if (window == 0) throw nb::value_error("window must be 1 or more");
    Column<std::int64_t> new_rows(rows.size());
    Column<std::uint64_t> kept(hashes.size() / window + 1);
    {
        nb::gil_scoped_release released;
        new_rows.push(0);
        for (std::size_t text = 1; text < rows.size(); ++text) {
            const std::uint64_t* first = hashes.data() + rows.data()[text - 1];
            winnow(first, static_cast<std::size_t>(rows.data()[text] - rows.data()[text - 1]), window,
                   [&](std::size_t place) { kept.push(first[place]); });
            new_rows.push(static_cast<std::int64_t>(kept.size()));
        }
    }
    return nb::make_tuple(to_numpy(new_rows), to_numpy(kept));
}

AlignRules align_rules(std::int32_t seed, std::int32_t repeats, std::int32_t gap) {
    if (seed < 1 || repeats < 1 || gap < 0) throw nb::value_error("seed and repeats must be 1 or more, gap 0 or more");
    return {seed, repeats, gap};
}

// Paragraphs may be empty: then no text has any.
nb::tuple align(Given<std::int64_t> rows, Given<std::uint64_t> words, Given<std::int32_t> paragraphs,
                Given<std::int64_t> lefts, Given<std::int64_t> rights, std::int32_t seed, std::int32_t repeats,
                std::int32_t gap, double near, double revised) {
    check_rows(rows, words.size());
    const AlignRules rules = align_rules(seed, repeats, gap);
    const auto texts = static_cast<std::int64_t>(rows.size()) - 1;
    const auto known = [&](std::int64_t text) { return text >= 0 && text < texts; };
    if (lefts.size() != rights.size() || !std::all_of(lefts.data(), lefts.data() + lefts.size(), known) ||
        !std::all_of(rights.data(), rights.data() + rights.size(), known) ||
        (paragraphs.size() != 0 && paragraphs.size() != words.size()))
        throw nb::value_error("pairs must name texts, and paragraphs each word's");
    Column<std::int64_t> pair_of, firsts;
    Column<std::int32_t> left, right, length;
    Column<std::uint8_t> kinds;
    {
        nb::gil_scoped_release released;
        Aligner aligner(rules);
        const auto row = [&](std::int64_t text) {
            const std::int64_t first = rows.data()[text];
            return Row{words.data() + first, static_cast<std::size_t>(rows.data()[text + 1] - first),
                       paragraphs.size() == 0 ? nullptr : paragraphs.data() + first};
        };
        for (std::size_t pair = 0; pair < lefts.size(); ++pair) {
            if (pair == 0 || lefts.data()[pair] != lefts.data()[pair - 1]) aligner.set_left(row(lefts.data()[pair]));
            aligner.align(row(rights.data()[pair]));
            for (std::size_t stretch = 0; stretch < aligner.stretches(); ++stretch) {
                pair_of.push(static_cast<std::int64_t>(pair));
                firsts.push(static_cast<std::int64_t>(left.size()));
                kinds.push(aligner.likeness(stretch, {near, revised}));
                for (std::size_t run = aligner.firsts[stretch]; run < aligner.firsts[stretch + 1]; ++run) {
                    left.push(aligner.runs[run].left);
                    right.push(aligner.runs[run].right);
                    length.push(aligner.runs[run].length);
                }
            }
        }
        firsts.push(static_cast<std::int64_t>(left.size()));
    }
    return nb::make_tuple(to_numpy(pair_of), to_numpy(firsts), to_numpy(kinds), to_numpy(left), to_numpy(right),
                          to_numpy(length));
}

std::vector<Text> texts_of(const std::vector<Chunk>& chunks) {
    std::vector<Text> texts;
    for (const auto& [data, bounds] : chunks) {
        check_rows(bounds, data.size());
        for (std::size_t text = 1; text < bounds.size(); ++text) {
            const std::int64_t here = bounds.data()[text - 1], there = bounds.data()[text];
            texts.push_back({data.data() + here, static_cast<std::size_t>(there - here), Text::Form::utf8});
        }
    }
    if (texts.size() >= std::size_t{1} << 28) throw nb::value_error("too many texts");
    return texts;
}

std::vector<Chunk> chunks_of(nb::handle given) {
    std::vector<Chunk> chunks;
    for (nb::handle one : nb::tuple(given)) {
        const nb::tuple both(one);
        chunks.emplace_back(nb::cast<Given<std::uint8_t>>(both[0]), nb::cast<Given<std::int64_t>>(both[1]));
    }
    return chunks;
}

nb::tuple pairs_of_texts(nb::handle given, std::size_t width, std::size_t window, std::size_t most, unsigned threads) {
    if (width == 0 || window == 0 || threads == 0) throw nb::value_error("width, window and threads must be 1 or more");
    const std::vector<Chunk> chunks = chunks_of(given);
    Pairs found;
    {
        nb::gil_scoped_release released;
        found = find_pairs(texts_of(chunks), {width, window, most}, threads);
    }
    return nb::make_tuple(picked<std::uint32_t>(found.both, [](std::uint64_t two) { return static_cast<std::uint32_t>(two >> 32); }),
                          picked<std::uint32_t>(found.both, [](std::uint64_t two) { return static_cast<std::uint32_t>(two); }),
                          found.crowded);
}

nb::tuple copies_of_texts(nb::handle given, Given<std::uint32_t> lefts, Given<std::uint32_t> rights, std::int32_t seed,
                          std::int32_t repeats, std::int32_t gap, double near, double revised, std::int32_t fewest,
                          unsigned threads) {
    const AlignRules rules = align_rules(seed, repeats, gap);
    if (lefts.size() != rights.size() || threads == 0) throw nb::value_error("as many lefts as rights, a thread at least");
    const std::vector<Chunk> chunks = chunks_of(given);
    std::vector<Copy> found;
    {
        nb::gil_scoped_release released;
        const std::vector<Text> texts = texts_of(chunks);
        std::vector<std::uint64_t> pairs(lefts.size());
        for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
            if (lefts.data()[pair] >= texts.size() || rights.data()[pair] >= texts.size())
                throw nb::value_error("pairs must name texts");
            pairs[pair] = std::uint64_t{lefts.data()[pair]} << 32 | rights.data()[pair];
        }
        found = find_copies(texts, pairs, rules, {near, revised}, fewest, threads);
    }
    return nb::make_tuple(picked<std::uint32_t>(found, [](const Copy& one) { return one.left; }),
                          picked<std::uint32_t>(found, [](const Copy& one) { return one.right; }),
                          picked<std::int32_t>(found, [](const Copy& one) { return one.left_start; }),
                          picked<std::int32_t>(found, [](const Copy& one) { return one.left_end; }),
                          picked<std::int32_t>(found, [](const Copy& one) { return one.right_start; }),
                          picked<std::int32_t>(found, [](const Copy& one) { return one.right_end; }),
                          picked<std::int32_t>(found, [](const Copy& one) { return one.matched; }),
                          picked<std::uint8_t>(found, [](const Copy& one) { return one.likeness; }));
}

}  // namespace

void open_corpus_door(nb::module_& module) {
    module.def("winnow", &winnowed);
    module.def("align", &align);
    module.def("find_pairs", &pairs_of_texts);
    module.def("find_copies", &copies_of_texts);
}

}  // namespace stemmata
