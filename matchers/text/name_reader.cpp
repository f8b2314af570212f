// A folded name into words, and what each word says by itself.
#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>

#include "text/name_tokens.hpp"
#include "text/name_words.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t sign_bytes = 3;  // of U+2018, U+FFFD and their like
constexpr std::size_t token_size_max = 255;

bool is_word_byte(char c) {
    return is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Splits the text; what stands between two words is remembered as flags of the second.
class Reader {
  public:
    Reader(std::string_view folded, NameTokens& into) : text_(folded), into_(into) {
        into_.letters.reserve(folded.size());
        into_.tokens.reserve(tokens_usual);
    }

    void read() {
        while (at_ < text_.size()) {
            const std::string_view rest = text_.substr(at_);
            if (rest.starts_with("\u2018") || rest.starts_with("\u2019") || rest.front() == '\'') {
                gap_.after_apostrophe = !in_word_;
                at_ += rest.front() == '\'' ? 1 : sign_bytes;
            } else if (rest.front() == '?' || rest.starts_with("\uFFFD")) {
                read_wildcard(rest.front() == '?' ? 1 : sign_bytes);
            } else if (rest.starts_with("\u2013") || rest.starts_with("\u201C") ||
                       rest.starts_with("\u201D")) {
                end_word('-', sign_bytes);
            } else if (is_word_byte(rest.front())) {
                add_letter(rest.front());
                ++at_;
            } else {
                end_word(rest.front(), 1);
            }
        }
        end_word(' ', 0);
    }

  private:
    // A letter the bank could not write. A run of them is the bytes of one; behind a word it is a
    // question mark.
    void read_wildcard(std::size_t bytes) {
        const std::string_view rest = text_.substr(at_ + bytes);
        const bool again = rest.starts_with('?') || rest.starts_with("\uFFFD");
        if (!again && !rest.empty() && is_word_byte(rest.front())) {
            add_letter('?');
            into_.tokens.back().has_wildcard = true;
            at_ += bytes;
        } else if (again) {
            at_ += bytes;
        } else {
            end_word('?', bytes);
        }
    }

    void add_letter(char letter) {
        if (!in_word_) {
            in_word_ = true;
            gap_.after_dot = gap_.after_dot && gap_size_ == 1;
            gap_.begin = static_cast<std::uint16_t>(into_.letters.size());
            into_.tokens.push_back(gap_);
            gap_ = {};
            gap_size_ = 0;
        }
        NameToken& token = into_.tokens.back();
        if (token.size < token_size_max) {
            into_.letters += letter;
            ++token.size;
            token.has_digit = token.has_digit || is_digit(letter);
        }
    }

    void end_word(char sign, std::size_t bytes) {
        if (in_word_) {
            into_.tokens.back().is_abbreviated = sign == '.';
            in_word_ = false;
        }
        gap_.after_dot = gap_.after_dot || sign == '.';
        gap_.after_comma = gap_.after_comma || sign == ',';
        gap_.after_hyphen = gap_.after_hyphen || sign == '-';
        gap_.after_slash = gap_.after_slash || sign == '/';
        gap_.after_apostrophe = false;
        ++gap_size_;
        at_ += bytes;
    }

    static constexpr std::size_t tokens_usual = 6;

    std::string_view text_;
    NameTokens& into_;
    std::size_t at_ = 0;
    NameToken gap_;  // flags of the next word
    std::size_t gap_size_ = 0;
    bool in_word_ = false;
};

bool is_one_letter(const NameTokens& name, const NameToken& token) {
    return token.size == 1 && is_lower(name.letters[token.begin]);
}

TokenKind token_kind_of(WordKind kind) {
    switch (kind) {
        case WordKind::generic:
            return TokenKind::generic;
        case WordKind::legal_form:
            return TokenKind::legal_form;
        case WordKind::given_name:
            return TokenKind::given;
        case WordKind::other:
            return TokenKind::name;
        default:
            return TokenKind::small;
    }
}

Gender joined(Gender left, Gender right) {
    if (left == Gender::unsaid || left == right) {
        return right;
    }
    return Gender::both;
}

void classify_words(NameTokens& name) {
    bool after_prefix = false;
    for (NameToken& token : name.tokens) {
        if (is_one_letter(name, token)) {
            // 't Hof, 's-Gravenhage; "van t Hof"
            const bool is_article =
                token.after_apostrophe || (after_prefix && name.letters[token.begin] == 't');
            token.kind = is_article ? TokenKind::small : TokenKind::initial;
            continue;
        }
        const WordKind kind = kind_of_word(name.text(token));
        after_prefix = kind == WordKind::prefix;
        token.kind = token_kind_of(kind);
        if (kind == WordKind::of_man || kind == WordKind::of_woman) {
            name.gender =
                joined(name.gender, kind == WordKind::of_man ? Gender::man : Gender::woman);
        }
    }
}

// "e/o" and its like: two letters that are no initials.
void join_by_slash(NameTokens& name) {
    constexpr auto pairs =
        std::to_array<std::string_view>({"ao", "co", "eo", "ev", "iz", "pa", "vd"});
    for (std::size_t i = 1; i < name.tokens.size(); ++i) {
        NameToken& first = name.tokens[i - 1];
        NameToken& second = name.tokens[i];
        if (first.kind == TokenKind::initial && second.kind == TokenKind::initial &&
            second.after_slash &&
            std::ranges::find(pairs, std::string_view(name.letters).substr(first.begin, 2)) !=
                pairs.end()) {
            first.kind = second.kind = TokenKind::small;
        }
    }
}

// Letters in a row that together spell a legal form (B.V.) or a joining word (c.s., t.n.v.).
void join_rows(NameTokens& name) {
    std::vector<NameToken>& tokens = name.tokens;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        std::size_t end = first;
        while (end < tokens.size() && tokens[end].kind == TokenKind::initial) {
            ++end;
        }
        if (end < first + 2) {
            continue;
        }
        const std::string_view row =
            std::string_view(name.letters).substr(tokens[first].begin, end - first);
        const WordKind kind = kind_of_word(row);
        const bool joining = row == "eo" || row == "cs" || row == "tnv" || row == "obh";
        if (kind == WordKind::legal_form || joining) {
            tokens[first].kind = token_kind_of(kind);
            tokens[first].size = static_cast<std::uint8_t>(row.size());
            tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                         tokens.begin() + static_cast<std::ptrdiff_t>(end));
        } else {
            first = end - 1;
        }
    }
}

}  // namespace

NameTokens read_tokens(std::string_view folded) {
    NameTokens name;
    Reader(folded, name).read();
    classify_words(name);
    join_by_slash(name);
    join_rows(name);
    return name;
}

}  // namespace afletter::matching
