// Chooses among the possible pairs, and says what the choice means.
#include "text/name_alignment.hpp"

#include <algorithm>
#include <tuple>

#include "text/token_likeness.hpp"

namespace afletter::matching {

namespace {

bool share_tokens(const Answer& left, const Answer& right) {
    return (left.left_mask & right.left_mask) != 0 || (left.right_mask & right.right_mask) != 0;
}

// The heaviest set of pairs that share no token. Pairs nothing competes with are taken at once; the
// others are tried both ways, the best kind first, and a branch is left when what it can still gain
// is too little. Names of people leave a handful of them; a name made to be slow is cut short, the
// same way every time.
class Choice {
  public:
    // `weight` is that of all tokens of both names.
    Choice(std::span<const Answer> answers, std::uint64_t weight) : contested_weight_(weight) {
        const auto contested = [&](const Answer& answer) {
            return std::ranges::any_of(answers, [&answer](const Answer& other) {
                return &other != &answer && share_tokens(answer, other);
            });
        };
        for (const Answer& answer : answers) {
            if (contested(answer)) {
                contested_[contested_count_++] = &answer;
            } else {
                taken_[taken_count_++] = &answer;
                contested_weight_ -= answer.weight;
            }
        }
        if (contested_count_ > 0) {
            search_contested();
        }
    }
    [[nodiscard]] std::span<const Answer* const> taken() const {
        return {taken_.data(), taken_count_};
    }

  private:
    static constexpr std::size_t steps_max = 2000;
    static constexpr std::size_t pairs_max = NameTokens::tokens_max;

    void search_contested() {
        const auto order = [](const Answer* left, const Answer* right) {
            return std::tuple(left->tokens.how, right->worth, left->tokens.left,
                              left->tokens.right) < std::tuple(right->tokens.how, left->worth,
                                                               right->tokens.left,
                                                               right->tokens.right);
        };
        std::sort(contested_.begin(),
                  contested_.begin() + static_cast<std::ptrdiff_t>(contested_count_), order);
        worth_from_[contested_count_] = 0;
        for (std::size_t i = contested_count_; i > 0; --i) {
            worth_from_[i - 1] = worth_from_[i] + contested_[i - 1]->worth;
        }
        try_from(0, {});
        for (std::size_t i = 0; i < best_.count; ++i) {
            taken_[taken_count_++] = best_.answers[i];
        }
    }

    struct Taken {
        std::array<const Answer*, pairs_max> answers{};
        std::size_t count = 0;
        std::uint64_t worth = 0;
        std::uint64_t weight = 0;  // of the tokens that are answered
        unsigned left_mask = 0;
        unsigned right_mask = 0;
    };

    // NOLINTNEXTLINE(misc-no-recursion): no deeper than there are pairs.
    void try_from(std::size_t at, const Taken& so_far) {
        if (so_far.worth > best_.worth) {
            best_ = so_far;
        }
        const std::uint64_t left_to_gain =
            std::min(worth_from_[at], contested_weight_ - so_far.weight);
        if (at == contested_count_ || so_far.worth + left_to_gain <= best_.worth ||
            ++steps_ > steps_max) {
            return;
        }
        const Answer& next = *contested_[at];
        if ((so_far.left_mask & next.left_mask) == 0 &&
            (so_far.right_mask & next.right_mask) == 0) {
            Taken with_next = so_far;
            with_next.answers[with_next.count++] = &next;
            with_next.worth += next.worth;
            with_next.weight += next.weight;
            with_next.left_mask |= next.left_mask;
            with_next.right_mask |= next.right_mask;
            try_from(at + 1, with_next);
        }
        try_from(at + 1, so_far);
    }

