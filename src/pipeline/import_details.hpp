// Notifications (camt.054) -> details of booked lines. A file comes in whole, or waits whole: while
// the statement of one of its entries is missing, nothing of it is kept, and it can be given again.
#pragma once

#include <afletter/pipeline.hpp>

#include <optional>
#include <string>
#include <vector>

#include "inputs.hpp"

namespace afletter {

// A file of notifications, to be read again when all statements are in.
struct NotificationFile {
    std::string path;
    Input input;
};

// What a notification's entry says another one is made of.
struct EntryDetails {
    Notification notification;
    std::vector<Line> parts;  // two and more, which sum to the entry
};
// Nothing when it is no booked entry of a camt.054, has no reference to find it by, or its details
// are not several or do not sum to it.
[[nodiscard]] std::optional<EntryDetails> details_of(const StatementHeader& header,
                                                     const Entry& entry);

void import_details(const NotificationFile& file, LedgerWriter& writer,
                    const DiagnosticHandler& report, ImportReport& total);

}  // namespace afletter
