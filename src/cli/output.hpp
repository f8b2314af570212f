// Where a result goes: standard output, or a file that is replaced whole or not at all.
#pragma once

#include <fstream>
#include <memory>
#include <ostream>
#include <stdexcept>
#include <string>

namespace afletter::cli {

// The result could not be written whole: disk full, reader gone.
class OutputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class Output {
  public:
    // "-" is standard output. Throws OutputError when the file cannot be made.
    explicit Output(const std::string& path);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();  // without finish() a file leaves nothing behind

    [[nodiscard]] std::ostream& stream();
    // Everything is on the medium under its name, or OutputError.
    void finish();

  private:
    std::string path_;
    std::string temporary_;
    std::ofstream file_;
};

}  // namespace afletter::cli
