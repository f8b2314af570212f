// Writes the CSV files and gathers statements into files.
#include "simulator/files.hpp"

#include <afletter/model/money.hpp>

#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "simulator/camt_writer.hpp"
#include "simulator/mt940_writer.hpp"
#include "simulator/parties.hpp"
#include "simulator/statements.hpp"
#include "simulator/streams.hpp"

namespace afletter::simulator {

namespace {

std::string decimal(std::int64_t cents) {
    return to_decimal(Money(cents, Currency::euro()));
}
std::string iso(std::chrono::sys_days day) {
    return to_iso(Date(day));
}

bool is_camt(const BankAccount& account) {
    return account.format == StatementFormat::camt_053_02 ||
           account.format == StatementFormat::camt_053_08;
}

// Gathers the statements of one account and period.
class FileBuilder {
  public:
    FileBuilder(FilePeriod period,
                const std::function<void(const std::string&, const std::string&)>& visit)
        : period_(period), visit_(visit) {}

    void add(const BankStatement& statement) {
        const std::string name = file_name(statement);
        if (name != name_) {
            finish();
            name_ = name;
            account_ = statement.account;
            if (is_camt(*account_)) {
                begin_camt(bytes_, statement);
            }
        }
        if (is_camt(*account_)) {
            append_camt(bytes_, statement);
        } else {
            append_mt940(bytes_, statement, bytes_.empty());
        }
    }

    void finish() {
        if (name_.empty()) {
            return;
        }
        if (is_camt(*account_)) {
            end_camt(bytes_);
        }
        visit_(name_, bytes_);
        bytes_.clear();
        name_.clear();
    }

  private:
    [[nodiscard]] std::string file_name(const BankStatement& statement) const {
        const std::string date = iso(statement.date);
        return fmt::format("{}-{}.{}", statement.account->iban,
                           period_ == FilePeriod::day ? date : date.substr(0, 7),
                           is_camt(*statement.account) ? "xml" : "sta");
    }

    FilePeriod period_;
    const std::function<void(const std::string&, const std::string&)>& visit_;
    const BankAccount* account_ = nullptr;
    std::string name_;
    std::string bytes_;
};

// RFC 4180.
std::string quoted(std::string text) {
    if (text.find_first_of(",\"\n") == std::string::npos) {
        return text;
    }
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2) {
        text.insert(at, 1, '"');
    }
    return '"' + text + '"';
}

// As it stands on the payment slip: with dots, in groups of four, or neither.
std::string printed_reference(const World& world, std::uint32_t item) {
    const std::string reference = reference_of(world, item);
    const ItemType type = world.items[item].type;
    const bool creditor = reference.starts_with("RF");
    if (reference.empty() || (!creditor && type != ItemType::dog_tax)) {
        return reference;
    }
    std::string printed;
    for (std::size_t at = 0; at < reference.size(); ++at) {
        if (at > 0 && at % 4 == 0) {
            printed += creditor ? ' ' : '.';
        }
        printed += reference[at];
    }
    return printed;
}

struct Coding {
    std::string_view gl_account;
    std::string_view taakveld;
    std::string_view cost_centre;
};
Coding coding_of(ItemType type) {
    switch (type) {
        case ItemType::assessment:
            return {"80610000", "0.61", "4100"};
        case ItemType::dog_tax:
            return {"80640000", "0.64", "4100"};
        case ItemType::rent:
            return {"83100000", "0.3", "5200"};
        case ItemType::permit:
            return {"82300000", "8.3", "6100"};
        case ItemType::credit_note:
            return {"82300000", "8.3", "6100"};
        case ItemType::collection:
            return {"80730000", "7.3", "4100"};
        case ItemType::supplier_invoice:
            break;
    }
    return {"43800000", "0.4", "1000"};
}

// An item that was collected or paid by us knows by which order.
struct Order {
    std::string mandate_id;
    std::string end_to_end_id;
    std::string batch_id;
};
Order order_of(const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    const bool collected = it.type == ItemType::collection;
    Order order;
    if (collected) {
        order.mandate_id = mandate_id_of(world, item);
    }
    if (it.batch != 0) {
        order.batch_id = batch_id_of(collected, it.batch);
    }
    if (it.batch != 0 || it.type == ItemType::supplier_invoice) {
        order.end_to_end_id = end_to_end_id_of(world, item);
    }
    return order;
}

void append_item(std::string& out, const World& world, std::uint32_t item) {
    const Item& it = world.items[item];
    const Coding coding = coding_of(it.type);
    const Order order = order_of(world, item);
    fmt::format_to(
        std::back_inserter(out), "{},{},{},{},{},{},{},{},{},EUR,{},{},{},{},{},{},{},{},{}\n",
        item_id(item), is_receivable(it.type) ? "receivable" : "payable", party_id(world, it.party),
        quoted(ledger_name(world, it.party)), fmt::join(known_ibans(world, it.party), " "),
        document_number_of(world, item), printed_reference(world, item), iso(it.issued),
        iso(due_date_of(it)), decimal(it.amount), decimal(it.open),
        quoted(description_of(world, item)), order.mandate_id, order.end_to_end_id, order.batch_id,
        coding.gl_account, coding.taakveld, coding.cost_centre);
}

// Enough text to be worth writing.
constexpr std::size_t chunk = 1 << 20;

void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file;
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.open(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void write_csv(const std::filesystem::path& path, const World& world,
               void (*write)(std::ostream&, const World&)) {
    std::ofstream file;
    file.exceptions(std::ios::failbit | std::ios::badbit);
    file.open(path, std::ios::binary);
    write(file, world);
}

}  // namespace

void for_each_statement_file(
    const World& world, FilePeriod period,
    const std::function<void(const std::string& name, const std::string& bytes)>& visit) {
    FileBuilder builder(period, visit);
    for_each_statement(world, [&](const BankStatement& statement) { builder.add(statement); });
    builder.finish();
}

void write_items_csv(std::ostream& out, const World& world) {
    std::string text =
        "item_id,kind,party_id,party_name,party_iban,document_number,reference,issue_date,due_date,"
        "currency,amount,open_amount,description,mandate_id,end_to_end_id,batch_id,gl_account,"
        "taakveld,cost_centre\n";
    for (std::uint32_t item = 0; item < world.items.size(); ++item) {
        if (world.items[item].exported) {
            append_item(text, world, item);
        }
        if (text.size() > chunk) {
            out << text;
            text.clear();
        }
    }
    out << text;
}

void write_truth_csv(std::ostream& out, const World& world) {
    std::string text = "account,bank_reference,booking_date,amount,kind,items\n";
    for_each_truth_row(world, [&](const TruthRow& row) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},", row.account->number,
                       row.bank_reference, iso(row.booking_date), decimal(row.cents),
                       name_of(row.kind));
        for (const Payment& payment : row.payments) {
            fmt::format_to(std::back_inserter(text), "{}{}={}",
                           &payment == &row.payments.front() ? "" : "+", item_id(payment.item),
                           decimal(payment.cents));
        }
        text += '\n';
        if (text.size() > chunk) {
            out << text;
            text.clear();
        }
    });
    out << text;
}

void write_files(const World& world, FilePeriod period, const std::filesystem::path& folder) {
    const std::filesystem::path statements = folder / "statements";
    std::filesystem::create_directories(statements);
    write_csv(folder / "items.csv", world, write_items_csv);
    write_csv(folder / "truth.csv", world, write_truth_csv);
    for_each_statement_file(world, period, [&](const std::string& name, const std::string& bytes) {
        write_bytes(statements / name, bytes);
    });
}

}  // namespace afletter::simulator
