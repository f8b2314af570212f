// `exceptions` as one page: no script, no outside request, light and dark, prints on A4.
#include <fmt/format.h>

#include "exception_writers.hpp"
#include "reason_tallies.hpp"
#include "rows.hpp"
#include "utf8.hpp"
#include "wording.hpp"

namespace afletter::rendering {

namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --rule: #8886; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; max-width: 90rem; }
table { border-collapse: collapse; margin: 1rem 0 2rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0;
         border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
td.date { white-space: nowrap; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.id { font-family: ui-monospace, monospace; }
p.quiet, span.quiet { color: var(--quiet); }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; font-size: 9pt; } thead { display: table-header-group; }
               tr { break-inside: avoid; } }
)css";

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : printable(valid_utf8(text))) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

struct Labels {
    Text title{"Exceptions", "Uitzonderingen"};
    Text to{"Ages count to", "Dagen tellen tot"};
    Text none{"Nothing waits for a person.", "Er wacht niets op een medewerker."};
    Text reason{"Reason", "Reden"};
    Text count{"Count", "Aantal"};
    Text amount{"Amount", "Bedrag"};
    Text line{"Line", "Regel"};
    Text date{"Booked", "Geboekt"};
    Text days{"Days", "Dagen"};
    Text counterparty{"Counterparty and text", "Tegenpartij en omschrijving"};
    Text candidate{"Best candidate", "Beste kandidaat"};
    Text step{"Next step", "Volgende stap"};
};
constexpr Labels labels;

class HtmlExceptions : public ExceptionWriter {
  public:
    HtmlExceptions(std::ostream& out, const ReportOptions& options)
        : out_(out), options_(options) {}

    // Rows are kept as text, for the totals stand above them.
    void add(const ExceptionRecord& exception) override {
        tallies_.add(exception);
        const Line& line = exception.line.line;
        const Decision& decision = exception.decision;
        rows_ += fmt::format(
            "<tr><td class=\"id\">{}</td><td class=\"date\">{}</td><td class=\"number\">{}</td>"
            "<td class=\"number\">{} {}</td><td>{}<br><span class=\"quiet\">{}</span></td>"
            "<td>{}<br><span class=\"quiet\">{}</span></td><td>{}</td><td>{}</td></tr>\n",
            to_text(line.id), to_iso(line.booking_date),
            days_between(line.booking_date, options_.today), to_decimal(exception.open_amount),
            line.amount.currency().code(), escaped(line.detail.counterparty.name),
            escaped(line.detail.remittance.empty() ? line.description : line.detail.remittance),
            escaped(say(wording(*decision.reason))),
            escaped(why_not_automatic(decision, options_.language)), best(decision),
            escaped(say(next_step(*decision.reason))));
    }

    void finish() override {
        out_ << "<!doctype html>\n<html lang=\""
             << (options_.language == Language::dutch ? "nl" : "en")
             << "\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
             << say(labels.title) << "</title>\n<style>" << style
             << "</style>\n</head>\n<body>\n<h1>" << say(labels.title)
             << "</h1>\n<p class=\"quiet\">" << say(labels.to) << ' ' << to_iso(options_.today)
             << ".</p>\n";
        if (rows_.empty()) {
            out_ << "<p>" << say(labels.none) << "</p>\n";
        } else {
            write_totals();
            write_rows();
        }
        out_ << "</body>\n</html>\n";
    }

  private:
    [[nodiscard]] std::string_view say(const Text& text) const {
        return text.in(options_.language);
    }

    [[nodiscard]] std::string best(const Decision& decision) const {
        if (decision.candidates.empty()) {
            return "";
        }
        const Candidate& candidate = decision.candidates.front();
        return fmt::format("{}<br><span class=\"quiet\">{}.{:02} %: {}</span>",
                           escaped(items_of(candidate)), shown_bp(candidate) / 100,
                           shown_bp(candidate) % 100,
                           escaped(in_words(candidate, options_.language)));
    }

    void write_totals() {
        out_ << fmt::format(
            "<table>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\" "
            "class=\"number\">{}</th>"
            "<th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
            say(labels.reason), say(labels.count), say(labels.amount));
        for (const Tally& tally : tallies_.list()) {
            std::string sums;
            for (const Money& sum : tally.sums) {
                sums += fmt::format("{}{} {}", sums.empty() ? "" : "<br>", to_decimal(sum),
                                    sum.currency().code());
            }
            out_ << fmt::format(
                "<tr><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
                escaped(say(wording(*parse_exception_reason(tally.key)))), tally.count, sums);
        }
        out_ << "</tbody>\n</table>\n";
    }

    void write_rows() {
        out_ << "<table>\n<thead><tr>";
        for (const Text& heading : {labels.line, labels.date}) {
            out_ << "<th scope=\"col\">" << say(heading) << "</th>";
        }
        for (const Text& heading : {labels.days, labels.amount}) {
            out_ << "<th scope=\"col\" class=\"number\">" << say(heading) << "</th>";
        }
        for (const Text& heading :
             {labels.counterparty, labels.reason, labels.candidate, labels.step}) {
            out_ << "<th scope=\"col\">" << say(heading) << "</th>";
        }
        out_ << "</tr></thead>\n<tbody>\n" << rows_ << "</tbody>\n</table>\n";
    }

    std::ostream& out_;
    ReportOptions options_;
    std::string rows_;
    ReasonTallies tallies_;
};

}  // namespace

std::unique_ptr<ExceptionWriter> make_exception_html(std::ostream& out,
                                                     const ReportOptions& options) {
    return std::make_unique<HtmlExceptions>(out, options);
}

}  // namespace afletter::rendering
