// What payers, their banks and we ourselves write in a transaction of each kind.
#include <array>
#include <utility>

#include <fmt/format.h>

#include "simulator/names.hpp"
#include "simulator/noise.hpp"
#include "simulator/parties.hpp"
#include "simulator/statements.hpp"
#include "simulator/streams.hpp"
#include "simulator/typing.hpp"

namespace afletter::simulator {

namespace {

class Writer {
  public:
    Writer(const World& world, const Entry& entry, std::uint32_t transaction)
        : world_(world),
          entry_(entry),
          transaction_(world.transactions[transaction]),
          random_(stream(world, Stream::wording, transaction)) {}

    Wording write() {
        switch (entry_.type) {
            case EntryType::receipt:
                write_receipt();
                break;
            case EntryType::transfer:
            case EntryType::transfer_return:
                write_supplier();
                break;
            case EntryType::collection:
            case EntryType::collection_return:
                write_collection();
                break;
            case EntryType::charges:
                words_.remittance = "Kosten zakelijk betalingsverkeer vorige maand";
                break;
            case EntryType::interest:
                words_.remittance = "Rente rekening-courant 1e kwartaal";
                break;
            case EntryType::own_account:
                write_own_transfer();
                break;
            case EntryType::treasury:
                write_sweep();
                break;
        }
        return std::move(words_);
    }

