// The audit sample: what its tests say, and the lines that wait for an answer. Of a line that waits
// nothing is shown that tells its match.
#include "sample.hpp"

#include <afletter/reports.hpp>

#include <array>

#include <fmt/format.h>

namespace afletter {

namespace rendering {

namespace {

constexpr Text stopped{"audit sample: {} of {} wrong by {}, suggesting until cleared",
                       "steekproef: {} van {} fout op {}, blijft voorstellen tot vrijgave"};
constexpr Text all_kinds{"all kinds of evidence together", "alle soorten bewijs samen"};
constexpr Text cleared{"cleared by {}, {}: {}", "vrijgegeven door {}, {}: {}"};
constexpr Text test_line{"audit sample: {} of {} wrong by {}: {}",
                         "steekproef: {} van {} fout op {}: {}"};
constexpr Text waits{"audit sample: {} lines wait for an answer",
                     "steekproef: {} regels wachten op een antwoord"};
constexpr std::array verdict_texts{Text{"not yet known", "nog niet bekend"}, Text{"fine", "goed"},
                                   Text{"ALARM", "ALARM"}};
constexpr std::array<std::string_view, 3> verdict_names{"not_yet_known", "fine", "alarm"};

constexpr std::size_t place_of(SampleVerdict verdict) {
    return static_cast<std::size_t>(verdict);
}

template <class... Values>
std::string filled(const Text& text, Language language, const Values&... values) {
    return fmt::format(fmt::runtime(text.in(language)), values...);
}

std::string kind_of(const std::string& stratum, Language language) {
    return stratum.empty() ? std::string(all_kinds.in(language)) : stratum;
}

void write_test(JsonWriter& json, const SampleTest& test) {
    json.begin_object();
    json.text("stratum", test.stratum);
    json.text("verdict", verdict_names.at(place_of(test.verdict)));
    json.number("lines", static_cast<std::int64_t>(test.lines));
    json.number("wrong", static_cast<std::int64_t>(test.wrong));
    json.end_object();
}

void write_alarm(JsonWriter& json, const SampleAlarm& alarm) {
    json.begin_object();
    json.text("stratum", alarm.suspension.stratum);
    json.number("lines", static_cast<std::int64_t>(alarm.suspension.lines));
    json.number("wrong", static_cast<std::int64_t>(alarm.suspension.wrong));
    json.text("raised_at", to_iso(alarm.raised_at));
    if (alarm.is_cleared) {
        json.text("cleared_by", alarm.cleared_by);
        json.text("cleared_at", to_iso(alarm.cleared_at));
        json.text("reason", alarm.reason);
    }
    json.end_object();
}

void write_item(JsonWriter& json, const OpenItem& item) {
    json.begin_object();
    json.text("item_id", item.item_id);
    json.text("party_id", item.party_id);
    json.text("party_name", item.party_name);
    json.text("document_number", item.document_number);
    json.text("reference", item.reference);
    json.text("issue_date", to_iso(item.issue_date));
    json.amount("amount", item.amount);
    json.text("currency", item.amount.currency().code());
    json.end_object();
}

void write_line(JsonWriter& json, const SampledLine& sampled) {
    const Line& line = sampled.line.line;
    json.begin_object();
    json.text("line_id", to_text(line.id));
    json.text("account", sampled.line.account);
    json.text("booking_date", to_iso(line.booking_date));
    json.amount("amount", line.amount);
    json.text("currency", line.amount.currency().code());
    json.text("counterparty_name", line.detail.counterparty.name);
    json.text("counterparty_iban",
              line.detail.counterparty.iban ? line.detail.counterparty.iban->text() : "");
    json.text("structured_reference", line.detail.structured_reference);
    json.text("end_to_end_id", line.detail.end_to_end_id);
    json.text("batch_id", line.detail.batch_id);
    json.text("remittance", line.detail.remittance);
    json.begin_array("items");
    for (const OpenItem& item : sampled.items) {
        write_item(json, item);
    }
    json.end_array();
    json.end_object();
}

// The parts that say something, two blanks apart.
std::string spaced(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const std::string_view part : parts) {
        if (!part.empty()) {
            text.append(text.empty() ? "" : "  ").append(printable(part));
        }
    }
    return text;
}

std::string amount_of(const Money& amount) {
    return fmt::format("{} {}", to_decimal(amount), amount.currency().code());
}

void write_line(std::ostream& out, const SampledLine& sampled) {
    const Line& line = sampled.line.line;
    const TransactionDetail& detail = line.detail;
    out << '\n'
        << spaced({to_text(line.id), to_iso(line.booking_date), amount_of(line.amount),
                   detail.counterparty.name,
                   detail.counterparty.iban ? detail.counterparty.iban->text() : ""})
        << '\n';
    const std::string text = spaced(
        {detail.structured_reference, detail.end_to_end_id, detail.batch_id, detail.remittance});
    if (!text.empty()) {
        out << "  " << text << '\n';
    }
    for (const OpenItem& item : sampled.items) {
        out << "    "
            << spaced({item.item_id, to_iso(item.issue_date), amount_of(item.amount),
                       item.party_name, item.document_number, item.reference})
            << '\n';
    }
}

}  // namespace

void write_sample_status(std::ostream& out, const SampleStatus& status, Language language) {
    for (const SampleAlarm& alarm : status.alarms) {
        out << suspension_sentence(alarm.suspension, language) << '\n';
        if (alarm.is_cleared) {
            out << "  "
                << filled(cleared, language, printable(alarm.cleared_by), to_iso(alarm.cleared_at),
                          printable(alarm.reason))
                << '\n';
        }
    }
    for (const SampleTest& test : status.tests) {
        out << filled(test_line, language, test.wrong, test.lines, kind_of(test.stratum, language),
                      verdict_texts.at(place_of(test.verdict)).in(language))
            << '\n';
    }
    if (status.waiting > 0) {
        out << filled(waits, language, status.waiting) << '\n';
    }
}

void write_sample_status(JsonWriter& json, const SampleStatus& status) {
    json.begin_object("audit_sample");
    json.begin_array("tests");
    for (const SampleTest& test : status.tests) {
        write_test(json, test);
    }
    json.end_array();
    json.begin_array("alarms");
    for (const SampleAlarm& alarm : status.alarms) {
        write_alarm(json, alarm);
    }
    json.end_array();
    json.number("waiting", static_cast<std::int64_t>(status.waiting));
    json.end_object();
}

}  // namespace rendering

void write_sample(std::ostream& out, const SampleStatus& status,
                  const std::vector<SampledLine>& lines, const ReportOptions& options) {
    using namespace rendering;
    if (options.format != Format::json) {
        write_sample_status(out, status, options.language);
        for (const SampledLine& line : lines) {
            write_line(out, line);
        }
        return;
    }
    JsonWriter json(out);
    json.begin_object();
    write_sample_status(json, status);
    json.begin_array("waiting");
    for (const SampledLine& line : lines) {
        write_line(json, line);
    }
    json.end_array();
    json.end_object();
    json.line_end();
}

std::string suspension_sentence(const Suspension& suspension, Language language) {
    return rendering::filled(rendering::stopped, language, suspension.wrong, suspension.lines,
                             rendering::kind_of(suspension.stratum, language));
}

}  // namespace afletter
