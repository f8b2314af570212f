// Which model decides: the shipped one, the one made live, or one that the configuration names.
#include <afletter/pipeline.hpp>

namespace afletter {

Result<MatchModel, Diagnostic> model_in_force(const Ledger& /*ledger*/, const ModelChoice& choice) {
    return changed(shipped_model(), choice.changes);
}

}  // namespace afletter
