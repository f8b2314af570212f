// When a learnt model may take over.
#include <afletter/model/stored_model.hpp>

namespace afletter {

bool is_at_least_as_good(const Judgement& judgement) {
    const ModelScore& live = judgement.of_live;
    const ModelScore& other = judgement.of_new;
    return judgement.decisions > 0 && other.loss_micro <= live.loss_micro &&
           other.right >= live.right && other.wrong <= live.wrong;
}

}  // namespace afletter