    static constexpr std::size_t answers_max = 48;
    std::array<const Answer*, answers_max> contested_;
    std::size_t contested_count_ = 0;
    std::array<std::uint64_t, answers_max + 1> worth_from_;
    std::array<const Answer*, answers_max> taken_;
    std::size_t taken_count_ = 0;
    std::uint64_t contested_weight_;
    Taken best_;
    std::size_t steps_ = 0;
};

// What no pair answers, by kind.
struct Rest {
    int words = 0;
    int given = 0;  // of them
    int generic = 0;
    int initials = 0;
};

Rest rest_of(const NameTokens& name, unsigned answered) {
    Rest rest;
    for (std::size_t i = 0; i < name.tokens.size(); ++i) {
        const TokenKind kind = name.tokens[i].kind;
        if (((answered >> i) & 1U) != 0) {
            continue;
        }
        rest.words += is_distinctive(kind) ? 1 : 0;
        rest.given += kind == TokenKind::given || kind == TokenKind::first_word ? 1 : 0;
        rest.generic += kind == TokenKind::generic ? 1 : 0;
        rest.initials += kind == TokenKind::initial ? 1 : 0;
    }
    return rest;
}

bool has_any(const NameTokens& name, std::initializer_list<TokenKind> kinds) {
    return std::ranges::any_of(name.tokens, [kinds](const NameToken& token) {
        return std::ranges::find(kinds, token.kind) != kinds.end();
    });
}

// The strongest claim to be a surname among tokens that were glued.
TokenKind kind_of_run(const NameTokens& name, std::size_t first, std::size_t count) {
    TokenKind kind = name.tokens[first].kind;
    for (std::size_t i = first; i < first + count; ++i) {
        const TokenKind other = name.tokens[i].kind;
        kind = is_distinctive(other) && (!is_distinctive(kind) || other < kind) ? other : kind;
    }
    return kind;
}

bool same_legal_form(std::string_view left, std::string_view right) {
    const auto in_full = [](std::string_view form) {
        if (form == "stg") {
            return std::string_view("stichting");
        }
        return form == "coop" ? std::string_view("cooperatie") : form;
    };
    return in_full(left) == in_full(right);
}

bool has_form_beside(const NameTokens& name, const NameTokens& other) {
    return std::ranges::any_of(name.tokens, [&](const NameToken& token) {
        return token.kind == TokenKind::legal_form &&
               std::ranges::none_of(other.tokens, [&](const NameToken& theirs) {
                   return theirs.kind == TokenKind::legal_form &&
                          same_legal_form(name.text(token), other.text(theirs));
               });
    });
}

bool is_person(const NameTokens& name) {
    return name.gender != Gender::unsaid ||
           (has_any(name, {TokenKind::initial, TokenKind::given}) &&
            !has_any(name, {TokenKind::legal_form, TokenKind::generic}));
}

// Whether the pair is of two surnames, and no mere initial.
bool is_pair_of_surnames(const NameTokens& left, const NameTokens& right,
                         const AlignedTokens& pair) {
    return pair.how != TokenMatch::initial &&
           is_of_surnames(kind_of_run(left, pair.left, pair.left_count),
                          kind_of_run(right, pair.right, pair.right_count));
}

bool is_pair_of_words(const NameTokens& left, const NameTokens& right, const AlignedTokens& pair) {
    return is_distinctive(kind_of_run(left, pair.left, pair.left_count)) &&
           is_distinctive(kind_of_run(right, pair.right, pair.right_count));
}

// False where no choice of pairs would make a surname or brand agree.
bool may_surnames_agree(const NameTokens& left, const NameTokens& right,
                        std::span<const Answer> answers) {
    int words = 0;
    for (const Answer& answer : answers) {
        if (is_pair_of_surnames(left, right, answer.tokens)) {
            return true;
        }
        words += is_pair_of_words(left, right, answer.tokens) ? 1 : 0;
    }
    return words > 1;
}

// Two names, the pairs chosen, and what they leave.
class Judgement {
  public:
    Judgement(const NameTokens& left, const NameTokens& right, const Choice& choice)
        : left_(left), right_(right), choice_(choice) {
        for (const Answer* answer : choice.taken()) {
            left_answered_ |= answer->left_mask;
            right_answered_ |= answer->right_mask;
        }
        left_rest_ = rest_of(left, left_answered_);
        right_rest_ = rest_of(right, right_answered_);
    }

    [[nodiscard]] Grade grade() const {
        if (!surname_agrees()) {
            return Grade::different;
        }
        if (contradict()) {
            return Grade::conflict;
        }
        if (one_says_more()) {
            return Grade::partial;
        }
        return all_equal() ? Grade::same : Grade::variant;
    }

    // The share of the weight of both that is answered.
    [[nodiscard]] std::uint32_t similarity() const {
        constexpr std::uint64_t whole = 10'000;
        std::uint64_t answered = 0;
        std::uint64_t weight =
            weight_of(left_, 0, left_.tokens.size()) + weight_of(right_, 0, right_.tokens.size());
        for (const Answer* answer : choice_.taken()) {
            answered += answer->worth;
            if (answer->tokens.how == TokenMatch::initial) {  // its word counts as one, too
                const auto [initial, word] =
                    std::minmax(left_.tokens[answer->tokens.left].weight,
                                right_.tokens[answer->tokens.right].weight);
                weight -= word - initial;
            }
        }
        return weight == 0 ? 0 : static_cast<std::uint32_t>(answered * whole / weight);
    }

    [[nodiscard]] std::uint32_t agreed_weight() const {
        std::uint64_t agreed = 0;
        for (const Answer* answer : choice_.taken()) {
            const AlignedTokens& pair = answer->tokens;
            if (is_pair_of_words(left_, right_, pair)) {
                agreed += std::min(weight_of(left_, pair.left, pair.left_count),
                                   weight_of(right_, pair.right, pair.right_count));
            }
        }
        return static_cast<std::uint32_t>(agreed);
    }

