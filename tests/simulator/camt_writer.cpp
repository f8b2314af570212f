// CAMT.053 element by element, in the order of the schema; .02 and .08 differ in a few places.
#include "simulator/camt_writer.hpp"

#include <afletter/model/date.hpp>

#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "simulator/names.hpp"

namespace afletter::simulator {

namespace {

using std::chrono::sys_days;

std::string iso(sys_days day) {
    return to_iso(Date(day));
}

std::string decimal(std::int64_t cents) {
    const std::int64_t size = std::abs(cents);
    return fmt::format("{}.{:02}", size / 100, size % 100);
}

std::string_view indicator(std::int64_t cents) {
    return cents < 0 ? "DBIT" : "CRDT";
}

bool is_version_08(const BankAccount& account) {
    return account.format == StatementFormat::camt_053_08;
}

// Elements, indented or not.
class Xml {
  public:
    Xml(std::string& out, bool indented, int depth)
        : out_(out), indented_(indented), depth_(depth) {}

    void open(std::string_view tag) {
        begin_line();
        begin_tag(tag);
        end_line();
        ++depth_;
    }
    void close(std::string_view tag) {
        --depth_;
        begin_line();
        end_tag(tag);
        end_line();
    }
    void element(std::string_view tag, std::string_view text) {
        begin_line();
        begin_tag(tag);
        escape(text);
        end_tag(tag);
        end_line();
    }
    void element_if(std::string_view tag, std::string_view text) {
        if (!text.empty()) {
            element(tag, text);
        }
    }
    void amount(std::int64_t cents) {
        begin_line();
        fmt::format_to(std::back_inserter(out_), "<Amt Ccy=\"EUR\">{}</Amt>", decimal(cents));
        end_line();
    }
    // Elements that hold nothing but one another, the innermost with the text.
    void nested(std::initializer_list<std::string_view> tags, std::string_view text) {
        const auto innermost = std::prev(tags.end());
        for (auto tag = tags.begin(); tag != innermost; ++tag) {
            open(*tag);
        }
        element(*innermost, text);
        for (auto tag = innermost; tag != tags.begin();) {
            close(*--tag);
        }
    }

  private:
    // Appended piece by piece: this is where a large world spends its time.
    void begin_tag(std::string_view tag) {
        out_ += '<';
        out_ += tag;
        out_ += '>';
    }
    void end_tag(std::string_view tag) {
        out_ += "</";
        out_ += tag;
        out_ += '>';
    }
    void begin_line() {
        if (indented_) {
            out_.append(2 * static_cast<std::size_t>(depth_), ' ');
        }
    }
    void end_line() {
        if (indented_) {
            out_ += '\n';
        }
    }
    void escape(std::string_view text) {
        for (const char letter : text) {
            switch (letter) {
                case '&':
                    out_ += "&amp;";
                    break;
                case '<':
                    out_ += "&lt;";
                    break;
                case '>':
                    out_ += "&gt;";
                    break;
                default:
                    out_ += letter;
                    break;
            }
        }
    }

    std::string& out_;
    bool indented_;
    int depth_;
};

struct TransactionCode {
    std::string_view domain;
    std::string_view family;
    std::string_view subfamily;
};
TransactionCode code_of(const BankEntry& entry) {
    const bool credit = entry.cents >= 0;
    switch (entry.type) {
        case EntryType::receipt:
            return {"PMNT", "RCDT", "ESCT"};
        case EntryType::transfer:
            return {"PMNT", "ICDT", "ESCT"};
        case EntryType::collection:
            return {"PMNT", "IDDT", "ESDD"};
        case EntryType::collection_return:
            return {"PMNT", "IDDT", "UPDD"};
        case EntryType::transfer_return:
            return {"PMNT", "ICDT", "RRTN"};
        case EntryType::charges:
            return {"PMNT", "MDOP", "CHRG"};
        case EntryType::interest:
            return {"PMNT", credit ? "MCOP" : "MDOP", "INTR"};
        case EntryType::own_account:
            return {"PMNT", credit ? "RCDT" : "ICDT", "BOOK"};
        case EntryType::treasury:
            break;
    }
    return {"CAMT", "ACCB", "ZABA"};
}

class DocumentWriter {
  public:
    DocumentWriter(std::string& out, const BankAccount& account)
        : xml_(out, is_version_08(account), 2), account_(account), new_(is_version_08(account)) {}

