// Writes the CSV files and gathers statements into files.
#include "simulator/files.hpp"

#include <afletter/model/money.hpp>
#include <afletter/model/open_item.hpp>

#include <fstream>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "simulator/books.hpp"
#include "simulator/camt_writer.hpp"
#include "simulator/mt940_writer.hpp"
#include "simulator/statements.hpp"

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

void append_item(std::string& out, const OpenItem& item) {
    std::string ibans;
    for (const Iban& iban : item.party_ibans) {
        ibans += ibans.empty() ? "" : " ";
        ibans += iban.text();
    }
    fmt::format_to(
        std::back_inserter(out), "{},{},{},{},{},{},{},{},{},EUR,{},{},{},{},{},{},{},{},{}\n",
        item.item_id, name_of(item.kind), item.party_id, quoted(item.party_name), ibans,
        item.document_number, item.reference, to_iso(item.issue_date),
        to_iso(item.due_date.value()), to_decimal(item.amount), to_decimal(item.open_amount),
        quoted(item.description), item.mandate_id, item.end_to_end_id, item.batch_id,
        item.gl_account, item.taakveld, item.cost_centre);
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
            append_item(text, open_item_of(world, item));
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
