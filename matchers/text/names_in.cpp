// Splits at the words that join names: always at "e/o" and "inzake", at "en" and "&" between people
// only.
#include "text/names_in.hpp"

#include <afletter/ascii.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "text/name_words.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t parties_max = 3;

// Longest first, where one begins as another does.
constexpr auto firm_joints = std::to_array<std::string_view>(
    {"en/of",  "e.o.", "e/o", "a/o",    "eo",           "und/oder",       "and/or",
     "inzake", "inz.", "inz", "o.b.h.", "obh",          "t.n.v.",         "tnv",
     "i/z",    "c/o",  "p/a", "namens", "ten name van", "ten behoeve van"});
constexpr auto loose_joints = std::to_array<std::string_view>({"en", "of", "&", "+", "und", "and"});

struct Joint {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_firm = false;
};

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    return (begin == 0 || text[begin - 1] == ' ') && (end == text.size() || text[end] == ' ');
}

template <std::size_t size>
std::size_t joint_length(std::string_view text, std::size_t at,
                         const std::array<std::string_view, size>& joints) {
    const auto found = std::ranges::find_if(joints, [&](std::string_view joint) {
        return text.substr(at).starts_with(joint) && stands_alone(text, at, at + joint.size());
    });
    return found == joints.end() ? 0 : found->size();
}

std::vector<Joint> joints_in(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), to_lower);
    std::vector<Joint> joints;
    for (std::size_t at = 0; at < lower.size(); ++at) {
        const std::size_t firm = joint_length(lower, at, firm_joints);
        const std::size_t length = firm > 0 ? firm : joint_length(lower, at, loose_joints);
        if (length > 0) {
            joints.push_back({at, at + length, firm > 0});
            at += length - 1;
        }
    }
    return joints;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" ,;/");
    if (first == text.npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" ,;/") + 1 - first);
}

bool has_kind(const NameTokens& name, TokenKind kind) {
    return std::ranges::find(name.tokens, kind, &NameToken::kind) != name.tokens.end();
}

bool is_firm(const NameTokens& name) {
    return has_kind(name, TokenKind::generic) || has_kind(name, TokenKind::legal_form);
}

bool has_surname(const NameTokens& name) {
    return has_kind(name, TokenKind::name) || has_kind(name, TokenKind::first_word);
}

// Says itself that it is one person: "J. Bos", "Mw Bos", "Jan Bos", and "Hr A" before a surname.
bool is_person(const NameTokens& name) {
    return !is_firm(name) && (name.gender != Gender::unsaid || has_kind(name, TokenKind::initial) ||
                              has_kind(name, TokenKind::given));
}

NamedParty party_of(std::string_view text) {
    return {.text = std::string(text), .key = name_key(text)};
}

// Whether a loose joint stands between two people, and not within a firm's name.
bool joins_people(const NamedParty& before, const NamedParty& after) {
    return is_person(before.key.tokens) && is_person(after.key.tokens);
}

// "Mw", "B.", "Jan": what stands before a surname and its prefixes.
bool is_before_surname(std::string_view word) {
    const NameTokens name = name_key(word).tokens;
    return std::ranges::all_of(name.tokens, [&name](const NameToken& token) {
        return token.kind == TokenKind::initial || token.kind == TokenKind::given ||
               (token.kind == TokenKind::small &&
                kind_of_word(name.text(token)) != WordKind::prefix && !token.after_apostrophe);
    });
}

// "de Vries" of "Mw B de Vries".
std::string_view surname_in(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (!is_before_surname(text.substr(0, end))) {
            break;
        }
        text = trimmed(text.substr(end));
    }
    return text;
}

// "A en B de Vries": the first has the surname of the second.
void share_surname(NamedParty& first, const NamedParty& second) {
    const bool lacks_one = !has_surname(first.key.tokens) && is_person(first.key.tokens);
    if (lacks_one && has_surname(second.key.tokens) && !is_firm(second.key.tokens)) {
        first = party_of(first.text + " " + std::string(surname_in(second.text)));
    }
}

// The pieces between the joints, as if every joint stood between two people.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool loosely_joined = false;  // to the piece before
};

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    Piece piece;
    const auto finish = [&](std::size_t end) {
        piece.end = end;
        if (!trimmed(text.substr(piece.begin, end - piece.begin)).empty()) {
            pieces.push_back(piece);
        }
    };
    for (const Joint& joint : joints_in(text)) {
        finish(joint.begin);
        piece = {joint.end, joint.end, !joint.is_firm};
    }
    finish(text.size());
    return pieces;
}

}  // namespace

std::vector<NamedParty> names_in(std::string_view text) {
    std::vector<NamedParty> parties;
    std::size_t begin = 0;  // of the last party
    for (const Piece& piece : pieces_of(text)) {
        NamedParty next = party_of(trimmed(text.substr(piece.begin, piece.end - piece.begin)));
        if (!parties.empty() && piece.loosely_joined && !joins_people(parties.back(), next)) {
            parties.back() = party_of(trimmed(text.substr(begin, piece.end - begin)));
            continue;
        }
        parties.push_back(std::move(next));
        begin = piece.begin;
    }
    if (parties.size() > parties_max) {
        parties = {party_of(trimmed(text))};
    }
    for (std::size_t i = parties.size(); i > 1; --i) {
        share_surname(parties[i - 2], parties[i - 1]);
    }
    std::erase_if(parties, [](const NamedParty& party) { return party.key.tokens.tokens.empty(); });
    return parties;
}

}  // namespace afletter::matching
