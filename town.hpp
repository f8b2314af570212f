// A town of three debtors and one bank day, small enough to know every answer by heart.
#pragma once

#include <string>
#include <vector>

#include "support/process.hpp"

namespace afletter::test {

// Two assessments that can be told apart, and twins that cannot.
inline const std::string town_items =
    "item_id,kind,party_id,party_name,party_iban,document_number,reference,issue_date,currency,"
    "amount\n"
    "A1,receivable,D1,J. de Vries,,2026-000101,5000056789012345,2026-01-02,EUR,120.50\n"
    "A2,receivable,D2,Bakkerij Smit B.V.,NL20INGB0001234567,F2026-0042,RF18539007547034,"
    "2026-01-03,EUR,75.00\n"
    "A3,receivable,D3,P. Jansen,NL91ABNA0417164300,R-1,,2026-01-04,EUR,300.00\n"
    "A4,receivable,D3,P. Jansen,NL91ABNA0417164300,R-2,,2026-01-04,EUR,300.00\n";

// Opening 1,000.00; A1 with its reference, A2 with its reference, 300.00 that fits two twins,
// bank charges.
inline const std::string town_statement =
    ":20:TOWN1\r\n"
    ":25:NL86INGB0002445588EUR\r\n"
    ":28C:1/1\r\n"
    ":60F:C260104EUR1000,00\r\n"
    ":61:2601050105C120,50NTRFNONREF//B1\r\n"
    ":86:/CNTP/NL55BNGH0285050505/BNGHNL2G/J DE VRIES///REMI/STRD/CUR/5000056789012345/\r\n"
    ":61:2601050105C75,00NTRFNONREF//B2\r\n"
    ":86:/CNTP/NL20INGB0001234567/INGBNL2A/BAKKERIJ SMIT BV///REMI/USTD//RF18539007547034/\r\n"
    ":61:2601050105C300,00NTRFNONREF//B3\r\n"
    ":86:/CNTP/NL91ABNA0417164300/ABNANL2A/P JANSEN///REMI/USTD//huur/\r\n"
    ":61:2601050105D12,34NCHGNONREF//B4\r\n"
    ":86:/REMI/USTD//kosten betalingsverkeer/\r\n"
    ":62F:C260105EUR1483,16\r\n"
    "-\r\n";

// The town with its own ledger in a folder of its own.
class Town {
  public:
    Outcome afletter(std::vector<std::string> arguments, const std::string& input = "") const {
        std::vector<std::string> all{AFLETTER_PROGRAM, "--ledger", ledger()};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return run({.arguments = all, .folder = folder.path(), .input = input});
    }
    [[nodiscard]] std::string ledger() const { return (folder.path() / "town.db").string(); }

    // init, both imports, match.
    void reconcile() const {
        afletter({"init"});
        afletter({"import", "items", folder.write("items.csv", town_items)});
        afletter({"import", "statements", folder.write("day.sta", town_statement)});
        afletter({"match"});
    }

    TemporaryFolder folder;
};

}  // namespace afletter::test
