// CAMT.053 indented as the Dutch banks write it, in the versions .02 and .08, and a form in which
// no two records are alike: elements in any order, unknown ones between them, other prefixes and
// blanks.
#include <array>
#include <cstdlib>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "bench/payments.hpp"
#include "bench/statement_files.hpp"

namespace afletter::bench {

namespace {

constexpr int entries_in_statement = 100;  // few, since a stream is measured with its maker
constexpr std::uint32_t batch_percent = 2;
constexpr std::size_t batch_size = 8;

std::string decimal(std::int64_t cents) {
    return fmt::format("{}.{:02}", std::abs(cents) / 100, std::abs(cents) % 100);
}

std::string_view indicator(std::int64_t cents) {
    return cents < 0 ? "DBIT" : "CRDT";
}

struct CamtEntry {
    std::int64_t cents = 0;
    std::vector<Payment> payments;  // more than one: a batch
};

// An element with its children; written in one of two ways.
struct Element {
    std::string tag;
    std::string text;
    std::vector<Element> children;
    std::string attribute = {};

    Element(std::string_view name, std::string_view content) : tag(name), text(content) {}
    Element(std::string_view name, std::vector<Element> inner)
        : tag(name), children(std::move(inner)) {}
};

Element amount_of(std::int64_t cents) {
    Element amount("Amt", decimal(cents));
    amount.attribute = " Ccy=\"EUR\"";
    return amount;
}

class Records {
  public:
    explicit Records(bool is_new) : is_new_(is_new) {}

    [[nodiscard]] Element entry(const CamtEntry& entry) const {
        const Payment& first = entry.payments.front();
        std::vector<Element> details;
        if (entry.payments.size() > 1) {
            details.emplace_back(
                "Btch", std::vector<Element>{{"PmtInfId", "BATCH-" + first.bank_reference},
                                             {"NbOfTxs", std::to_string(entry.payments.size())}});
        }
        for (const Payment& payment : entry.payments) {
            details.push_back(transaction(payment));
        }
        const Element status = is_new_ ? Element("Sts", {{"Cd", "BOOK"}}) : Element("Sts", "BOOK");
        return {
            "Ntry",
            {amount_of(entry.cents),
             {"CdtDbtInd", indicator(entry.cents)},
             status,
             {"BookgDt", {{"Dt", "2026-01-05"}}},
             {"ValDt", {{"Dt", "2026-01-05"}}},
             {"AcctSvcrRef", first.bank_reference},
             {"BkTxCd",
              {{"Domn",
                {{"Cd", "PMNT"},
                 {"Fmly", {{"Cd", entry.cents < 0 ? "ICDT" : "RCDT"}, {"SubFmlyCd", "ESCT"}}}}}}},
             {"NtryDtls", std::move(details)}}};
    }

    [[nodiscard]] Element account() const {
        return {"Acct",
                {{"Id", {{"IBAN", "NL34BNGH0285000001"}}},
                 {"Ccy", "EUR"},
                 {"Nm", "Gemeente Waterwoude"},
                 {"Svcr", {{"FinInstnId", {{bic_tag(), "BNGHNL2G"}}}}}}};
    }

    [[nodiscard]] Element balance(std::string_view code, std::int64_t cents) const {
        return {"Bal",
                {{"Tp", {{"CdOrPrtry", {{"Cd", code}}}}},
                 amount_of(cents),
                 {"CdtDbtInd", indicator(cents)},
                 {"Dt", {{"Dt", "2026-01-05"}}}}};
    }

  private:
    [[nodiscard]] std::string_view bic_tag() const { return is_new_ ? "BICFI" : "BIC"; }

    [[nodiscard]] Element transaction(const Payment& payment) const {
        const bool debtor = payment.cents >= 0;
        std::vector<Element> party{{"Nm", payment.name}};
        if (is_new_) {
            party = {{"Pty", std::move(party)}};
        }
        std::vector<Element> members{
            {"Refs",
             {{"AcctSvcrRef", payment.bank_reference},
              {"EndToEndId",
               payment.end_to_end_id.empty() ? "NOTPROVIDED" : payment.end_to_end_id}}}};
        if (is_new_) {
            members.push_back(amount_of(payment.cents));
            members.emplace_back("CdtDbtInd", indicator(payment.cents));
        } else {
            members.emplace_back("AmtDtls",
                                 std::vector<Element>{{"TxAmt", {amount_of(payment.cents)}}});
        }
        members.emplace_back("RltdPties",
                             std::vector<Element>{{debtor ? "Dbtr" : "Cdtr", std::move(party)},
                                                  {debtor ? "DbtrAcct" : "CdtrAcct",
                                                   {{"Id", {{"IBAN", payment.iban}}}}}});
        members.emplace_back("RltdAgts",
                             std::vector<Element>{{debtor ? "DbtrAgt" : "CdtrAgt",
                                                   {{"FinInstnId", {{bic_tag(), payment.bic}}}}}});
        members.push_back(remittance(payment));
        return {"TxDtls", std::move(members)};
    }

    [[nodiscard]] static Element remittance(const Payment& payment) {
        if (payment.payment_reference.empty()) {
            return {"RmtInf", {{"Ustrd", payment.text}}};
        }
        return {"RmtInf",
                {{"Strd",
                  {{"CdtrRefInf",
                    {{"Tp", {{"CdOrPrtry", {{"Cd", "SCOR"}}}, {"Issr", "CUR"}}},
                     {"Ref", payment.payment_reference}}}}}}};
    }

