// All the files of a world in memory, for tests that compare bytes.
#pragma once

#include <map>
#include <sstream>
#include <string>

#include "simulator/files.hpp"

namespace afletter::accuracy {

// By name within the folder that write_files() would fill.
[[nodiscard]] inline std::map<std::string, std::string> files_of(const simulator::World& world,
                                                                 simulator::FilePeriod period) {
    std::map<std::string, std::string> files;
    std::ostringstream items;
    simulator::write_items_csv(items, world);
    files["items.csv"] = items.str();
    std::ostringstream truth;
    simulator::write_truth_csv(truth, world);
    files["truth.csv"] = truth.str();
    simulator::for_each_statement_file(world, period,
                                       [&](const std::string& name, const std::string& bytes) {
                                           files["statements/" + name] = bytes;
                                       });
    return files;
}

}  // namespace afletter::accuracy
