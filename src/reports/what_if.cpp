// `match --what-if`: what another configuration would have made of the past.
#include <afletter/reports.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "csv_writer.hpp"
#include "json_writer.hpp"
#include "rows.hpp"
#include "text_table.hpp"
#include "wording.hpp"

namespace afletter {

namespace {

using namespace rendering;

constexpr auto columns = std::to_array<Column>({
    {"change", "verschil", CellKind::text},
    {"line_id", "regel", CellKind::reference},
    {"booking_date", "boekdatum", CellKind::date},
    {"amount", "bedrag", CellKind::amount},
    {"currency", "valuta", CellKind::text},
    {"counterparty_name", "naam_tegenpartij", CellKind::text},
    {"items_now", "posten_nu", CellKind::reference},
    {"confidence_now", "zekerheid_nu", CellKind::probability},
    {"stratum_now", "bewijssoort_nu", CellKind::text},
    {"reason_now", "reden_nu", CellKind::text},
    {"items_then", "posten_dan", CellKind::reference},
    {"confidence_then", "zekerheid_dan", CellKind::probability},
    {"stratum_then", "bewijssoort_dan", CellKind::text},
    {"reason_then", "reden_dan", CellKind::text},
    {"items_confirmed", "posten_bevestigd", CellKind::reference},
});

std::string joined(const std::vector<Allocation>& allocations) {
    std::string text;
    for (const Allocation& allocation : allocations) {
        text += (text.empty() ? "" : "+") + allocation.item_id;
    }
    return text;
}

std::string reason_of(const Replayed& replayed) {
    return replayed.reason ? std::string(name_of(*replayed.reason)) : std::string();
}

Row row_of(const WhatIfRow& row) {
    return {std::string(name_of(row.change)),
            to_text(row.line.id),
            to_iso(row.line.booking_date),
            to_decimal(row.line.amount),
            std::string(row.line.amount.currency().code()),
            row.line.detail.counterparty.name,
            joined(row.now.allocations),
            decimal_of_probability(row.now.confidence_bp),
            row.now.stratum,
            reason_of(row.now),
            joined(row.then.allocations),
            decimal_of_probability(row.then.confidence_bp),
            row.then.stratum,
            reason_of(row.then),
            joined(row.confirmed)};
}

std::uint64_t count_of(const WhatIfReport& report, WhatIfChange change) {
    return static_cast<std::uint64_t>(std::ranges::count(report.rows, change, &WhatIfRow::change));
}

constexpr std::array changes{WhatIfChange::gained, WhatIfChange::lost, WhatIfChange::moved,
                             WhatIfChange::contradicts};

struct Labels {
    Text runs{"runs made again", "runs opnieuw gedaan"};
    Text lines{"lines", "regels"};
    Text booked{"matched by the program, as booked", "automatisch afgeletterd, zoals geboekt"};
    Text now{"matched again with the present configuration",
             "opnieuw afgeletterd met de huidige instellingen"};
    Text then{"matched with the other configuration", "afgeletterd met de andere instellingen"};
    Text confirmed{"confirmed by people", "bevestigd door medewerkers"};
    Text contradicted{"contradicted by the present configuration",
                      "tegengesproken door de huidige instellingen"};
    Text more{"more; --format csv lists them all", "meer; --format csv geeft ze allemaal"};
    Text unchanged{"Nothing was changed.", "Er is niets gewijzigd."};
    Text change{"change", "verschil"};
    Text line{"line", "regel"};
    Text date{"date", "datum"};
    Text amount{"amount", "bedrag"};
    Text items_now{"now", "nu"};
    Text items_then{"then", "dan"};
    Text by_hand{"confirmed", "bevestigd"};
};
constexpr Labels labels;

Text wording_of(WhatIfChange change) {
    switch (change) {
        case WhatIfChange::gained:
            return {"would be matched, and are not now", "zouden worden afgeletterd, en nu niet"};
        case WhatIfChange::lost:
            return {"would no longer be matched", "zouden niet meer worden afgeletterd"};
        case WhatIfChange::moved:
            return {"would be matched otherwise", "zouden anders worden afgeletterd"};
        case WhatIfChange::contradicts:
            break;
    }
    return {"would contradict what a person confirmed",
            "zouden ingaan tegen wat een medewerker bevestigde"};
}

constexpr std::size_t rows_shown_max = 50;

class TextReport {
  public:
    TextReport(std::ostream& out, const WhatIfReport& report, const ReportOptions& options)
        : out_(out), report_(report), options_(options) {}

