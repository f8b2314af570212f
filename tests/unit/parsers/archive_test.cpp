// Statements in zip archives and gzip files, and the limits of those.
#include "archive.hpp"
#include "archive/entry_label.hpp"
#include "archive/meter.hpp"
#include "camt_samples.hpp"
#include "support/test.hpp"
#include "support/zip_writer.hpp"

namespace afletter::test {

namespace {

using namespace std::string_literals;

const std::string swift =
    ":20:A\r\n:25:NL91ABNA0417164300\r\n:28C:1\r\n:60F:C260105EUR1,00\r\n:62F:C260105EUR1,00\r\n";

struct File {
    std::string name;
    std::string content;
};
std::string zip_of(const std::vector<File>& files, Packing packing = Packing::deflated) {
    ZipWriter zip;
    for (const File& file : files) {
        zip.add(file.name, pack(file.content, packing));
    }
    return zip.finish();
}

// "name=content " of every file, and the code of the fault.
std::string contents_of(const std::string& bytes, const ArchiveLimits& limits = {}) {
    const auto source = open_memory(bytes);
    const auto archive =
        bytes.starts_with("PK") ? open_zip("a", *source, limits) : open_gzip("a", *source, limits);
    std::string contents;
    while (archive->next()) {
        contents += archive->entry_name() + "=";
        std::string buffer(1'000, '\0');
        while (const std::size_t count = archive->entry().read(buffer.data(), buffer.size())) {
            contents.append(buffer, 0, count);
        }
        contents += " ";
    }
    return contents + (archive->fault() ? archive->fault()->code : "");
}

}  // namespace

TEST_CASE("every statement in a zip archive is read, with the entry's name", "[parsers][archive]") {
    const std::string camt = "\xef\xbb\xbf" + camt_message(camt_statement(""));
    for (const Packing packing :
         {Packing::stored, Packing::deflated, Packing::deflated_and_described}) {
        const std::string bytes = zip_of({{"folder/", ""},
                                          {"folder/a.sta", swift},
                                          {"__MACOSX/folder/._a.sta", "Mac OS X"},
                                          {".DS_Store", "Bud1"},
                                          {"empty.xml", ""},
                                          {"b.xml", camt}},
                                         packing);
        const auto read = read_statement_bytes(bytes);
        CHECK(read.accepted);
        CHECK(read.findings.codes().empty());
        REQUIRE(read.statements.size() == 2);
        CHECK(read.statements[0].header.source == "input/folder/a.sta");
        CHECK(read.statements[1].header.source == "input/b.xml");
        OneByteSource slow(bytes);
        CollectedStatements slowly;
        CHECK(read_statements("input", slow, slowly));
        CHECK(slowly.statements.size() == 2);
    }
}

TEST_CASE("a gzip file is read as what it holds, all of its members", "[parsers][archive]") {
    const auto read = read_statement_bytes(gzip_of(swift));
    CHECK(read.accepted);
    REQUIRE(read.statements.size() == 1);
    CHECK(read.statements[0].header.source == "input");
    CHECK(contents_of(gzip_of("ab") + gzip_of("cd") + "\0\0"s) == "a=abcd ");
    CHECK(contents_of(gzip_of("ab") + "x") == "a=ab source.archive.damaged");
}

TEST_CASE("other files in an archive are passed over with a warning, unless there is nothing else",
          "[parsers][archive]") {
    const auto read = read_statement_bytes(zip_of({{"readme.txt", "Hello"}, {"a.sta", swift}}));
    CHECK(read.accepted);
    REQUIRE(read.findings.codes() == "source.archive.entry");
    CHECK(read.findings.all[0].severity == Severity::warning);
    CHECK(read.findings.all[0].place.file == "input/readme.txt");
    CHECK(read.statements.size() == 1);
    const auto nothing = read_statement_bytes(zip_of({{"manual.pdf", "%PDF-1.7"}}));
    CHECK_FALSE(nothing.accepted);
    CHECK(nothing.findings.codes() == "source.archive.entry source.archive.empty");
    CHECK(read_statement_bytes(zip_of({})).findings.codes() == "source.archive.empty");
}

TEST_CASE("one bad statement refuses its archive", "[parsers][archive]") {
    const auto read = read_statement_bytes(zip_of({{"a.sta", swift}, {"b.xml", "<Document>"}}));
    CHECK_FALSE(read.accepted);
    REQUIRE(read.findings.codes() == "xml.malformed");
    CHECK(read.findings.all[0].place.file == "input/b.xml");
}

TEST_CASE("archives within archives and locked entries are refused", "[parsers][archive]") {
    CHECK(read_statement_bytes(zip_of({{"b.zip", zip_of({{"a.sta", swift}})}})).findings.codes() ==
          "source.archive.nested");
    CHECK(read_statement_bytes(zip_of({{"b.gz", gzip_of(swift)}})).findings.codes() ==
          "source.archive.nested");
    CHECK(read_statement_bytes(gzip_of(gzip_of(swift))).findings.codes() ==
          "source.archive.nested");
    CHECK(read_statement_bytes(zip_of({{"a.sta", swift}}, Packing::encrypted)).findings.codes() ==
          "source.archive.encrypted");
}

TEST_CASE("an archive that is cut off or changed anywhere is refused", "[parsers][archive]") {
    const std::string zip = zip_of({{"a.sta", swift}, {"b.sta", swift}});
    for (const std::string& whole : {zip, gzip_of(swift)}) {
        REQUIRE(read_statement_bytes(whole).accepted);
        for (std::size_t size = 1; size < whole.size(); ++size) {
            CAPTURE(size);
            REQUIRE_FALSE(read_statement_bytes(whole.substr(0, size)).accepted);
        }
    }
    std::string changed = zip_of({{"a.sta", swift}}, Packing::stored);
    changed[changed.find("ABNA")] = 'X';
    CHECK(contents_of(changed).ends_with("source.archive.damaged"));
    std::string checksum = gzip_of(swift);
    ++checksum[checksum.size() - 8];
    CHECK(contents_of(checksum).ends_with("source.archive.damaged"));
    std::string list = zip;
    ++list[list.size() - 12];  // one entry more than there is
    CHECK(read_statement_bytes(list).findings.codes() == "source.archive.damaged");
}

TEST_CASE("an archive may have so many entries and no more", "[parsers][archive]") {
    const std::string bytes = zip_of({{"1", "x"}, {"2", "y"}, {".3", "z"}});
    CHECK(contents_of(bytes, {.entries_max = 3}) == "a/1=x a/2=y ");
    CHECK(contents_of(bytes, {.entries_max = 2}) == "a/1=x a/2=y source.archive.entries");
}

TEST_CASE("an archive may unpack to so much and no more", "[parsers][archive]") {
    const std::string bytes = zip_of({{"1", "xxx"}, {".2", "yyy"}});
    CHECK(contents_of(bytes, {.unpacked_size_max = 6}) == "a/1=xxx ");
    CHECK(contents_of(bytes, {.unpacked_size_max = 5}) == "a/1=xxx source.archive.size");
    CHECK(contents_of(gzip_of("xxx"), {.unpacked_size_max = 3}) == "a=xxx ");
    CHECK(contents_of(gzip_of("xxx"), {.unpacked_size_max = 2}) == "a= source.archive.size");
}

TEST_CASE("the ratio counts behind the first mebibyte", "[parsers][archive]") {
    constexpr std::uint64_t mebibyte = 1024 * 1024;
    archive::Meter meter("a", {});
    meter.add_unpacked(mebibyte, 1);
    CHECK_FALSE(meter.fault());
    meter.add_unpacked(1, (mebibyte + 1 + 199) / 200);
    CHECK_FALSE(meter.fault());
    meter.add_unpacked(0, mebibyte / 200);
    REQUIRE(meter.fault());
    CHECK(meter.fault()->code == "source.archive.ratio");
    const std::string blank(4 * mebibyte, ' ');
    CHECK(contents_of(zip_of({{"bomb", blank}})).ends_with("source.archive.ratio"));
    CHECK(contents_of(zip_of({{".bomb", blank}})) == "source.archive.ratio");
    CHECK(contents_of(gzip_of(blank)).ends_with("source.archive.ratio"));
}

TEST_CASE("the name of an entry is a harmless label", "[parsers][archive]") {
    using archive::entry_label;
    CHECK(entry_label("z", "a b/c.xml") == "z/a b/c.xml");
    CHECK(entry_label("z", "../../etc/passwd") == "z/?/?/etc/passwd");
    CHECK(entry_label("z", "a\x1b[2J\n\x7f") == "z/a?[2J??");
    CHECK(entry_label("z",
                      "caf\xc3\xa9 \xc2\x9b"
                      "x") == "z/café ?x");
    CHECK(entry_label("z", "caf\xe9") == "z/café");
    CHECK(entry_label("z", std::string(255, 'x')) == "z/" + std::string(255, 'x'));
    CHECK(entry_label("z", std::string(256, 'x')) == "z/" + std::string(255, 'x') + "...");
    CHECK(contents_of(zip_of({{"caf\xc3\xa9", "x"}})) == "a/café=x ");
}

}  // namespace afletter::test
