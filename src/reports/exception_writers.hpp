// `exceptions`: one writer for each format, made by make_exception_writer().
#pragma once

#include <afletter/reports.hpp>

#include <memory>
#include <ostream>

namespace afletter::rendering {

[[nodiscard]] std::unique_ptr<ExceptionWriter> make_exception_csv(std::ostream& out,
                                                                  const ReportOptions& options);
[[nodiscard]] std::unique_ptr<ExceptionWriter> make_exception_json(std::ostream& out,
                                                                   const ReportOptions& options);
[[nodiscard]] std::unique_ptr<ExceptionWriter> make_exception_table(std::ostream& out,
                                                                    const ReportOptions& options);
[[nodiscard]] std::unique_ptr<ExceptionWriter> make_exception_xlsx(std::ostream& out,
                                                                   const ReportOptions& options);
[[nodiscard]] std::unique_ptr<ExceptionWriter> make_exception_html(std::ostream& out,
                                                                   const ReportOptions& options);

}  // namespace afletter::rendering