  private:
    [[nodiscard]] bool surname_agrees() const {
        int words = 0;
        for (const Answer* answer : choice_.taken()) {
            if (is_pair_of_surnames(left_, right_, answer->tokens)) {
                return true;
            }
            words += is_pair_of_words(left_, right_, answer->tokens) ? 1 : 0;
        }
        // "Ali Mohamed", "Mohamed Ali": whichever is the surname, all of it agrees.
        return words > 1 && left_rest_.words == 0 && right_rest_.words == 0;
    }

    [[nodiscard]] bool contradict() const {
        const Rest& l = left_rest_;
        const Rest& r = right_rest_;
        const bool genders = (left_.gender == Gender::man && right_.gender == Gender::woman) ||
                             (left_.gender == Gender::woman && right_.gender == Gender::man);
        return (l.words > 0 && r.words > 0) || (l.generic > 0 && r.generic > 0) ||
               (l.initials > 0 && r.initials > 0) || (l.initials > 0 && r.given > 0) ||
               (l.given > 0 && r.initials > 0) || genders;
    }

    // One initial fewer says as much about who it is, as long as one is there.
    [[nodiscard]] bool one_says_more() const {
        const Rest& l = left_rest_;
        const Rest& r = right_rest_;
        return l.words + r.words + l.generic + r.generic > 0 ||
               (l.initials + r.initials > 0 && !given_agrees()) || are_two_bodies(left_, right_) ||
               left_.has_more || right_.has_more;
    }

    [[nodiscard]] bool given_agrees() const {
        return std::ranges::any_of(choice_.taken(), [this](const Answer* answer) {
            const AlignedTokens& pair = answer->tokens;
            return left_.tokens[pair.left].kind == TokenKind::initial ||
                   right_.tokens[pair.right].kind == TokenKind::initial;
        });
    }

    [[nodiscard]] bool all_equal() const {
        return left_rest_.initials == 0 && right_rest_.initials == 0 &&
               std::ranges::all_of(choice_.taken(), [](const Answer* answer) {
                   return answer->tokens.how == TokenMatch::equal;
               });
    }

    const NameTokens& left_;
    const NameTokens& right_;
    const Choice& choice_;
    unsigned left_answered_ = 0;
    unsigned right_answered_ = 0;
    Rest left_rest_;
    Rest right_rest_;
};

NameAlignment align_in_order(const NameTokens& left, const NameTokens& right) {
    NameAlignment alignment;
    Answers answers;
    find_answers(left, right, answers);
    if (!may_surnames_agree(left, right, answers.all())) {
        alignment.grade = Grade::different;
        return alignment;
    }
    const Choice choice(answers.all(), weight_of(left, 0, left.tokens.size()) +
                                           weight_of(right, 0, right.tokens.size()));
    const Judgement judgement(left, right, choice);
    alignment.grade = judgement.grade();
    if (alignment.grade == Grade::different) {
        return alignment;
    }
    alignment.similarity = judgement.similarity();
    alignment.agreed_weight = judgement.agreed_weight();
    for (const Answer* answer : choice.taken()) {
        alignment.add(answer->tokens);
    }
    return alignment;
}

bool sizes_less(const NameTokens& left, const NameTokens& right) {
    return std::ranges::lexicographical_compare(left.tokens, right.tokens, {}, &NameToken::size,
                                                &NameToken::size);
}

// Any order of two names will do, as long as it does not depend on which is asked about.
bool is_before(const NameTokens& left, const NameTokens& right) {
    if (left.tokens.size() != right.tokens.size()) {
        return left.tokens.size() < right.tokens.size();
    }
    const int order = left.letters.compare(right.letters);
    return order != 0 ? order < 0 : sizes_less(left, right);
}

void exchange_sides(AlignedTokens& pair) {
    std::swap(pair.left, pair.right);
    std::swap(pair.left_count, pair.right_count);
}

}  // namespace

bool are_two_bodies(const NameTokens& left, const NameTokens& right) {
    const bool left_form = has_form_beside(left, right);
    const bool right_form = has_form_beside(right, left);
    return (left_form && right_form) || (left_form && is_person(right)) ||
           (right_form && is_person(left));
}

NameAlignment align_names(const NameTokens& left, const NameTokens& right) {
    NameAlignment alignment;
    if (!left.has_surname || !right.has_surname) {
        return alignment;
    }
    if (!may_agree(left, right)) {
        alignment.grade = Grade::different;
        return alignment;
    }
    const bool exchanged = is_before(right, left);
    alignment = exchanged ? align_in_order(right, left) : align_in_order(left, right);
    for (AlignedTokens& pair : alignment.pairs()) {
        if (exchanged) {
            exchange_sides(pair);
        }
    }
    std::ranges::sort(alignment.pairs(), {}, &AlignedTokens::left);
    return alignment;
}

}  // namespace afletter::matching