    void write() {
        say(report_.runs, labels.runs);
        say(report_.lines, labels.lines);
        say(report_.booked, labels.booked);
        say(report_.now, labels.now, report_.model_now);
        say(report_.then, labels.then, report_.model_then);
        say(report_.confirmed, labels.confirmed);
        say(report_.contradicted_now, labels.contradicted);
        for (const WhatIfChange change : changes) {
            say(count_of(report_, change), wording_of(change));
        }
        if (!report_.rows.empty()) {
            out_ << '\n';
            write_rows();
        }
        out_ << labels.unchanged.in(options_.language) << '\n';
    }

  private:
    void say(std::uint64_t count, const Text& what, const std::string& version = {}) {
        out_ << fmt::format("{:>9} {}{}\n", count, what.in(options_.language),
                            version.empty() ? "" : " (" + printable(version) + ")");
    }

    void write_rows() {
        const auto heading = [this](const Text& text) {
            return TextTable::Heading{std::string(text.in(options_.language))};
        };
        TextTable table({heading(labels.change),
                         heading(labels.line),
                         heading(labels.date),
                         {std::string(labels.amount.in(options_.language)), Alignment::right},
                         heading(labels.items_now),
                         heading(labels.items_then),
                         heading(labels.by_hand)});
        const std::size_t shown = std::min(report_.rows.size(), rows_shown_max);
        for (std::size_t i = 0; i < shown; ++i) {
            const WhatIfRow& row = report_.rows[i];
            table.add(
                {std::string(name_of(row.change)), to_text(row.line.id),
                 to_iso(row.line.booking_date),
                 to_decimal(row.line.amount) + " " + std::string(row.line.amount.currency().code()),
                 items_or_reason(row.now), items_or_reason(row.then), joined(row.confirmed)});
        }
        table.write(out_, options_.width);
        if (shown < report_.rows.size()) {
            out_ << fmt::format("{} {}\n", report_.rows.size() - shown,
                                labels.more.in(options_.language));
        }
    }

    static std::string items_or_reason(const Replayed& replayed) {
        return replayed.allocations.empty() ? "(" + reason_of(replayed) + ")"
                                            : joined(replayed.allocations);
    }

    std::ostream& out_;
    const WhatIfReport& report_;
    const ReportOptions& options_;
};

void write_csv(std::ostream& out, const WhatIfReport& report, CsvDialect dialect) {
    CsvWriter csv(out, dialect, columns);
    csv.heading();
    for (const WhatIfRow& row : report.rows) {
        csv.row(row_of(row));
    }
}

void write_json(std::ostream& out, const WhatIfReport& report) {
    JsonWriter json(out);
    const auto number = [&json](std::string_view key, std::uint64_t count) {
        json.number(key, static_cast<std::int64_t>(count));
    };
    json.begin_object();
    number("runs", report.runs);
    number("lines", report.lines);
    number("booked", report.booked);
    json.text("model_now", report.model_now);
    number("matched_now", report.now);
    json.text("model_then", report.model_then);
    number("matched_then", report.then);
    number("confirmed", report.confirmed);
    number("contradicted_now", report.contradicted_now);
    for (const WhatIfChange change : changes) {
        number(name_of(change), count_of(report, change));
    }
    json.begin_array("rows");
    for (const WhatIfRow& row : report.rows) {
        const Row cells = row_of(row);
        json.begin_object();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            json.text(columns[i].key, cells[i]);
        }
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.line_end();
}

}  // namespace

void write_what_if(std::ostream& out, const WhatIfReport& report, const ReportOptions& options) {
    if (options.format == Format::csv) {
        write_csv(out, report, options.dialect);
    } else if (options.format == Format::json) {
        write_json(out, report);
    } else {
        TextReport(out, report, options).write();
    }
}

}  // namespace afletter
