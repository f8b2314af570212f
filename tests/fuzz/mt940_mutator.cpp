// Changes an MT940 message as banks and broken tools do. A message is a list of fields here: a line
// that begins with a tag, and the lines until the next; what stands before the first is one as
// well.
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/libfuzzer.hpp"

namespace afletter::fuzz {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view tags[] = {
    ":20:",  ":21:",  ":25:",  ":25P:", ":28:",  ":28C:", ":60F:", ":60M:",
    ":61:",  ":86:",  ":62F:", ":62M:", ":64:",  ":65:",  ":13D:", ":34F:",
    ":90C:", ":90D:", ":NS:",  ":940:", ":942:", ":08:",  ":12 :"};
constexpr std::string_view marks[] = {"C",  "D",  "RC", "RD", "EC", "ED", "CR", "DR",
                                      "CN", "DF", "c",  "d",  "R",  "",   "RCR"};
constexpr std::string_view dates[] = {"260101", "251231", "260228", "280229", "260229", "800101",
                                      "791231", "000000", "999999", "261332", "      ", "26010",
                                      "1231",   "0101",   "0229",   "",       "2601011"};
constexpr std::string_view amounts[] = {"0,",
                                        "0,00",
                                        "1,",
                                        ",50",
                                        "52.58",
                                        "0,380",
                                        "10",
                                        "1,2,3",
                                        "-5,00",
                                        "000000000001,00",
                                        "92233720368547758,07",
                                        "92233720368547758,08",
                                        "99999999999999999999,99",
                                        ",",
                                        "",
                                        "1 000,00",
                                        "0,001"};
constexpr std::string_view types[] = {"NTRF", "NMSC", "N541", "FCHG", "S103",
                                      "N",    "NET ", "",     "XYZ1"};
constexpr std::string_view references[] = {"NONREF", "NONREF//1", "//",
                                           "///",    "A//B//C",   "12345678901234567890",
                                           "",       " ",         "EREF//26\r\n/TRCD/1/"};
// Beginnings of what a :86: holds in each dialect, and the ends of messages.
constexpr std::string_view pieces[] = {"/EREF/",
                                       "/REMI/USTD//",
                                       "/REMI/STRD/CUR/",
                                       "/CNTP/NL91ABNA0417164300/ABNANL2A/N/C//",
                                       "/TRTP/SEPA",
                                       "/IBAN/",
                                       "/NAME/",
                                       "/ORDP//NAME/",
                                       "/RTRN/MS03",
                                       "/ISDT/",
                                       "?00",
                                       "?20EREF+",
                                       "?21SVWZ+",
                                       "?32",
                                       "?3\n1",
                                       "EREF+",
                                       "SVWZ+",
                                       "KREF+",
                                       "~20",
                                       "<20",
                                       ">20",
                                       "+20",
                                       "\r\n-\r\n",
                                       "\r\n-}\r\n",
                                       "\n:08 uur",
                                       "\n:12:00",
                                       "{1:F01X}{2:I940X}{4:\r\n",
                                       "{5:}",
                                       "\x01",
                                       "\x03",
                                       "\x1a",
                                       "@@",
                                       "\xe9",
                                       "\xc3\xa9",
                                       "\xef\xbb\xbf",
                                       "\n\n",
                                       "/",
                                       "//",
                                       "  ",
                                       "\t"};
constexpr std::string_view line_ends[] = {"\r\n", "\n", "\r", "@@"};
constexpr std::size_t widths[] = {65, 27, 35, 32, 1};

using Fields = std::vector<std::string>;

bool is_tag(std::string_view line) {
    const std::size_t end = line.find(':', 1);
    return line.starts_with(':') && end != std::string_view::npos && end >= 3 && end <= 4 &&
           std::isdigit(static_cast<unsigned char>(line[1])) != 0;
}

Fields fields_of(std::string_view message) {
    Fields fields;
    while (!message.empty()) {
        const std::size_t end = std::min(message.find('\n'), message.size() - 1) + 1;
        const std::string_view line = message.substr(0, end);
        if (fields.empty() || is_tag(line)) {
            fields.emplace_back();
        }
        fields.back() += line;
        message.remove_prefix(end);
    }
    return fields;
}

std::string joined(const Fields& fields) {
    std::string message;
    for (const std::string& field : fields) {
        message += field;
    }
    return message;
}

std::size_t place_in(const Fields& fields, Chance& chance) {
    return chance.below(fields.size());
}

// --- fields ---

void duplicate(Fields& fields, Chance& chance) {
    std::string copy = fields[place_in(fields, chance)];
    const auto at = static_cast<std::ptrdiff_t>(chance.below(fields.size() + 1));
    fields.insert(fields.begin() + at, std::move(copy));
}

void remove(Fields& fields, Chance& chance) {
    fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(place_in(fields, chance)));
}

void swap(Fields& fields, Chance& chance) {
    std::swap(fields[place_in(fields, chance)], fields[place_in(fields, chance)]);
}

