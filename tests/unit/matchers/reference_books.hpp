// The slow, obvious twin of candidates/books and of the look-up by name: walks over every item.
#pragma once

#include <string_view>
#include <vector>

#include "candidates/books.hpp"
#include "candidates/inquiry.hpp"

namespace afletter::test {

struct ReferenceBooks {
    const std::vector<OpenItem>& items;  // in the order of their ids

    [[nodiscard]] std::vector<matching::ItemIndex> with_number(std::string_view number) const;
    [[nodiscard]] std::vector<matching::ItemIndex> with_end_to_end_id(std::string_view id) const;
    [[nodiscard]] std::vector<matching::ItemIndex> with_batch(std::string_view id) const;
    // Items of parties that have this account.
    [[nodiscard]] std::vector<matching::ItemIndex> with_iban(std::string_view iban) const;
    [[nodiscard]] std::vector<matching::ItemIndex> of_party_with_amount(std::string_view party_id,
                                                                        const Money& amount) const;
    [[nodiscard]] std::vector<matching::ItemIndex> of_namesakes(std::string_view name,
                                                                const Money& amount) const;

  private:
    template <class Predicate>
    [[nodiscard]] std::vector<matching::ItemIndex> all_that(Predicate fits) const;
};

}  // namespace afletter::test
