// A model of the ledger by its version.
#pragma once

#include <afletter/pipeline.hpp>

#include <string>

namespace afletter::pipeline {

// Fails with "model.unknown".
[[nodiscard]] Result<StoredModel, Diagnostic> stored_model(const Ledger& ledger,
                                                           const std::string& version);

}  // namespace afletter::pipeline