  private:
    void write_receipt() {
        write_payer();
        if (random_.percent(25)) {
            words_.end_to_end_id = fmt::format("{:012}", random_.below(2'000'000'000));
        }
        write_text();
    }

    void write_payer() {
        const bool stranger =
            transaction_.payer == absent || transaction_.kind == LineKind::mangled_name;
        const AccountNumber account =
            stranger ? foreign_account(world_, random_) : account_of(world_, transaction_.payer);
        words_.iban = account.iban;
        words_.bic = account.bic;
        words_.name = payer_name();
        const bool is_clean = world_.options.noise == Noise::low;
        if (transaction_.kind == LineKind::mangled_name || (!is_clean && random_.percent(6))) {
            words_.name = mangled(words_.name, random_);
        }
    }

    std::string payer_name() {
        if (transaction_.payer == absent) {
            return random_.percent(60) ? name_at_bank(make_person_name(random_), random_)
                                       : make_company_name(random_);
        }
        const Party& payer = world_.parties[transaction_.payer];
        const bool is_clean = world_.options.noise == Noise::low;
        if (payer.kind != PartyKind::citizen ||
            (is_clean && transaction_.kind != LineKind::joint_payer)) {
            return ledger_name(world_, transaction_.payer);
        }
        const PersonName name = person_of(world_, transaction_.payer);
        if (transaction_.kind == LineKind::joint_payer ||
            (payer.joint_account && random_.percent(40))) {
            return joint_name(name, person_of(world_, payer.partner), random_);
        }
        return name_at_bank(name, random_);
    }

    void write_text() {
        switch (transaction_.kind) {
            case LineKind::structured_reference:
                return in_its_field();
            case LineKind::typed_reference:
                return typed();
            case LineKind::document_number:
                return as_document();
            case LineKind::bare_document_number:
                words_.remittance = bare_document(document(), random_);
                return;
            case LineKind::third_party_reference:
                return by_third_party();
            case LineKind::third_party_no_reference:
                return for_somebody();
            case LineKind::mistyped_reference:
                return with_mistake();
            case LineKind::reference_of_other_item:
                return random_.percent(50) ? in_its_field() : typed();
            case LineKind::several_items_named:
            case LineKind::netted_credit_note:
                return several_named();
            case LineKind::instalment:
                return part_of_item();
            case LineKind::overpaid:
            case LineKind::earlier_balance:
            case LineKind::part_paid:
            case LineKind::item_over_lines:
            case LineKind::missing_item_reference:
            case LineKind::duplicate_payment:
                return somehow();
            case LineKind::equal_twins:
                return perhaps_the_month();
            case LineKind::joint_payer:
                return random_.percent(75) ? somehow() : say_nothing();
            case LineKind::provider_payment:
                return through_provider();
            case LineKind::bailiff_payment:
                return from_bailiff();
            case LineKind::unknown_receipt:
                words_.remittance = unrelated_text(random_);
                return;
            default:
                return say_nothing();
        }
    }

    [[nodiscard]] std::string reference() const { return reference_of(world_, transaction_.named); }
    [[nodiscard]] std::string document() const {
        return document_number_of(world_, transaction_.named);
    }

    void in_its_field() { in_its_field(reference()); }
    void in_its_field(std::string reference) {
        words_.reference_type = reference_type_of(world_, transaction_.named);
        words_.structured_reference = std::move(reference);
    }
    void typed() {
        const bool plain = world_.options.noise == Noise::low;
        words_.remittance = plain ? reference() : typed_reference(reference(), random_);
    }
    void as_document() {
        const bool plain = world_.options.noise == Noise::low;
        words_.remittance = plain ? document() : typed_document(document(), random_);
    }
    void say_nothing() { words_.remittance = chatter(random_); }

    // With whatever the item has.
    void somehow() {
        const bool referable = reference_type_of(world_, transaction_.named) != ReferenceType::none;
        if (!referable || random_.percent(15)) {
            return as_document();
        }
        return random_.percent(60) ? in_its_field() : typed();
    }

    void by_third_party() {
        if (random_.percent(35)) {
            return in_its_field();
        }
        words_.remittance = typed_reference(reference(), random_);
        if (random_.percent(60)) {
            words_.remittance += " inz. " + ledger_name(world_, transaction_.party);
        }
    }

    void for_somebody() {
        words_.remittance = random_.percent(60)
                                ? "namens " + ledger_name(world_, transaction_.party)
                                : chatter(random_);
    }

    // The provider's own number, and what the payer filled in.
    void through_provider() {
        const std::string number = fmt::format("{:010}", random_.next() % 10'000'000'000);
        const std::string payer = random_.percent(50) ? " " + payer_of_provider() : "";
        words_.remittance =
            fmt::format("{} {}{}", number, typed_reference(reference(), random_), payer);
        if (random_.percent(30)) {
            words_.remittance =
                fmt::format("{} {}{}", number, typed_document(document(), random_), payer);
        }
    }
    [[nodiscard]] std::string payer_of_provider() {
        return upper(ledger_name(world_, transaction_.party));
    }

    void from_bailiff() {
        const std::string file =
            fmt::format("{}{:06}", random_.between(20, 26), random_.below(1'000'000));
        words_.remittance = fmt::format("afdracht dossier {} inz {}", file,
                                        ledger_name(world_, transaction_.party));
        if (random_.percent(60)) {
            words_.remittance += " " + document();
        }
    }

    // Either the planner chose whose number it becomes, or it becomes what chance makes of it.
    void with_mistake() {
        const std::uint32_t paid = world_.payments_of(transaction_).front().item;
        const std::string wrong =
            paid == transaction_.named ? mistyped(reference(), random_) : reference();
        if (random_.percent(25)) {
            return in_its_field(wrong);
        }
        words_.remittance = typed_reference(wrong, random_);
    }

    void several_named() {
        constexpr auto separators =
            std::to_array<std::string_view>({" ", ", ", " + ", " en ", "/"});
        const std::string_view separator = random_.pick(separators);
        const bool by_reference = random_.percent(50);
        const bool only_first =
            transaction_.kind == LineKind::netted_credit_note && random_.percent(40);
        for (const Payment& payment : world_.payments_of(transaction_)) {
            const std::string number = by_reference ? reference_of(world_, payment.item) : "";
            words_.remittance += words_.remittance.empty() ? "" : separator;
            words_.remittance += number.empty() ? document_number_of(world_, payment.item) : number;
            if (only_first) {
                return;
            }
        }
    }

    void part_of_item() {
        const std::uint32_t draw = random_.below(100);
        if (draw < 55) {
            return somehow();
        }
        words_.remittance = fmt::format("termijn {}", random_.between(1, 8));
        if (draw < 75) {
            words_.remittance += " " + typed_document(document(), random_);
        }
    }

    void perhaps_the_month() {
        const Item& item = world_.items[transaction_.named];
        if (item.type == ItemType::rent && random_.percent(30)) {
            words_.remittance = fmt::format("huur {}", month_name(item.issued));
            return;
        }
        say_nothing();
    }

    void write_party(std::uint32_t party) {
        const AccountNumber account = account_of(world_, party);
        words_.name = ledger_name(world_, party);
        words_.iban = account.iban;
        words_.bic = account.bic;
    }

    void write_collection() {
        write_party(transaction_.party);
        words_.end_to_end_id = end_to_end_id_of(world_, transaction_.named);
        words_.mandate_id = mandate_id_of(world_, transaction_.named);
        words_.remittance = fmt::format("{} {}", description_of(world_, transaction_.named),
                                        document_number_of(world_, transaction_.named));
        if (entry_.type == EntryType::collection_return) {
            constexpr auto reasons = std::to_array<std::string_view>(
                {"AM04", "AM04", "MD06", "MD06", "AC04", "MS03", "MD01", "MD07", "AC06"});
            words_.return_reason = random_.pick(reasons);
        }
    }

    void write_supplier() {
        write_party(transaction_.party);
        words_.end_to_end_id = end_to_end_id_of(world_, transaction_.named);
        words_.remittance = document();
        if (entry_.type == EntryType::transfer_return) {
            constexpr auto reasons =
                std::to_array<std::string_view>({"AC01", "AC04", "BE05", "MS03"});
            words_.return_reason = random_.pick(reasons);
        }
    }

    void write_own_transfer() {
        const BankAccount& other = world_.accounts[transaction_.own_account];
        words_.name = owner_name;
        words_.iban = other.iban;
        words_.bic = other.bic;
        words_.remittance = "Aanvulling saldo eigen rekening";
    }

    void write_sweep() {
        words_.name = "Ministerie van Financiën inz. schatkistbankieren";
        words_.iban = "NL49INGB0705006390";
        words_.bic = "INGBNL2A";
        words_.remittance = "Afroming drempelbedrag";
    }

    const World& world_;
    const Entry& entry_;
    const Transaction& transaction_;
    Random random_;
    Wording words_;
};

}  // namespace

Wording wording_of(const World& world, const Entry& entry, std::uint32_t transaction) {
    // What is paid again is written again, to the letter.
    const std::uint32_t repeats = world.transactions[transaction].repeats;
    const std::uint32_t written = repeats == absent ? transaction : repeats;
    Wording words = Writer(world, entry, written).write();
    if (world.options.noise == Noise::high && entry.type == EntryType::receipt) {
        Random random = stream(world, Stream::noise, written);
        disturb(words, random);
    }
    return words;
}

}  // namespace afletter::simulator
