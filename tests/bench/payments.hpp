// One payment of an ordinary municipal account, from which the makers of files write an entry.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "simulator/random.hpp"

namespace afletter::bench {

struct Payment {
    std::int64_t cents = 0;  // + received, - paid
    std::string bank_reference;
    std::string name;
    std::string iban;
    std::string bic;
    std::string end_to_end_id;
    std::string payment_reference;  // betalingskenmerk; then no text
    std::string text;
};

// Draws payments; names and accounts come from a stock that is made once, since how they are made
// is not measured.
class PaymentMaker {
  public:
    explicit PaymentMaker(std::uint64_t seed);
    [[nodiscard]] Payment next();
    [[nodiscard]] simulator::Random& random() { return random_; }

  private:
    struct Party {
        std::string name;
        std::string iban;
        std::string bic;
    };
    simulator::Random random_;
    std::vector<Party> parties_;
    std::vector<std::string> payment_references_;
    std::uint64_t count_ = 0;
};

}  // namespace afletter::bench
