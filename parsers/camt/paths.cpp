// Where each value stands in a CAMT message, through all its versions (.01 to .14): the one table
// of element names. A comment names the version that brought or dropped a place; unmarked: in all.
#include <array>

#include "camt/fields.hpp"

namespace afletter::camt {

namespace {

constexpr auto message_fields = std::to_array<FieldPath>({
    {"GrpHdr/CreDtTm", Field::message_created},
    {"GrpHdr/MsgPgntn/PgNb", Field::message_page},  // in .02
    {"GrpHdr/MsgPgntn/LastPgInd", Field::message_last_page},
});

constexpr auto statement_fields = std::to_array<FieldPath>({
    {"Id", Field::statement_id},
    {"ElctrncSeqNb", Field::sequence},
    {"LglSeqNb", Field::sequence, 1},
    {"CreDtTm", Field::statement_created},
    {"StmtPgntn/PgNb", Field::page},  // since .03, as all of these
    {"RptPgntn/PgNb", Field::page},
    {"NtfctnPgntn/PgNb", Field::page},
    {"StmtPgntn/LastPgInd", Field::last_page},
    {"RptPgntn/LastPgInd", Field::last_page},
    {"NtfctnPgntn/LastPgInd", Field::last_page},
    {"Acct/Id/IBAN", Field::account_iban},
    {"Acct/Id/Othr/Id", Field::account_number},          // since .02
    {"Acct/Id/PrtryAcct/Id", Field::account_number, 1},  // .01
    {"Acct/Id/BBAN", Field::account_number, 2},          // .01
    {"Acct/Id/UPIC", Field::account_number, 3},          // .01
    {"Acct/Ccy", Field::account_currency},
    {"Acct/Ownr/Nm", Field::account_owner},
    {"Acct/Ownr/Pty/Nm", Field::account_owner, 1},
    {"Acct/Nm", Field::account_owner, 2},
    {"Acct/Svcr/FinInstnId/BICFI", Field::account_servicer},  // since .03
    {"Acct/Svcr/FinInstnId/BIC", Field::account_servicer, 1},
    {"Acct/Svcr/FinInstnId/CmbndId/BIC", Field::account_servicer, 2},  // .01
    {"TxsSummry/TtlNtries/NbOfNtries", Field::summary_count},
    {"TxsSummry/TtlCdtNtries/NbOfNtries", Field::summary_credit_count},
    {"TxsSummry/TtlCdtNtries/Sum", Field::summary_credit_sum},
    {"TxsSummry/TtlDbtNtries/NbOfNtries", Field::summary_debit_count},
    {"TxsSummry/TtlDbtNtries/Sum", Field::summary_debit_sum},
    {"AddtlStmtInf", Field::statement_information},
    {"AddtlRptInf", Field::statement_information},
    {"AddtlNtfctnInf", Field::statement_information},
});

constexpr auto balance_fields = std::to_array<FieldPath>({
    {"Tp/CdOrPrtry/Cd", Field::balance_type},
    {"Tp/CdOrPrtry/Prtry", Field::balance_type, 1},
    {"Tp/Cd", Field::balance_type, 2},  // .01
    {"Tp/Prtry", Field::balance_type, 3},
    {"Amt", Field::amount},
    {"CdtDbtInd", Field::direction},
    {"Dt/Dt", Field::balance_date},
    {"Dt/DtTm", Field::balance_date, 1},
    {"Dt", Field::balance_date, 2},  // of some banks, as the next two
});

constexpr auto entry_fields = std::to_array<FieldPath>({
    {"NtryRef", Field::entry_reference},
    {"Amt", Field::amount},
    {"CdtDbtInd", Field::direction},
    {"RvslInd", Field::reversal},
    {"Sts/Cd", Field::status},  // since .08
    {"Sts", Field::status, 1},  // to .07
    {"Sts/Prtry", Field::status, 2},
    {"BookgDt/Dt", Field::booking_date},
    {"BookgDt/DtTm", Field::booking_date, 1},
    {"BookgDt", Field::booking_date, 2},
    {"ValDt/Dt", Field::value_date},
    {"ValDt/DtTm", Field::value_date, 1},
    {"ValDt", Field::value_date, 2},
    {"AcctSvcrRef", Field::bank_reference},
    {"BkTxCd/Domn/Cd", Field::code_domain},
    {"BkTxCd/Domn/Fmly/Cd", Field::code_family},
    {"BkTxCd/Domn/Fmly/SubFmlyCd", Field::code_sub_family},
    {"BkTxCd/Prtry/Cd", Field::code_proprietary},
    {"AmtDtls/InstdAmt/Amt", Field::instructed_amount},
    {"AmtDtls/TxAmt/Amt", Field::transaction_amount},
    {"AmtDtls/CntrValAmt/Amt", Field::counter_value},
    {"AmtDtls/InstdAmt/CcyXchg/XchgRate", Field::exchange_rate},
    {"AmtDtls/TxAmt/CcyXchg/XchgRate", Field::exchange_rate, 1},
    {"AmtDtls/CntrValAmt/CcyXchg/XchgRate", Field::exchange_rate, 2},
    {"Chrgs/TtlChrgsAndTaxAmt", Field::charges_total},
    {"Chrgs/Rcrd/Amt", Field::charge_amount},  // since .03
    {"Chrgs/Rcrd/CdtDbtInd", Field::charge_direction},
    {"Chrgs/Amt", Field::charge_amount},  // to .02
    {"Chrgs/CdtDbtInd", Field::charge_direction},
    {"AddtlNtryInf", Field::entry_information},
});

constexpr auto batch_fields = std::to_array<FieldPath>({
    {"PmtInfId", Field::payment_information_id},
    {"MsgId", Field::message_id},
    {"NbOfTxs", Field::batch_count},
    {"TtlAmt", Field::batch_sum},
    {"CdtDbtInd", Field::direction},
});

constexpr auto transaction_fields = std::to_array<FieldPath>({
    {"Refs/MsgId", Field::message_id},
    {"Refs/AcctSvcrRef", Field::bank_reference},
    {"Refs/PmtInfId", Field::payment_information_id},
    {"Refs/EndToEndId", Field::end_to_end_id},
    {"Refs/MndtId", Field::mandate_id},
    {"Amt", Field::amount},  // since .03
    {"CdtDbtInd", Field::direction},
    {"AmtDtls/InstdAmt/Amt", Field::instructed_amount},
    {"AmtDtls/TxAmt/Amt", Field::transaction_amount},
    {"AmtDtls/CntrValAmt/Amt", Field::counter_value},
    {"AmtDtls/InstdAmt/CcyXchg/XchgRate", Field::exchange_rate},
    {"AmtDtls/TxAmt/CcyXchg/XchgRate", Field::exchange_rate, 1},
    {"AmtDtls/CntrValAmt/CcyXchg/XchgRate", Field::exchange_rate, 2},
    {"Chrgs/TtlChrgsAndTaxAmt", Field::charges_total},
    {"Chrgs/Rcrd/Amt", Field::charge_amount},  // since .03
    {"Chrgs/Rcrd/CdtDbtInd", Field::charge_direction},
    {"Chrgs/Amt", Field::charge_amount},  // to .02
    {"Chrgs/CdtDbtInd", Field::charge_direction},
    {"BkTxCd/Domn/Cd", Field::code_domain},
    {"BkTxCd/Domn/Fmly/Cd", Field::code_family},
    {"BkTxCd/Domn/Fmly/SubFmlyCd", Field::code_sub_family},
    {"BkTxCd/Prtry/Cd", Field::code_proprietary},
    // Parties: Pty stands between since .08; a bank that is itself the party stands in Agt.
    {"RltdPties/Dbtr/Pty/Nm", Field::debtor_name},
    {"RltdPties/Dbtr/Nm", Field::debtor_name, 1},
    {"RltdPties/Dbtr/Agt/FinInstnId/Nm", Field::debtor_name, 2},
    {"RltdPties/UltmtDbtr/Pty/Nm", Field::debtor_ultimate_name},
    {"RltdPties/UltmtDbtr/Nm", Field::debtor_ultimate_name, 1},
    {"RltdPties/DbtrAcct/Id/IBAN", Field::debtor_iban},
    {"RltdPties/DbtrAcct/Id/Othr/Id", Field::debtor_number},
    {"RltdPties/DbtrAcct/Id/PrtryAcct/Id", Field::debtor_number, 1},
    {"RltdPties/DbtrAcct/Id/BBAN", Field::debtor_number, 2},
    {"RltdPties/DbtrAcct/Id/UPIC", Field::debtor_number, 3},
    {"RltdAgts/DbtrAgt/FinInstnId/BICFI", Field::debtor_agent},
    {"RltdAgts/DbtrAgt/FinInstnId/BIC", Field::debtor_agent, 1},
    {"RltdAgts/DbtrAgt/FinInstnId/CmbndId/BIC", Field::debtor_agent, 4},  // .01
    {"RltdPties/Dbtr/Agt/FinInstnId/BICFI", Field::debtor_agent, 2},
    {"RltdPties/Dbtr/Agt/FinInstnId/BIC", Field::debtor_agent, 3},
    {"RltdPties/Cdtr/Pty/Nm", Field::creditor_name},
    {"RltdPties/Cdtr/Nm", Field::creditor_name, 1},
    {"RltdPties/Cdtr/Agt/FinInstnId/Nm", Field::creditor_name, 2},
    {"RltdPties/UltmtCdtr/Pty/Nm", Field::creditor_ultimate_name},
    {"RltdPties/UltmtCdtr/Nm", Field::creditor_ultimate_name, 1},
    {"RltdPties/CdtrAcct/Id/IBAN", Field::creditor_iban},
    {"RltdPties/CdtrAcct/Id/Othr/Id", Field::creditor_number},
    {"RltdPties/CdtrAcct/Id/PrtryAcct/Id", Field::creditor_number, 1},
    {"RltdPties/CdtrAcct/Id/BBAN", Field::creditor_number, 2},
    {"RltdPties/CdtrAcct/Id/UPIC", Field::creditor_number, 3},
    {"RltdAgts/CdtrAgt/FinInstnId/BICFI", Field::creditor_agent},
    {"RltdAgts/CdtrAgt/FinInstnId/BIC", Field::creditor_agent, 1},
    {"RltdAgts/CdtrAgt/FinInstnId/CmbndId/BIC", Field::creditor_agent, 4},  // .01
    {"RltdPties/Cdtr/Agt/FinInstnId/BICFI", Field::creditor_agent, 2},
    {"RltdPties/Cdtr/Agt/FinInstnId/BIC", Field::creditor_agent, 3},
    {"RltdPties/Cdtr/Pty/Id/PrvtId/Othr/Id", Field::creditor_scheme_id},
    {"RltdPties/Cdtr/Pty/Id/PrvtId/Othr/SchmeNm/Prtry", Field::creditor_scheme},
    {"RltdPties/Cdtr/Id/PrvtId/Othr/Id", Field::creditor_scheme_id},
    {"RltdPties/Cdtr/Id/PrvtId/Othr/SchmeNm/Prtry", Field::creditor_scheme},
    {"RltdPties/Cdtr/Pty/Id/OrgId/Othr/Id", Field::creditor_scheme_id},
    {"RltdPties/Cdtr/Pty/Id/OrgId/Othr/SchmeNm/Prtry", Field::creditor_scheme},
    {"RltdPties/Cdtr/Id/OrgId/Othr/Id", Field::creditor_scheme_id},
    {"RltdPties/Cdtr/Id/OrgId/Othr/SchmeNm/Prtry", Field::creditor_scheme},
    {"RltdPties/Cdtr/Id/PrvtId/OthrId/Id", Field::creditor_scheme_id},  // .01
    {"RltdPties/Cdtr/Id/PrvtId/OthrId/IdTp", Field::creditor_scheme},
    {"CdtrSchmeId/Id/PrvtId/Othr/Id", Field::creditor_scheme_id},  // of some banks
    {"CdtrSchmeId/Id/PrvtId/Othr/SchmeNm/Prtry", Field::creditor_scheme},
    {"Purp/Cd", Field::purpose},
    {"Purp/Prtry", Field::purpose, 1},
    {"RmtInf/Ustrd", Field::unstructured},
    {"RmtInf/Strd/CdtrRefInf/Ref", Field::structured_reference},
    {"RmtInf/Strd/CdtrRefInf/CdtrRef", Field::structured_reference},  // .01
    {"RmtInf/Strd/RfrdDocInf/Nb", Field::document_number},
    {"RmtInf/Strd/RfrdDocInf/RfrdDocNb", Field::document_number},  // .01
    {"RmtInf/Strd/AddtlRmtInf", Field::structured_information},
    {"RtrInf/Rsn/Cd", Field::return_reason},
    {"RtrInf/Rsn/Prtry", Field::return_reason, 1},
    {"RtrInf/RtrRsn/Cd", Field::return_reason, 2},  // .01
    {"RtrInf/RtrRsn/Prtry", Field::return_reason, 3},
    {"RtrInf/AddtlInf", Field::return_information},
    {"RtrInf/AddtlRtrRsnInf", Field::return_information},  // .01
    {"AddtlTxInf", Field::transaction_information},
});

constexpr auto inner_groups = std::to_array<GroupPath>({
    {Group::message, "Stmt", Group::statement},
    {Group::message, "Rpt", Group::statement},
    {Group::message, "Ntfctn", Group::statement},
    {Group::statement, "Bal", Group::balance},
    {Group::statement, "Ntry", Group::entry},
    {Group::entry, "NtryDtls/Btch", Group::batch},
    {Group::entry, "Btch", Group::batch},  // .01
    {Group::entry, "NtryDtls/TxDtls", Group::transaction},
    {Group::entry, "TxDtls", Group::transaction},  // .01
    {Group::transaction, "RtrInf", Group::returned},
});

constexpr auto containers = std::to_array<Container>({
    {"BkToCstmrStmt", "camt.053"},
    {"BkToCstmrAcctRpt", "camt.052"},
    {"BkToCstmrDbtCdtNtfctn", "camt.054"},
});

}  // namespace

std::span<const FieldPath> fields_of(Group group) {
    switch (group) {
        case Group::message:
            return message_fields;
        case Group::statement:
            return statement_fields;
        case Group::balance:
            return balance_fields;
        case Group::entry:
            return entry_fields;
        case Group::batch:
            return batch_fields;
        case Group::transaction:
            return transaction_fields;
        case Group::envelope:
        case Group::returned:
            return {};
    }
    return {};
}

std::span<const GroupPath> groups() {
    return inner_groups;
}

const Container* container_named(std::string_view local_name) {
    for (const Container& container : containers) {
        if (local_name.starts_with(container.prefix)) {
            return &container;
        }
    }
    return nullptr;
}

}  // namespace afletter::camt
