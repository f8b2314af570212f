// The one way a function of Afletter answers "here it is, or this is why not".
// Bad input is such a value; a broken disk or store is an exception (StoreError); a broken
// promise of our own code is a failed AFLETTER_ASSERT (assert.hpp).
#pragma once

#include <type_traits>
#include <utility>

#include <tl/expected.hpp>

namespace afletter {

template <class Value, class Error>
using Result = tl::expected<Value, Error>;

// return fail(error); makes the failed side of any Result.
template <class Error>
[[nodiscard]] constexpr tl::unexpected<std::decay_t<Error>> fail(Error&& error) {
    return tl::unexpected<std::decay_t<Error>>(std::forward<Error>(error));
}

}  // namespace afletter