    void write(const BankStatement& statement) {
        xml_.open("Stmt");
        xml_.element("Id", fmt::format("{}-{}", account_.iban.substr(10), iso(statement.date)));
        xml_.element("ElctrncSeqNb", fmt::format("{}", statement.sequence));
        xml_.element("CreDtTm", iso(statement.date) + "T22:10:05");
        xml_.open("Acct");
        xml_.nested({"Id", "IBAN"}, account_.iban);
        xml_.element("Ccy", "EUR");
        xml_.element("Nm", owner_name);
        xml_.nested({"Svcr", "FinInstnId", bic_tag()}, account_.bic);
        xml_.close("Acct");
        // The opening balance is yesterday's closing balance.
        write_balance(new_ ? "OPBD" : "PRCD", statement.opening,
                      statement.date - std::chrono::days(new_ ? 0 : 1));
        write_balance("CLBD", statement.closing, statement.date);
        write_balance("CLAV", statement.closing, statement.date);
        for (const BankEntry& entry : statement.entries) {
            write_entry(entry, statement.date);
        }
        xml_.close("Stmt");
    }

  private:
    [[nodiscard]] std::string_view bic_tag() const { return new_ ? "BICFI" : "BIC"; }

    void write_balance(std::string_view code, std::int64_t cents, sys_days date) {
        xml_.open("Bal");
        xml_.nested({"Tp", "CdOrPrtry", "Cd"}, code);
        xml_.amount(cents);
        xml_.element("CdtDbtInd", indicator(cents));
        xml_.nested({"Dt", "Dt"}, iso(date));
        xml_.close("Bal");
    }

    void write_entry(const BankEntry& entry, sys_days date) {
        xml_.open("Ntry");
        xml_.amount(entry.cents);
        xml_.element("CdtDbtInd", indicator(entry.cents));
        if (entry.reversal) {
            xml_.element("RvslInd", "true");
        }
        if (new_) {
            xml_.nested({"Sts", "Cd"}, "BOOK");
        } else {
            xml_.element("Sts", "BOOK");
        }
        xml_.nested({"BookgDt", "Dt"}, iso(date));
        xml_.nested({"ValDt", "Dt"}, iso(entry.value_date));
        xml_.element("AcctSvcrRef", entry.bank_reference);
        const TransactionCode code = code_of(entry);
        xml_.open("BkTxCd");
        xml_.open("Domn");
        xml_.element("Cd", code.domain);
        xml_.open("Fmly");
        xml_.element("Cd", code.family);
        xml_.element("SubFmlyCd", code.subfamily);
        xml_.close("Fmly");
        xml_.close("Domn");
        xml_.close("BkTxCd");
        xml_.open("NtryDtls");
        if (!entry.batch_id.empty()) {
            write_batch(entry);
        }
        for (const BankTransaction& transaction : entry.transactions) {
            write_transaction(entry, transaction);
        }
        xml_.close("NtryDtls");
        if (entry.is_gross) {  // as ABN AMRO says it in MT940
            xml_.element("AddtlNtryInf", fmt::format("/TRTP/SEPA INCASSO BATCH/PREF/{}/PIND/BRUTO",
                                                     entry.batch_id));
        }
        xml_.close("Ntry");
    }

    void write_batch(const BankEntry& entry) {
        xml_.open("Btch");
        xml_.element("PmtInfId", entry.batch_id);
        if (entry.batch_count != 0) {
            xml_.element("NbOfTxs", fmt::format("{}", entry.batch_count));
        }
        xml_.close("Btch");
    }

