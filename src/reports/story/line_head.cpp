// The line's own words, each under its label.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "return_reasons.hpp"
#include "story/layers.hpp"
#include "story/marked_text.hpp"

namespace afletter::rendering {

namespace {

constexpr Text from_label{"from", "van"};
constexpr Text to_label{"to", "naar"};
constexpr Text reference_label{"reference", "kenmerk"};
constexpr Text end_to_end_label{"end-to-end id", "end-to-end-kenmerk"};
constexpr Text batch_label{"batch", "verzamelboeking"};
constexpr Text mandate_label{"mandate", "machtiging"};
constexpr Text return_label{"return reason", "reden van terugboeken"};
constexpr Text remittance_label{"text", "omschrijving"};
constexpr Text description_label{"booking", "boeking"};
constexpr Text file_label{"file", "bestand"};

struct Field {
    Text label;
    std::string text;
    bool may_hold_numbers = false;
};

std::string counterparty_of(const Line& line) {
    const Counterparty& party = line.detail.counterparty;
    const std::string account = party.iban ? std::string(party.iban->text()) : party.account;
    return party.name.empty() || account.empty() ? party.name + account
                                                 : party.name + "  " + account;
}

// "AM04, the account did not hold enough".
std::string return_text(std::string_view code, Language language) {
    const auto words = return_reason(code);
    return words ? fmt::format("{}, {}", code, words->in(language)) : std::string(code);
}

std::vector<Field> fields_of(const LineRecord& record, Language language) {
    const Line& line = record.line;
    const TransactionDetail& detail = line.detail;
    return {{line.amount.is_negative() ? to_label : from_label, counterparty_of(line)},
            {reference_label, detail.structured_reference, true},
            {end_to_end_label, detail.end_to_end_id},
            {batch_label, detail.batch_id},
            {mandate_label, detail.mandate_id},
            {return_label, return_text(detail.return_reason, language)},
            {remittance_label, detail.remittance, true},
            {description_label, line.description, true},
            {file_label, fmt::format("{}:{}", record.source_file, line.source_line)}};
}

// The numbers that lead to the best candidate, as the bank wrote them.
std::vector<std::string> numbers_of(const Decision& decision) {
    constexpr std::array features{Feature::reference, Feature::document, Feature::number_part};
    std::vector<std::string> numbers;
    if (decision.candidates.empty()) {
        return numbers;
    }
    for (const Evidence& evidence : decision.candidates.front().evidence) {
        if (std::ranges::find(features, evidence.feature) == features.end()) {
            continue;
        }
        for (std::string_view left = evidence.bank_text; !left.empty();) {
            const std::size_t end = std::min(left.find(", "), left.size());
            numbers.emplace_back(left.substr(0, end));
            left.remove_prefix(std::min(end + 2, left.size()));
        }
    }
    return numbers;
}

// Marks the number where it stands in the text, unless it is all of the text.
void mark_number(MarkedText& text, const std::string& number) {
    const MarkedText letters = letters_of(number);
    if (letters.empty() || letters.size() >= text.size()) {
        return;
    }
    const auto found = std::ranges::search(text, letters, {}, &Letter::text, &Letter::text);
    for (Letter& letter : found) {
        letter.marked = true;
    }
}

void write_field(std::ostream& out, const Field& field, const std::vector<std::string>& numbers,
                 const ReportOptions& options) {
    constexpr std::size_t label_width = 24;
    constexpr std::size_t text_width_min = 20;
    MarkedText text = letters_of(field.text);
    for (const std::string& number : numbers) {
        if (field.may_hold_numbers) {
            mark_number(text, number);
        }
    }
    const std::size_t width =
        std::max(text_width_min, options.width - std::min(options.width, label_width));
    std::string label = fmt::format("  {:<22}", field.label.in(options.language));
    for (const MarkedText& part : wrapped(text, width)) {
        out << label << shown(part, options.color) << '\n';
        label.assign(label_width, ' ');
        if (has_marks(part)) {
            out << label << carets_below(part) << '\n';
        }
    }
}

}  // namespace

void write_line_head(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    const Line& line = story.line.line;
    write_heading(out,
                  fmt::format("{}  {}  {} {}  {}", to_text(line.id), to_iso(line.booking_date),
                              to_decimal(line.amount), line.amount.currency().code(),
                              printable(story.line.account)),
                  options);
    const std::vector<std::string> numbers = numbers_of(story.decision);
    for (const Field& field : fields_of(story.line, options.language)) {
        if (!field.text.empty()) {
            write_field(out, field, numbers, options);
        }
    }
}

}  // namespace afletter::rendering
