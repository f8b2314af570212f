// Values as their bytes, texts behind their length.
#include "lines/packed_lines.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "candidates/returns.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 20U;

class Packer {
  public:
    explicit Packer(std::string& bytes) : bytes_(bytes) {}

    template <class Value>
    void value(const Value& value) {
        static_assert(std::is_trivially_copyable_v<Value>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof(Value));
    }
    // What few lines have: a byte that says so, and the value only if it is there.
    template <class Value>
    void rare(const Value& value) {
        const bool is_there = value != Value{};
        this->value(is_there);
        if (is_there) {
            this->value(value);
        }
    }
    // Nearly all texts are shorter than 255 bytes.
    void text(std::string_view text) {
        constexpr std::size_t long_text = 255;
        if (text.size() < long_text) {
            bytes_.push_back(static_cast<char>(text.size()));
        } else {
            bytes_.push_back(static_cast<char>(long_text));
            value(static_cast<std::uint32_t>(text.size()));
        }
        bytes_.append(text);
    }

  private:
    std::string& bytes_;
};

class Unpacker {
  public:
    explicit Unpacker(const char* bytes) : bytes_(bytes) {}

    template <class Value>
    void value(Value& value) {
        static_assert(std::is_trivially_copyable_v<Value>);
        std::memcpy(&value, bytes_, sizeof(Value));
        bytes_ += sizeof(Value);
    }
    template <class Value>
    void rare(Value& value) {
        bool is_there = false;
        this->value(is_there);
        if (is_there) {
            this->value(value);
        }
    }
    void text(std::string& text) {
        constexpr std::uint8_t long_text = 255;
        std::uint8_t short_size = 0;
        value(short_size);
        std::uint32_t size = short_size;
        if (short_size == long_text) {
            value(size);
        }
        text.assign(bytes_, size);
        bytes_ += size;
    }

  private:
    const char* bytes_;
};

// The one list of what is kept, for both directions.
template <class Coder, class AnyLine>
void code(Coder& coder, AnyLine& line) {
    coder.value(line.id);
    coder.value(line.account);
    coder.value(line.entry_index);
    coder.value(line.detail_index);
    coder.value(line.booking_date);
    coder.value(line.value_date);
    coder.value(line.amount);
    coder.value(line.reversal);
    coder.value(line.source_line);
    coder.rare(line.batch);
    coder.text(line.customer_reference);
    coder.text(line.transaction_code);
    coder.text(line.description);
    auto& detail = line.detail;
    coder.value(detail.amount);
    coder.value(detail.counterparty.iban);
    for (auto* text :
         {&detail.bank_reference, &detail.end_to_end_id, &detail.mandate_id, &detail.creditor_id,
          &detail.batch_id, &detail.counterparty.name, &detail.counterparty.ultimate_name,
          &detail.counterparty.account, &detail.counterparty.bic, &detail.structured_reference,
          &detail.remittance, &detail.return_reason, &detail.purpose}) {
        coder.text(*text);
    }
}

}  // namespace

void PackedLines::add(const Line& line) {
    if (chunks_.empty() || chunks_.back().size() >= chunk_size) {
        chunks_.emplace_back().reserve(chunk_size + chunk_size / 16);
    }
    std::string& chunk = chunks_.back();
    places_.push_back({.id = line.id.value,
                       .added_as = static_cast<std::uint32_t>(places_.size()),
                       .chunk = static_cast<std::uint32_t>(chunks_.size() - 1),
                       .begin = static_cast<std::uint32_t>(chunk.size()),
                       .is_reversal = line.reversal});
    Packer packer(chunk);
    code(packer, line);
    if (is_return(line) && !line.detail.end_to_end_id.empty()) {
        returned_orders_.push_back(line.detail.end_to_end_id);
    }
}

std::vector<std::string> PackedLines::returned_orders() const {
    std::vector<std::string> orders = returned_orders_;
    std::ranges::sort(orders);
    const auto repeated = std::ranges::unique(orders);
    orders.erase(repeated.begin(), repeated.end());
    return orders;
}

std::vector<std::uint32_t> PackedLines::reversals() const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t index = 0; index < places_.size(); ++index) {
        if (places_[index].is_reversal) {
            found.push_back(index);
        }
    }
    return found;
}

void PackedLines::sort_by_id() {
    std::ranges::stable_sort(places_, {}, &Place::id);
}

Line PackedLines::unpack(std::uint32_t index) const {
    const Place& place = places_[index];
    Unpacker unpacker(chunks_[place.chunk].data() + place.begin);
    Line line{.amount = Money(0, Currency::euro()), .detail = {}};
    code(unpacker, line);
    return line;
}

}  // namespace afletter::matching
