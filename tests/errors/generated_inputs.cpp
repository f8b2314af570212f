// Makes the large inputs, and the archives.
#include "generated_inputs.hpp"

#include "support/zip_writer.hpp"

namespace afletter::test {

namespace {

std::string message(const std::string& inside) {
    return "<Document>\n<BkToCstmrStmt>\n<Stmt>\n" + inside +
           "\n</Stmt>\n</BkToCstmrStmt>\n</Document>\n";
}

std::string many_texts() {
    std::string inside = "<Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>\n<Ntry>\n";
    for (int i = 0; i < 150; ++i) {
        inside += "<NtryRef>" + std::string(60'000, 'x') + "</NtryRef>\n";
    }
    return inside + "</Ntry>";
}

std::string many_faulty_items() {
    std::string rows = "item_id,kind,issue_date,currency,amount\n";
    for (int i = 1; i <= 103; ++i) {
        rows += "I" + std::to_string(i) + ",receivable,2026-01-05,EUR,ten\n";
    }
    return rows;
}

std::string mt940_statement(const std::string& fields) {
    return ":20:AFSCHRIFT1\n:25:NL34BNGH0285000001\n:28C:5/1\n:60F:C260104EUR0,00\n"
           ":61:2601050105C0,00NTRFNONREF\n" +
           fields;
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

std::string zip_of(std::string_view name, std::string_view content,
                   Packing packing = Packing::deflated) {
    ZipWriter zip;
    zip.add(name, pack(content, packing));
    return zip.finish();
}

std::string too_many_entries() {
    ZipWriter zip;
    const PackedFile nothing = pack("", Packing::stored);
    for (int i = 0; i <= 10'000; ++i) {
        zip.add(".hidden", nothing);
    }
    return zip.finish();
}

// 65 times 64 MiB, and enough that is not packed to stay below the ratio.
std::string too_much_unpacked() {
    constexpr std::size_t mebibyte = 1024 * 1024;
    ZipWriter zip;
    zip.add(".hidden", pack(std::string(22 * mebibyte, 'x'), Packing::stored));
    const PackedFile blank = pack(std::string(64 * mebibyte, ' '), Packing::deflated);
    for (int i = 0; i < 65; ++i) {
        zip.add(".hidden", blank);
    }
    return zip.finish();
}

std::string statement() {
    return ":20:A\n:25:NL91ABNA0417164300\n:28C:1\n:60F:C260105EUR1,00\n:62F:C260105EUR1,00\n";
}

std::string statement_and_manual() {
    ZipWriter zip;
    zip.add("statement.sta", pack(statement(), Packing::deflated));
    zip.add("manual.pdf", pack("%PDF-1.7", Packing::deflated));
    return zip.finish();
}

void add_archives(std::vector<GeneratedInput>& inputs) {
    std::string damaged = zip_of("statement.sta", statement(), Packing::stored);
    damaged[damaged.find("ABNA")] = 'X';
    inputs.push_back({"source_archive_damaged.zip", damaged});
    inputs.push_back({"source_archive_empty.zip", zip_of("manual.pdf", "%PDF-1.7")});
    inputs.push_back(
        {"source_archive_encrypted.zip", zip_of("statement.sta", statement(), Packing::encrypted)});
    inputs.push_back({"source_archive_entries.zip", too_many_entries()});
    inputs.push_back({"source_archive_entry.zip", statement_and_manual()});
    inputs.push_back(
        {"source_archive_nested.zip", zip_of("inner.zip", zip_of("statement.sta", statement()))});
    inputs.push_back({"source_archive_ratio.zip",
                      zip_of("statement.sta", statement() + std::string(4'000'000, ' '))});
    inputs.push_back({"source_archive_size.zip", too_much_unpacked()});
}

}  // namespace

std::vector<GeneratedInput> generated_inputs() {
    std::vector<GeneratedInput> inputs = {
        {"xml_text_size.xml", message("<Id>" + std::string(70'000, 'x') + "</Id>")},
        {"xml_markup_size.xml", message("<!--" + std::string(2'000'000, 'x') + "-->")},
        {"xml_element_size.xml", message(many_texts())},
        {"mt940_size.sta", mt940_statement(":86:" + repeated("steeds maar door\n", 300'000))},
        {"mt940_86_size.sta",
         mt940_statement(":62F:C260105EUR0,00\n" + repeated(":86:slotwoord\n", 10'000))},
        {"items_more.csv", many_faulty_items()}};
    add_archives(inputs);
    return inputs;
}

}  // namespace afletter::test