    bool is_new_;
};

void write_indented(std::string& out, const Element& element, std::size_t depth) {
    out.append(2 * depth, ' ')
        .append("<")
        .append(element.tag)
        .append(element.attribute)
        .append(">");
    if (element.children.empty()) {
        out.append(element.text);
    } else {
        out += '\n';
        for (const Element& child : element.children) {
            write_indented(out, child, depth + 1);
        }
        out.append(2 * depth, ' ');
    }
    out.append("</").append(element.tag).append(">\n");
}

// No structure that could be learnt from one record helps with the next.
class Shuffler {
  public:
    explicit Shuffler(simulator::Random& random) : random_(random) {}

    void write(std::string& out, const Element& element, std::string_view prefix) {
        blanks(out);
        out.append("<").append(prefix).append(element.tag).append(element.attribute).append(">");
        if (element.children.empty()) {
            out.append(element.text);
        } else {
            for (const std::size_t place : shuffled_places(element)) {
                write(out, element.children[place], prefix);
                stranger(out, prefix);
            }
            blanks(out);
        }
        out.append("</").append(prefix).append(element.tag).append(">");
    }

    std::string_view prefix() {
        constexpr auto prefixes = std::to_array<std::string_view>({"", "a:", "camt:", "n0:"});
        return random_.pick(prefixes);
    }

  private:
    // The details of an entry stay behind it, as in every version of the schema.
    std::vector<std::size_t> shuffled_places(const Element& element) {
        std::vector<std::size_t> places(element.children.size());
        for (std::size_t place = 0; place < places.size(); ++place) {
            places[place] = place;
        }
        const bool has_details = element.children.back().tag == "NtryDtls";
        for (std::size_t left = places.size() - (has_details ? 1 : 0); left > 1; --left) {
            std::swap(places[left - 1], places[random_.below(left)]);
        }
        return places;
    }

    void blanks(std::string& out) {
        constexpr std::string_view spaces = "\n                ";
        out.append(spaces.substr(0, random_.below(spaces.size())));
    }

    void stranger(std::string& out, std::string_view prefix) {
        if (random_.percent(10)) {
            const std::uint32_t number = random_.below(10'000);
            fmt::format_to(std::back_inserter(out), "<{0}X{1}>{1}</{0}X{1}>", prefix, number);
        }
    }

    simulator::Random& random_;
};

enum class Layout : std::uint8_t { indented, shuffled };

class CamtMaker final : public FileMaker {
  public:
    CamtMaker(std::string_view version, Layout layout, std::uint64_t seed)
        : version_(version), records_(version == "08"), layout_(layout), payments_(seed) {}

    std::string beginning() override {
        return fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{0}\" "
            "xmlns:a=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{0}\" "
            "xmlns:camt=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{0}\" "
            "xmlns:n0=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{0}\">\n  <BkToCstmrStmt>\n"
            "    <GrpHdr>\n      <MsgId>MSG-1</MsgId>\n"
            "      <CreDtTm>2026-01-05T20:00:00</CreDtTm>\n    </GrpHdr>\n",
            version_);
    }

    std::string next_statement() override {
        const std::int64_t opening = balance_;
        std::string entries;
        for (int count = 0; count < entries_in_statement; ++count) {
            write_entry(entries, next_entry());
        }
        std::string text = fmt::format(
            "    <Stmt>\n      <Id>2026-{:05}</Id>\n"
            "      <CreDtTm>2026-01-05T20:00:00</CreDtTm>\n",
            ++sequence_);
        write_indented(text, records_.account(), 3);
        write_indented(text, records_.balance("OPBD", opening), 3);
        write_indented(text, records_.balance("CLBD", balance_), 3);
        return text + entries + "    </Stmt>\n";
    }

    std::string ending() override { return "  </BkToCstmrStmt>\n</Document>\n"; }

  private:
    CamtEntry next_entry() {
        CamtEntry entry;
        const std::size_t size = payments_.random().percent(batch_percent) ? batch_size : 1;
        while (entry.payments.size() < size) {
            entry.payments.push_back(payments_.next());
            entry.payments.back().cents = std::abs(entry.payments.back().cents);
            entry.cents += entry.payments.back().cents;
        }
        balance_ += entry.cents;
        return entry;
    }

    void write_entry(std::string& out, const CamtEntry& entry) {
        if (layout_ == Layout::indented) {
            write_indented(out, records_.entry(entry), 3);
        } else {
            Shuffler shuffler(payments_.random());
            shuffler.write(out, records_.entry(entry), shuffler.prefix());
        }
    }

    std::string version_;
    Records records_;
    Layout layout_;
    PaymentMaker payments_;
    std::int64_t balance_ = 1'250'000'00;
    std::uint32_t sequence_ = 0;
};

std::unique_ptr<FileMaker> version_02(std::uint64_t seed) {
    return std::make_unique<CamtMaker>("02", Layout::indented, seed);
}
std::unique_ptr<FileMaker> version_08(std::uint64_t seed) {
    return std::make_unique<CamtMaker>("08", Layout::indented, seed);
}
std::unique_ptr<FileMaker> no_two_alike(std::uint64_t seed) {
    return std::make_unique<CamtMaker>("08", Layout::shuffled, seed);
}

}  // namespace

const std::vector<FileKind>& camt_kinds() {
    static const std::vector<FileKind> kinds{
        {"camt.053.001.02", true, version_02},
        {"camt.053.001.08", true, version_08},
        {"camt.053, no two records alike", true, no_two_alike}};
    return kinds;
}

}  // namespace afletter::bench
