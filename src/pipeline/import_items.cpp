// `import items`: the finance system's open items -> ledger. The source owns its columns;
// allocations made here stay.
#include <afletter/pipeline.hpp>

#include <system_error>

#include "inputs.hpp"

namespace afletter {

namespace {

constexpr std::uint64_t items_between_progress = 1024;

// Puts the items of one file into the ledger and counts what changed.
class ItemImporter {
  public:
    ItemImporter(LedgerWriter& writer, Progress& progress) : writer_(writer), progress_(progress) {}

    void put(const OpenItem& item) {
        switch (writer_.put_item(item)) {
            case ItemChange::added:
                ++counts.items_added;
                break;
            case ItemChange::changed:
                ++counts.items_changed;
                break;
            case ItemChange::unchanged:
                ++counts.items_unchanged;
                break;
        }
        if (++done_ % items_between_progress == 0) {
            progress_.advance("import", done_, 0);
        }
    }

    ImportReport counts;

  private:
    LedgerWriter& writer_;
    Progress& progress_;
    std::uint64_t done_ = 0;
};

bool import_file(const std::string& path, ItemImporter& importer, const DiagnosticHandler& report) {
    try {
        const auto bytes = path == "-" ? open_standard_input() : open_file(path);
        return read_open_items(
            path, *bytes, [&importer](const OpenItem& item) { importer.put(item); }, report);
    } catch (const std::system_error& error) {
        report(unreadable(path, error.code().message()));
        return false;
    }
}

}  // namespace

ImportReport import_items(Ledger& ledger, std::span<const std::string> paths, const Stamp& stamp,
                          const DiagnosticHandler& report, Progress& progress) {
    const InputList inputs = list_inputs(paths, report);
    ImportReport total{.files = inputs.files.size() + inputs.refused,
                       .files_refused = inputs.refused};
    LedgerWriter writer = ledger.write(stamp);
    for (const std::string& path : inputs.files) {
        ItemImporter importer(writer, progress);
        writer.begin_unit();
        if (!import_file(path, importer, report)) {
            writer.drop_unit();
            ++total.files_refused;
            continue;
        }
        writer.keep_unit();
        total.items_added += importer.counts.items_added;
        total.items_changed += importer.counts.items_changed;
        total.items_unchanged += importer.counts.items_unchanged;
    }
    writer.commit();
    return total;
}

}  // namespace afletter
