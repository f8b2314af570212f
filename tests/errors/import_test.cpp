// What the import says of statements that it can read and must not book, compared with the files
// beside it. AFLETTER_ACCEPT=1 writes those files anew.
#include <string>
#include <vector>

#include "scene.hpp"
#include "support/test.hpp"

namespace afletter::test {

namespace {

std::string statement(const std::string& entries, const std::string& closing) {
    return ":20:AFSCHRIFT1\n:25:NL34BNGH0285000001\n:28C:5/1\n:60F:C260104EUR1000,00\n" + entries +
           ":62F:C260105EUR" + closing + "\n-\n";
}

std::string receipt(const std::string& amount, const std::string& reference) {
    return ":61:2601050105C" + amount + "NTRFNONREF//" + reference +
           "\n:86:/REMI/USTD//Rioolheffing 2026/\n";
}

// Two payments that are one entry of 150.25.
std::string details_of(const std::string& reference) {
    const auto amount = [](const std::string& decimal) {
        return "<Amt Ccy=\"EUR\">" + decimal + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>";
    };
    const std::string dates =
        "<BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-05</Dt></ValDt>";
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">\n"
           "<BkToCstmrDbtCdtNtfctn>\n<Ntfctn><Acct><Id><IBAN>NL34BNGH0285000001</IBAN></Id></"
           "Acct>\n"
           "<Ntry>" +
           amount("150.25") + "<Sts><Cd>BOOK</Cd></Sts>" + dates + reference +
           "<NtryDtls><TxDtls>" + amount("100.00") + "</TxDtls><TxDtls>" + amount("50.25") +
           "</TxDtls></NtryDtls></Ntry>\n</Ntfctn>\n</BkToCstmrDbtCdtNtfctn></Document>\n";
}

std::vector<Scene> scenes() {
    const std::string one = receipt("150,25", "26005000000001");
    const std::string two =
        receipt("100,00", "26005000000002") + receipt("50,25", "26005000000003");
    const std::string batched =
        ":61:2601050105C150,25NTRFBATCH-7\n:86:/EREF/E2E-1//REMI/USTD//Rioolheffing 2026/\n";
    const std::vector<std::string> init{"init"};
    return {
        {"statement_unproved",
         {{"january.sta", statement(one, "1100,00")}},
         {init, {"import", "statements", "january.sta"}}},
        {"statement_conflict",
         {{"first.sta", statement(one, "1150,25")}, {"second.sta", statement(two, "1150,25")}},
         {init, {"import", "statements", "first.sta"}, {"import", "statements", "second.sta"}}},
        {"statement_unit",
         {{"units.sta",
           ":20:A\n:25:NL34BNGH0285000001\n:28C:5/1\n:60F:C260104JPY1000,\n"
           ":61:2601050105C0,50NTRFNONREF\n:62F:C260105JPY1000,\n"}},
         {init, {"import", "statements", "units.sta"}}},
        {"statement_interim",
         {{"today.sta",
           ":20:A\n:25:NL34BNGH0285000001\n:28C:5/1\n:34F:EURD0,\n"
           ":61:2601050105C1,00NTRFNONREF\n"}},
         {init, {"import", "statements", "today.sta"}}},
        {"statement_notification",
         {{"details.xml",
           "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">\n"
           "<BkToCstmrDbtCdtNtfctn>\n<Ntfctn><Acct><Id><IBAN>NL34BNGH0285000001</IBAN></Id></Acct>"
           "</Ntfctn>\n</BkToCstmrDbtCdtNtfctn></Document>\n"}},
         {init, {"import", "statements", "details.xml"}}},
        {"statement_details_waiting",
         {{"details.xml", details_of("<AcctSvcrRef>26005000000001</AcctSvcrRef>")}},
         {init, {"import", "statements", "details.xml"}}},
        {"statement_details_ambiguous",
         {{"january.sta", statement(batched + batched, "1300,50")},
          {"details.xml", details_of("<NtryRef>BATCH-7</NtryRef>")}},
         {init, {"import", "statements", "january.sta", "details.xml"}}},
        {"statement_details_late",
         {{"items.csv",
           "item_id,kind,issue_date,currency,amount,end_to_end_id\n"
           "I1,receivable,2026-01-01,EUR,150.25,E2E-1\n"},
          {"january.sta", statement(batched, "1150,25")},
          {"details.xml", details_of("<NtryRef>BATCH-7</NtryRef>")}},
         {init,
          {"import", "items", "items.csv"},
          {"import", "statements", "january.sta"},
          {"match"},
          {"import", "statements", "details.xml"}}},
        {"source_unreadable", {}, {init, {"import", "statements", "february.sta"}}},
    };
}

}  // namespace

TEST_CASE("a statement that cannot be booked is answered with the reason and the way out",
          "[errors]") {
    for (const Scene& scene : scenes()) {
        DYNAMIC_SECTION(scene.name) {
            check(scene);
        }
    }
}

}  // namespace afletter::test