    void write_transaction(const BankEntry& entry, const BankTransaction& transaction) {
        const Wording& words = transaction.words;
        xml_.open("TxDtls");
        xml_.open("Refs");
        xml_.element("AcctSvcrRef", transaction.bank_reference);
        xml_.element_if("PmtInfId", entry.batch_id);
        xml_.element("EndToEndId",
                     words.end_to_end_id.empty() ? "NOTPROVIDED" : words.end_to_end_id);
        xml_.element_if("MndtId", words.mandate_id);
        xml_.close("Refs");
        if (new_) {
            xml_.amount(transaction.cents);
            xml_.element("CdtDbtInd", indicator(transaction.cents));
        } else {
            xml_.open("AmtDtls");
            xml_.open("TxAmt");
            xml_.amount(transaction.cents);
            xml_.close("TxAmt");
            xml_.close("AmtDtls");
        }
        if (!words.iban.empty()) {
            write_counterparty(entry, words);
        }
        write_remittance(words);
        if (!words.return_reason.empty()) {
            xml_.nested({"RtrInf", "Rsn", "Cd"}, words.return_reason);
        }
        xml_.close("TxDtls");
    }

    // A returned payment keeps the parties of the original: the other side stands where it stood.
    void write_counterparty(const BankEntry& entry, const Wording& words) {
        const bool debtor = (entry.cents >= 0) != entry.reversal;
        xml_.open("RltdPties");
        const std::string name = name_in_camt(account_, words.name);
        if (new_) {
            xml_.nested({debtor ? "Dbtr" : "Cdtr", "Pty", "Nm"}, name);
        } else {
            xml_.nested({debtor ? "Dbtr" : "Cdtr", "Nm"}, name);
        }
        xml_.nested({debtor ? "DbtrAcct" : "CdtrAcct", "Id", "IBAN"}, words.iban);
        xml_.close("RltdPties");
        xml_.open("RltdAgts");
        xml_.nested({debtor ? "DbtrAgt" : "CdtrAgt", "FinInstnId", bic_tag()}, words.bic);
        xml_.close("RltdAgts");
    }

    void write_remittance(const Wording& words) {
        if (!words.structured_reference.empty()) {
            xml_.open("RmtInf");
            xml_.open("Strd");
            xml_.open("CdtrRefInf");
            xml_.open("Tp");
            xml_.nested({"CdOrPrtry", "Cd"}, "SCOR");
            const bool payment = words.reference_type == ReferenceType::payment;
            xml_.element("Issr", payment ? "CUR" : "ISO");
            xml_.close("Tp");
            xml_.element("Ref", words.structured_reference);
            xml_.close("CdtrRefInf");
            xml_.close("Strd");
            xml_.close("RmtInf");
        } else if (!words.remittance.empty()) {
            xml_.nested({"RmtInf", "Ustrd"}, words.remittance);
        }
    }

    Xml xml_;
    const BankAccount& account_;
    bool new_;
};

}  // namespace

void begin_camt(std::string& out, const BankStatement& first) {
    const std::string_view version = is_version_08(*first.account) ? "08" : "02";
    fmt::format_to(std::back_inserter(out),
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document "
                   "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{}\"><BkToCstmrStmt>"
                   "<GrpHdr><MsgId>{}-{}</MsgId><CreDtTm>{}T23:00:00</CreDtTm></GrpHdr>\n",
                   version, first.account->iban, first.sequence, iso(first.date));
}

void append_camt(std::string& out, const BankStatement& statement) {
    DocumentWriter(out, *statement.account).write(statement);
}

void end_camt(std::string& out) {
    out += "</BkToCstmrStmt></Document>\n";
}

std::string name_in_camt(const BankAccount& account, std::string_view name) {
    return is_version_08(account) ? std::string(name) : without_diacritics(name);
}

std::string transaction_code_in_camt(const BankEntry& entry) {
    const TransactionCode code = code_of(entry);
    return fmt::format("{}/{}/{}", code.domain, code.family, code.subfamily);
}

}  // namespace afletter::simulator
