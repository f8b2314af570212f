// Keys of their own, so that a program needs no calendar and no list of codes.
#include "line_json.hpp"

#include <afletter/model/refund.hpp>

#include "return_reasons.hpp"

namespace afletter::rendering {

void write_refund_right(JsonWriter& json, const Line& line) {
    if (const auto right = refund_right_of(line)) {
        json.text("revocable_until", to_iso(right->without_reason));
        json.text("revocable_if_unauthorised_until", to_iso(right->unauthorised));
    }
}

void write_return_reason(JsonWriter& json, const Line& line, Language language) {
    json.text("return_reason", line.detail.return_reason);
    if (const auto words = return_reason(line.detail.return_reason)) {
        json.text("return_reason_text", words->in(language));
    }
}

}  // namespace afletter::rendering
