#include "markup_sheet.hpp"

#include <algorithm>

#include "markup_nesting.hpp"
#include "markup_words.hpp"

namespace stemmata::markup {
namespace {

class Walk {
public:
    Walk(const Page& page, const std::vector<std::int64_t>& ways) : page_(page), ways_(ways), words_(sheet_.text) {
        sheet_.counts.resize(page.ways.size());
        open_.push_back({kNone, kNone, 0, 0, false});
    }

    Sheet read() {
        for (std::uint32_t number = 0; number < page_.events.size(); ++number) {
            const Event& event = page_.events[number];
            if (unseen_ == kNone) {
                take(event, number);
            } else if (event.kind == Event::Kind::open) {
                open_unseen(event, number);
            } else if (event.kind == Event::Kind::close) {
                close_unseen(event);
            }
        }
        flush();
        words_.finish();
        nesting_.homes(blocks_, sheet_.homes);
        sheet_.shapes = nesting_.shapes();
        return std::move(sheet_);
    }

private:
    struct Block {
        std::uint32_t event;
        Tag tag;
        std::int64_t traits;
        std::int32_t number;
        bool gone;
    };

    void take(const Event& event, std::uint32_t number) {
        switch (event.kind) {
            case Event::Kind::open: return open(event, number);
            case Event::Kind::close: return close(event);
            case Event::Kind::text: return text(event);
            case Event::Kind::line:
                if (++breaks_ > 1) flush();
                return words_.space();
            case Event::Kind::rule: return flush();
            case Event::Kind::meta: return sheet_.metas.push_back(event.first);
            case Event::Kind::link: return sheet_.links.push_back(event.first);
            case Event::Kind::title: return sheet_.titles.push_back(event.first);
            case Event::Kind::data: return sheet_.data.push_back(event.first);
            case Event::Kind::moment:
                return sheet_.moments.push_back({event.first, static_cast<std::int64_t>(sheet_.starts.size())});
        }
    }

    bool formats(std::uint32_t event) const { return flags_of(page_.events[event].tag) & kFormat; }

    // Something opens in an unseen part: it is seen where it was moved out of that, or where unseen formatting is cut.
    void open_unseen(const Event& event, std::uint32_t number) {
        if (event.second) leave(inside_, event.second, [](std::uint32_t one) { return one; });
        if (formats(unseen_) || formats(number)) {
            inside_.push_back(number);
        } else if (event.second && event.second <= unseen_) {
            inside_.push_back(number);
            see();
        }
    }

    // Ends the unseen part: what is still open was moved out of it, and opens now.
    void see() {
        unseen_ = kNone;
        std::vector<std::uint32_t> still;
        still.swap(inside_);
        for (std::uint32_t number : still)
            unseen_ == kNone ? open(page_.events[number], number) : open_unseen(page_.events[number], number);
    }

    // Forgets what was opened from an event on, but for formatting, which goes along with what is moved out.
    template <class Opened, class Number>
    void leave(std::vector<Opened>& opened, std::uint32_t event, Number number) const {
        const auto ended = [&](const Opened& one) { return number(one) >= event && !formats(number(one)); };
        const auto from = std::partition_point(opened.begin(), opened.end(), [&](const Opened& one) { return number(one) < event; });
        opened.erase(std::remove_if(from, opened.end(), ended), opened.end());
    }

    void close_unseen(const Event& event) {
        if (event.first < unseen_) return close(event);
        if (event.first == unseen_) return see();
        const auto found = std::lower_bound(inside_.begin(), inside_.end(), event.first);
        if (found != inside_.end() && *found == event.first) inside_.erase(found);
    }

    // Ends what was opened from an event on: what opens next was moved out of it.
    void end_from(std::uint32_t event) {
        flush();
        while (open_.size() > 1 && open_.back().event >= event) open_.pop_back();
        leave(signing_, event, [](const auto& signer) { return signer.first; });
    }