// The content of one field behind the tag of another, or behind any tag.
void splice(Fields& fields, Chance& chance) {
    std::string& field = fields[place_in(fields, chance)];
    const std::string& other = fields[place_in(fields, chance)];
    const std::size_t content = std::min(other.find(':', 1), other.size() - 1) + 1;
    field = std::string(chance.one_of(tags)) + other.substr(std::min(content, other.size()));
}

// --- what a field says ---

// A field whose tag begins with one of these, or "" when there is none.
std::string* field_with(Fields& fields, Chance& chance, std::string_view first,
                        std::string_view second) {
    const std::size_t start = place_in(fields, chance);
    for (std::size_t step = 0; step < fields.size(); ++step) {
        std::string& field = fields[(start + step) % fields.size()];
        if (field.starts_with(first) || field.starts_with(second)) {
            return &field;
        }
    }
    return nullptr;
}

std::string end_of(const std::string& field) {
    return field.ends_with("\r\n") ? "\r\n" : "\n";
}

// Wholly new: every part is chosen by itself, so that all combinations come.
void new_statement_line(Fields& fields, Chance& chance) {
    if (std::string* const field = field_with(fields, chance, ":61:", ":61:")) {
        const std::string end = end_of(*field);
        *field = ":61:";
        for (const std::string_view part :
             {chance.one_of(dates), chance.one_of(dates), chance.one_of(marks),
              chance.one_of(amounts), chance.one_of(types), chance.one_of(references)}) {
            *field += part;
        }
        *field += end;
    }
}

void new_balance(Fields& fields, Chance& chance) {
    if (std::string* const field = field_with(fields, chance, ":60", ":62")) {
        constexpr std::string_view currencies[] = {"EUR", "JPY", "BHD", "XOF", "EU", "", "eur"};
        const std::string end = end_of(*field);
        field->resize(std::min(field->size(), std::size_t{5}));
        for (const std::string_view part : {chance.one_of(marks), chance.one_of(dates),
                                            chance.one_of(currencies), chance.one_of(amounts)}) {
            *field += part;
        }
        *field += end;
    }
}

// One run of digits, a comma in it or not, becomes a date or an amount.
void change_number(Fields& fields, Chance& chance) {
    std::string& field = fields[place_in(fields, chance)];
    const std::size_t content = std::min(field.find(':', 1), field.size());
    const std::size_t start = field.find_first_of("0123456789", content);
    if (start != std::string::npos) {
        const std::size_t end =
            std::min(field.find_first_not_of("0123456789,", start), field.size());
        const std::size_t skipped = chance.below(end - start);
        field.replace(start + skipped, end - start - skipped,
                      chance.below(2) == 0 ? chance.one_of(dates) : chance.one_of(amounts));
    }
}

void change_mark(Fields& fields, Chance& chance) {
    if (std::string* const field = field_with(fields, chance, ":61:", ":6")) {
        const std::size_t mark = field->find_first_of("CDRcd", 4);
        if (mark != std::string::npos) {
            field->replace(mark, 1, chance.one_of(marks));
        }
    }
}

void insert_piece(Fields& fields, Chance& chance) {
    std::string& field = fields[place_in(fields, chance)];
    field.insert(chance.below(field.size() + 1), chance.one_of(pieces));
}

// The lines of a field joined and cut anew, wherever that falls.
void cut_lines(Fields& fields, Chance& chance) {
    std::string& field = fields[place_in(fields, chance)];
    const std::string end = end_of(field);
    const std::size_t width = widths[chance.below(std::size(widths))];
    std::erase_if(field, [](char character) { return character == '\r' || character == '\n'; });
    std::string cut;
    for (std::size_t at = 0; at < field.size(); at += width) {
        cut += field.substr(at, width) + end;
    }
    field = cut;
}

void change_line_ends(Fields& fields, Chance& chance) {
    const std::string_view end = chance.one_of(line_ends);
    for (std::string& field : fields) {
        std::erase(field, '\r');
        for (std::size_t at = 0; (at = field.find('\n', at)) != std::string::npos;) {
            field.replace(at, 1, end);
            at += end.size();
        }
    }
}

void change_bytes(Fields& fields, Chance& chance) {
    std::string& field = fields[place_in(fields, chance)];
    field = mutated_bytes(std::move(field));
}

using Change = void (*)(Fields&, Chance&);
// The ones that matter most stand there more than once.
constexpr Change changes[] = {
    duplicate,    remove,        swap,          splice,       new_statement_line,
    new_balance,  change_number, change_number, change_mark,  insert_piece,
    insert_piece, cut_lines,     change_bytes,  change_bytes, change_line_ends};

// One to three changes.
std::string mutated(std::string_view message, Chance& chance) {
    Fields fields = fields_of(message);
    const std::size_t count = 1 + chance.below(3);
    for (std::size_t done = 0; done < count && !fields.empty(); ++done) {
        changes[chance.below(std::size(changes))](fields, chance);
        std::erase(fields, std::string());
    }
    return joined(fields);
}

}  // namespace

}  // namespace afletter::fuzz

std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t size_max,
                                    unsigned int seed) {
    using namespace afletter::fuzz;
    if (size == 0) {
        return LLVMFuzzerMutate(data, size, size_max);
    }
    Chance chance(seed);
    return put(mutated(text_of(data, size), chance), data, size_max);
}
