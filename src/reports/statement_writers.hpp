// What make_statement_writer() chooses from.
#pragma once

#include <afletter/reports.hpp>

namespace afletter::rendering {

[[nodiscard]] std::unique_ptr<StatementWriter> make_statement_json_writer(std::ostream& out);
[[nodiscard]] std::unique_ptr<StatementWriter> make_statement_csv_writer(std::ostream& out);

}  // namespace afletter::rendering