    void open(const Event& event, std::uint32_t number) {
        if (event.second) end_from(event.second);
        const bool block = flags_of(event.tag) & kBlock;
        if (block) {
            breaks_ = 0;
            flush();
        }
        const std::int64_t traits = event.first == kNone ? 0 : ways_[event.first];
        if (event.first != kNone && block) ++sheet_.counts[event.first];
        if (traits < 0 || (flags_of(event.tag) & kUnseen)) {
            unseen_ = number;
        } else if (block) {
            const Block& around = open_.back();
            open_.push_back({number, event.tag, around.traits | traits, nesting_.open(event.tag, around.number, look_of(event)), false});
        } else {
            if (event.tag == tag::a) {
                links_.push_back(number);
                words_.open_link();
            }
            if (traits > 0 && sheet_.signers.size() < kSigners && signing_.size() < kReach)
                signing_.push_back({number, words_.end()});
        }
    }

    std::uint32_t look_of(const Event& event) const {
        return event.first == kNone ? event.tag == tag::body : page_.looks[event.first];
    }

    void close(const Event& event) {
        if (!signing_.empty() && signing_.back().first == event.first) {
            sign(signing_.back().second);
            signing_.pop_back();
        }
        if (event.tag == tag::a) {
            const auto reach = links_.rbegin() + static_cast<std::ptrdiff_t>(std::min(links_.size(), kReach));
            const auto link = std::find(links_.rbegin(), reach, event.first);
            if (link == reach) return;
            links_.erase(std::next(link).base());
            words_.close_link();
        } else if (flags_of(event.tag) & kBlock) {
            breaks_ = 0;
            flush();
            end_block(event.first);
        }
    }

    // Notes where an element stands that says who signs; it ends with its paragraph.
    void sign(std::int64_t start) {
        if (words_.end() > start) sheet_.signers.push_back({start, words_.end()});
    }

    // Takes a block off the stack, from its middle if formatting was cut there.
    void end_block(std::uint32_t event) {
        for (std::size_t at = open_.size(), seen = 0; at > 1 && seen < kReach; --at, ++seen) {
            if (open_[at - 1].event != event) continue;
            open_[at - 1].gone = true;
            while (open_.size() > 1 && open_.back().gone) open_.pop_back();
            return;
        }
    }

    void text(const Event& event) {
        const std::int64_t length = words_.add({page_.text.data() + event.first, event.second});
        if (length > 0) breaks_ = 0;
        if (!links_.empty()) linked_ += length;
    }

    void flush() {
        const std::int64_t end = words_.end();
        if (words_.begun()) {
            for (const auto& signer : signing_) sign(signer.second);
            signing_.clear();
        }
        if (words_.end_paragraph()) {
            sheet_.starts.push_back(words_.start());
            sheet_.ends.push_back(end);
            sheet_.linked.push_back(linked_);
            sheet_.tags.push_back(open_.back().tag);
            sheet_.traits.push_back(open_.back().traits);
            blocks_.push_back(open_.back().number);
        }
        linked_ = 0;
    }

    static constexpr std::size_t kSigners = 64;  // elements that sign, at most: more are a list of people
    static constexpr std::size_t kReach = 64;  // blocks or links looked through for one that ends out of turn

    const Page& page_;
    const std::vector<std::int64_t>& ways_;
    Sheet sheet_;
    Words words_;
    Nesting nesting_;
    std::vector<Block> open_;
    std::vector<std::int32_t> blocks_;
    std::uint32_t unseen_ = kNone;
    std::vector<std::uint32_t> inside_;  // what is open in unseen formatting
    std::vector<std::uint32_t> links_;  // the events that opened them; the standard allows one, cells and the like aside
    std::vector<std::pair<std::uint32_t, std::int64_t>> signing_;  // open elements that sign: event, and where they begin
    std::int64_t linked_ = 0, breaks_ = 0;
};

}  // namespace

Sheet lay_out(const Page& page, const std::vector<std::int64_t>& ways) { return Walk(page, ways).read(); }

}  // namespace stemmata::markup
