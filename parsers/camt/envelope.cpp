// read_camt: finds the statements of a message, whatever envelope is around it.
#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "camt/names.hpp"
#include "camt/statement.hpp"
#include "camt/values.hpp"
#include "readers.hpp"

namespace afletter {

namespace camt {

namespace {

const names::Container* find_container(std::string_view name) {
    const auto* const found = std::ranges::find_if(
        names::containers,
        [name](const names::Container& container) { return name.starts_with(container.prefix); });
    return found == names::containers.end() ? nullptr : found;
}

// "camt.053.001.08" out of "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08" and out of what
// national variants make of it ("ISO:camt.053.001.02:APC:STUZZA:payments:003").
std::string format_of(std::string_view namespace_name, const names::Container& container) {
    constexpr std::string_view pattern = "camt.05N.NNN.NN";
    const std::size_t start = namespace_name.find("camt.05");
    if (start == std::string_view::npos || namespace_name.size() - start < pattern.size()) {
        return std::string(container.format);
    }
    const std::string_view name = namespace_name.substr(start, pattern.size());
    const bool fits = std::ranges::equal(name, pattern, [](char found, char wanted) {
        return wanted == 'N' ? found >= '0' && found <= '9' : found == wanted;
    });
    return std::string(fits ? name : container.format);
}

class EnvelopeReader {
  public:
    explicit EnvelopeReader(Reading& reading) : reading_(reading) {}

    void read() {
        xml::Event event = reading_.xml.next();
        for (; !is_last(event.kind); event = reading_.xml.next()) {
            if (event.kind == xml::EventKind::start) {
                read_element(event);
            }
        }
        if (event.kind == xml::EventKind::fault) {
            reading_.findings.add(reading_.xml.fault());
        } else if (!found_statement_) {
            report_no_statement();
        }
    }

  private:
    static bool is_last(xml::EventKind kind) {
        return kind == xml::EventKind::finished || kind == xml::EventKind::fault;
    }

    void read_element(const xml::Event& start) {
        if (elements_++ == 0) {
            root_position_ = start.position;
        }
        if (elements_ <= 2) {
            outer_names_.append(outer_names_.empty() ? "" : "/").append(start.name);
        }
        if (const names::Container* container = find_container(start.name)) {
            read_message(start, *container);
        }
    }

    void read_message(const xml::Event& container_start, const names::Container& container) {
        Message message;
        message.format = format_of(container_start.namespace_name, container);
        xml::for_each_child(reading_.xml, [&](const xml::Event& start) {
            if (start.name == container.statement) {
                found_statement_ = true;
                read_statement(reading_, message, start);
            } else if (part_.read(reading_.xml, start)) {
                take_group_header(part_.root(), message);
            }
        });
    }

    static void take_group_header(const xml::Element& part, Message& message) {
        if (part.name() == "GrpHdr") {
            message.created = part.child("CreDtTm").text();
            message.page = read_page(part.child(names::message_pagination));
        }
    }

    void report_no_statement() {
        reading_.report(Severity::error, "camt.not_a_statement", root_position_,
                        fmt::format("expected a CAMT message with a statement (Stmt, Rpt or "
                                    "Ntfctn), found none in {}",
                                    in_quotes(outer_names_)),
                        "Ask the bank for CAMT.052, CAMT.053 or CAMT.054.");
    }

    Reading& reading_;
    xml::ElementTree part_;
    std::uint64_t elements_ = 0;
    std::string outer_names_;  // of the first two: Document/CstmrCdtTrfInitn
    xml::Position root_position_;
    bool found_statement_ = false;
};

}  // namespace

}  // namespace camt

bool read_camt(const std::string& source_name, ByteSource& bytes, StatementSink& sink) {
    xml::Reader xml(source_name, bytes);
    Findings findings(source_name,
                      [&sink](Diagnostic finding) { sink.report(std::move(finding)); });
    camt::Reading reading{xml, sink, findings};
    camt::EnvelopeReader(reading).read();
    findings.close();
    return !findings.has_errors();
}

}  // namespace afletter
