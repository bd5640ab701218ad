// The names of HTML elements, and what the rules of tree construction need to know of each.
// Sources: WHATWG HTML, sections 13.1.2 and 13.2.4.2 (as of 2026); kBlock and kUnseen follow read/dom.py.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stemmata::markup {

enum Flag : std::uint32_t {
    kSpecial = 1,       // "special" in the standard
    kVoid = 2,          // never has an end tag
    kFormat = 4,        // reopened after a block that cuts it
    kClosesP = 8,       // its start ends an open paragraph
    kImplied = 16,      // ended by what follows
    kRaw = 32,          // holds text without tags
    kReferences = 64,   // raw, but character references count
    kScope = 128,       // what stands outside cannot be ended from inside
    kHead = 256,        // may stand in the head
    kBlock = 512,       // parts paragraphs
    kUnseen = 1024,     // never shown as text
    kEndsAlone = 2048,  // its end tag ends all within, if it is open
    kBreaksOut = 4096,  // ends an SVG picture or a formula
    kSoft = 8192,       // special, but a list item looks past it
    kMarker = 16384,    // formatting does not reach into or out of it
    kFormula = 32768,   // of MathML, not of SVG
};

// clang-format off
#define STEMMATA_TAGS(X) \
    X(a, kFormat) X(address, kSpecial|kClosesP|kBlock|kEndsAlone|kSoft) X(applet, kSpecial|kScope|kMarker) \
    X(area, kSpecial|kVoid) X(article, kSpecial|kClosesP|kBlock|kEndsAlone) X(aside, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(audio, kUnseen) X(b, kFormat|kBreaksOut) X(base, kSpecial|kVoid|kHead) X(basefont, kSpecial|kVoid|kHead) \
    X(bgsound, kSpecial|kVoid|kHead) X(big, kFormat|kBreaksOut) \
    X(blockquote, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) X(body, kSpecial|kBlock|kBreaksOut) \
    X(br, kSpecial|kVoid|kBreaksOut) X(button, kSpecial|kBlock|kEndsAlone) X(canvas, kUnseen) \
    X(caption, kSpecial|kScope|kBlock|kMarker) X(center, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) \
    X(code, kFormat|kBreaksOut) X(col, kSpecial|kVoid) X(colgroup, kSpecial) X(datalist, kUnseen) \
    X(dd, kSpecial|kImplied|kBlock|kBreaksOut) X(details, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(dialog, kSpecial|kClosesP|kBlock|kEndsAlone|kUnseen) X(dir, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(div, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut|kSoft) X(dl, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) \
    X(dt, kSpecial|kImplied|kBlock|kBreaksOut) X(em, kFormat|kBreaksOut) X(embed, kSpecial|kVoid|kBreaksOut) \
    X(fieldset, kSpecial|kClosesP|kBlock|kEndsAlone) X(figcaption, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(figure, kSpecial|kClosesP|kBlock|kEndsAlone) X(font, kFormat) X(footer, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(form, kSpecial|kBlock) X(frame, kSpecial|kVoid) X(frameset, kSpecial) \
    X(h1, kSpecial|kClosesP|kBlock|kBreaksOut) X(h2, kSpecial|kClosesP|kBlock|kBreaksOut) \
    X(h3, kSpecial|kClosesP|kBlock|kBreaksOut) X(h4, kSpecial|kClosesP|kBlock|kBreaksOut) \
    X(h5, kSpecial|kClosesP|kBlock|kBreaksOut) X(h6, kSpecial|kClosesP|kBlock|kBreaksOut) X(head, kSpecial|kBreaksOut) \
    X(header, kSpecial|kClosesP|kBlock|kEndsAlone) X(hgroup, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(hr, kSpecial|kVoid|kClosesP|kBreaksOut) X(html, kSpecial|kScope|kBlock) X(i, kFormat|kBreaksOut) \
    X(iframe, kSpecial|kRaw|kUnseen) X(img, kSpecial|kVoid|kBreaksOut) X(input, kSpecial|kVoid) X(keygen, kSpecial|kVoid) \
    X(label, kBlock) X(legend, kBlock) X(li, kSpecial|kImplied|kBlock|kBreaksOut) X(link, kSpecial|kVoid|kHead) \
    X(listing, kSpecial|kClosesP|kEndsAlone|kBreaksOut) X(main, kSpecial|kClosesP|kBlock|kEndsAlone) X(map, kUnseen) \
    X(marquee, kSpecial|kScope|kMarker) X(math, kUnseen) X(menu, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) \
    X(meta, kSpecial|kVoid|kHead|kBreaksOut) X(nav, kSpecial|kClosesP|kBlock|kEndsAlone) X(nobr, kFormat|kBreaksOut) \
    X(noembed, kSpecial|kRaw|kUnseen) X(noframes, kSpecial|kRaw|kHead|kUnseen) X(noscript, kSpecial|kHead|kUnseen) \
    X(object, kSpecial|kScope|kUnseen|kMarker) X(ol, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) \
    X(optgroup, kImplied) X(option, kImplied|kBlock) X(p, kSpecial|kClosesP|kImplied|kBlock|kBreaksOut) \
    X(param, kSpecial|kVoid) X(plaintext, kSpecial|kClosesP) X(pre, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) \
    X(rb, kImplied) X(rp, kImplied|kUnseen) X(rt, kImplied) X(rtc, kImplied) X(ruby, kBreaksOut) X(s, kFormat|kBreaksOut) \
    X(script, kSpecial|kRaw|kHead) X(search, kSpecial|kClosesP|kEndsAlone) \
    X(section, kSpecial|kClosesP|kBlock|kEndsAlone) X(select, kSpecial|kScope|kBlock|kEndsAlone|kUnseen) X(small, kFormat|kBreaksOut) \
    X(source, kSpecial|kVoid) X(span, kBreaksOut) X(strike, kFormat|kBreaksOut) X(strong, kFormat|kBreaksOut) \
    X(style, kSpecial|kRaw|kHead|kUnseen) X(sub, kBreaksOut) X(summary, kSpecial|kClosesP|kBlock|kEndsAlone) \
    X(sup, kBreaksOut) X(svg, kUnseen) X(table, kSpecial|kScope|kBlock|kBreaksOut) X(tbody, kSpecial|kBlock) \
    X(td, kSpecial|kScope|kBlock|kMarker) X(template_, kSpecial|kScope|kHead|kUnseen) \
    X(textarea, kSpecial|kRaw|kReferences|kUnseen) X(tfoot, kSpecial|kBlock) X(th, kSpecial|kScope|kBlock|kMarker) \
    X(thead, kSpecial|kBlock) X(time, 0) X(title, kSpecial|kRaw|kReferences|kHead) X(tr, kSpecial|kBlock) \
    X(track, kSpecial|kVoid) X(tt, kFormat|kBreaksOut) X(u, kFormat|kBreaksOut) X(ul, kSpecial|kClosesP|kBlock|kEndsAlone|kBreaksOut) \
    X(var, kBreaksOut) X(video, kUnseen) X(wbr, kSpecial|kVoid) X(xmp, kSpecial|kRaw|kClosesP) \
    X(foreignobject, 0) X(desc, 0) X(mi, 0) X(mo, 0) X(mn, 0) X(ms, 0) X(mtext, 0)
// clang-format on

using Tag = std::uint32_t;

namespace tag {
enum Known : Tag {
#define X(name, flags) name,
    STEMMATA_TAGS(X)
#undef X
        kKnown
};
}  // namespace tag

inline constexpr std::uint32_t kFlags[tag::kKnown] = {
#define X(name, flags) (flags),
    STEMMATA_TAGS(X)
#undef X
};

inline constexpr std::string_view kNames[tag::kKnown] = {
#define X(name, flags) std::string_view(#name),
    STEMMATA_TAGS(X)
#undef X
};

inline std::uint32_t flags_of(Tag tag) { return tag < tag::kKnown ? kFlags[tag] : 0; }

inline std::string_view name_of(Tag tag) {
    return tag == tag::template_ ? std::string_view("template") : kNames[tag];
}

// Gives the element of a lower-case name, or kKnown.
inline Tag known_tag(std::string_view name) {
    constexpr std::size_t kSlots = 1024;
    static const auto slot = [](std::string_view given) {
        std::uint32_t hash = 2166136261u;
        for (char unit : given) hash = (hash ^ static_cast<unsigned char>(unit)) * 16777619u;
        return static_cast<std::size_t>(hash ^ hash >> 15) % kSlots;
    };
    static const auto table = [] {
        std::array<std::uint16_t, kSlots> made;
        made.fill(tag::kKnown);
        for (Tag tag = 0; tag < tag::kKnown; ++tag) {
            std::size_t at = slot(name_of(tag));
            while (made[at] != tag::kKnown) at = (at + 1) % kSlots;
            made[at] = static_cast<std::uint16_t>(tag);
        }
        return made;
    }();
    if (name.size() > 13) return tag::kKnown;
    for (std::size_t at = slot(name); table[at] != tag::kKnown; at = (at + 1) % kSlots)
        if (name_of(table[at]) == name) return table[at];
    return tag::kKnown;
}

}  // namespace stemmata::markup
