// Where each value stands in a CAMT message, through all its versions: the one table of element
// names. Paths are of local names, in the order in which they are tried; a comment names the
// version that brought or dropped one. Unmarked: in every version.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace afletter::camt::names {

template <std::size_t size>
using Paths = std::array<std::string_view, size>;

// The containers, whose names carried a version at first (BkToCstmrAcctRptV01).
struct Container {
    std::string_view prefix;
    std::string_view format;     // when the namespace does not name it
    std::string_view statement;  // its repeated child
};
inline constexpr std::array<Container, 3> containers = {{
    {"BkToCstmrStmt", "camt.053", "Stmt"},
    {"BkToCstmrAcctRpt", "camt.052", "Rpt"},
    {"BkToCstmrDbtCdtNtfctn", "camt.054", "Ntfctn"},
}};

// Statement, report, notification.
inline constexpr Paths<3> pagination = {"StmtPgntn", "RptPgntn", "NtfctnPgntn"};  // since .03
inline constexpr std::string_view message_pagination = "MsgPgntn";                // in GrpHdr, .02
inline constexpr Paths<3> information = {"AddtlStmtInf", "AddtlRptInf", "AddtlNtfctnInf"};
inline constexpr Paths<2> sequence = {"ElctrncSeqNb", "LglSeqNb"};
inline constexpr Paths<2> balance_type = {"Tp/CdOrPrtry/Cd", "Tp/Cd"};  // Tp/Cd: .01

// An account, ours or the other party's, below Acct, DbtrAcct, CdtrAcct.
inline constexpr Paths<1> account_iban = {"Id/IBAN"};
inline constexpr Paths<4> account_other = {"Id/Othr/Id",       // .02 and later
                                           "Id/PrtryAcct/Id",  // .01
                                           "Id/BBAN", "Id/UPIC"};
inline constexpr Paths<2> bic = {"FinInstnId/BICFI",  // .03 and later
                                 "FinInstnId/BIC"};   // to .02
inline constexpr Paths<1> owner_name = {"Ownr/Nm"};

// Parties: Pty stands between since .08; a bank that is itself the party stands in Agt.
inline constexpr Paths<3> party_name = {"Pty/Nm", "Nm", "Agt/FinInstnId/Nm"};

// Entry.
inline constexpr Paths<2> status = {"Sts/Cd",  // .08 and later
                                    "Sts"};    // to .07
inline constexpr Paths<2> booking_date = {"BookgDt/Dt", "BookgDt/DtTm"};
inline constexpr Paths<2> value_date = {"ValDt/Dt", "ValDt/DtTm"};
inline constexpr Paths<2> balance_date = {"Dt/Dt", "Dt/DtTm"};
inline constexpr Paths<2> batch_id = {"PmtInfId", "MsgId"};

// Transaction.
inline constexpr Paths<3> detail_amount = {"Amt",  // .03 and later
                                           "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt"};
inline constexpr Paths<3> creditor_private_id = {"RltdPties/Cdtr/Pty/Id/PrvtId",
                                                 "RltdPties/Cdtr/Id/PrvtId",
                                                 "CdtrSchmeId/Id/PrvtId"};  // of some banks
inline constexpr Paths<2> return_reason = {"RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"};
inline constexpr Paths<2> purpose = {"Purp/Cd", "Purp/Prtry"};

}  // namespace afletter::camt::names
