// A walk over JSON text (RFC 8259, without blanks) that stops at the members it is asked for.
#include "verify/explanation_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace afletter::verify {

namespace {

class Walk {
  public:
    explicit Walk(std::string_view text) : text_(text) {}

    // Calls `member` with each key; it must read or skip the value.
    template <class Member>
    void object(const Member& member) {
        sequence('{', '}', [&] {
            const std::string_view key = string();
            need(':');
            member(key);
        });
    }

    // Calls `element` with each place, from 0; it must read or skip the value.
    template <class Element>
    void array(const Element& element) {
        std::size_t place = 0;
        sequence('[', ']', [&] { element(place++); });
    }

    std::int64_t number() {
        std::int64_t number = 0;
        const char* const begin = text_.data() + at_;
        const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), number);
        is_whole_ = is_whole_ && error == std::errc();
        at_ += static_cast<std::size_t>(end - begin);
        return number;
    }

    void skip() {
        switch (is_whole_ && at_ < text_.size() ? text_[at_] : '\0') {
            case '"':
                string();
                break;
            case '{':
                object([this](std::string_view) { skip(); });
                break;
            case '[':
                array([this](std::size_t) { skip(); });
                break;
            default:
                number();
        }
    }

    // Everything had its form, and nothing follows.
    [[nodiscard]] bool is_read() const { return is_whole_ && at_ == text_.size(); }

  private:
    static constexpr int depth_max = 16;  // of brackets; an explanation has five

    template <class Part>
    void sequence(char open, char close, const Part& part) {
        need(open);
        is_whole_ = is_whole_ && ++depth_ <= depth_max;
        if (!is_whole_ || take(close)) {
            --depth_;
            return;
        }
        do {
            part();
        } while (is_whole_ && take(','));
        need(close);
        --depth_;
    }

    // What stands between quotation marks, escapes as they are.
    std::string_view string() {
        need('"');
        const std::size_t begin = at_;
        for (;;) {
            at_ = text_.find_first_of("\"\\", at_);
            if (at_ == std::string_view::npos) {
                at_ = text_.size();
                is_whole_ = false;
                return {};
            }
            if (text_[at_] == '"') {
                return text_.substr(begin, at_++ - begin);
            }
            at_ = std::min(at_ + 2, text_.size());
        }
    }

    bool take(char wanted) {
        const bool found = at_ < text_.size() && text_[at_] == wanted;
        at_ += found ? 1 : 0;
        return found;
    }
    void need(char wanted) { is_whole_ = take(wanted) && is_whole_; }

    std::string_view text_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool is_whole_ = true;
};

// Numbers of a damaged text may be anything: the sum wraps, and is then not the one that is told.
void add(std::int64_t& sum, std::int64_t number) {
    sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) +
                                    static_cast<std::uint64_t>(number));
}

constexpr std::size_t weight_place = 2;  // of [feature, level, weight, bank text, ledger text]

void add_weights(Walk& walk, std::int64_t& sum) {
    walk.array([&](std::size_t) {
        walk.array([&](std::size_t place) {
            if (place == weight_place) {
                add(sum, walk.number());
            } else {
                walk.skip();
            }
        });
    });
}

StoredCandidate read_candidate(Walk& walk) {
    StoredCandidate candidate;
    walk.object([&](std::string_view key) {
        if (key == "evidence") {
            add_weights(walk, candidate.sum);
        } else if (key == "prior") {
            add(candidate.sum, walk.number());
        } else if (key == "log_odds") {
            candidate.log_odds = walk.number();
        } else if (key == "confidence_bp") {
            candidate.confidence_bp = walk.number();
        } else if (key == "calibrated_bp") {
            candidate.calibrated_bp = walk.number();
        } else {
            walk.skip();
        }
    });
    return candidate;
}

}  // namespace

std::optional<std::vector<StoredCandidate>> read_candidates(std::string_view json) {
    std::vector<StoredCandidate> candidates;
    bool has_candidates = false;
    Walk walk(json);
    walk.object([&](std::string_view key) {
        if (key != "candidates") {
            walk.skip();
            return;
        }
        has_candidates = true;
        walk.array([&](std::size_t) { candidates.push_back(read_candidate(walk)); });
    });
    return walk.is_read() && has_candidates ? std::optional(std::move(candidates)) : std::nullopt;
}

}  // namespace afletter::verify
