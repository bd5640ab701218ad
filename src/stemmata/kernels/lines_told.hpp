// Finds in the paragraphs of a page what its head promises, and where the page speaks of itself.
#pragma once

#include "lines_finder.hpp"
#include "lines_page.hpp"

namespace stemmata::lines {

constexpr std::size_t kPromisedColumns = 13, kTalkColumns = 9, kTextTalkColumns = 6;

// What a head says of its story, in lower case, white space evened: what it calls it, its summary, its text.
struct Promise {
    std::vector<Wide> titles;
    Wide summary, story;
};

void measure_promised(const LinePage& page, const Meaning& meaning, const Promise& promise, Place place);

// Where a page speaks: `speech` counts addresses, the reader and the makers, `named` the site and who signs.
void measure_talk(const LinePage& page, const Finder& speech, const Finder& named, Place place);

// The same of a plain text, which names nobody.
void measure_text_talk(const LinePage& page, const Finder& speech, Place place);

}  // namespace stemmata::lines
