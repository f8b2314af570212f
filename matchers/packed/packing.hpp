// Values as their bytes, texts behind their length: how lines and items lie in memory.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace afletter::matching {

// Nearly all texts are shorter; a longer one has its size in four bytes behind this one.
constexpr std::uint8_t long_text = 255;

class Packer {
  public:
    explicit Packer(std::string& bytes) : bytes_(bytes) {}

    template <class Value>
    void value(const Value& value) {
        static_assert(std::is_trivially_copyable_v<Value>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof(Value));
    }
    // What few have: a byte that says so, and the value only if it is there.
    template <class Value>
    void rare(const Value& value) {
        const bool is_there = value != Value{};
        this->value(is_there);
        if (is_there) {
            this->value(value);
        }
    }
    // What nearly all have the same as another value: a byte that says so, or the value itself.
    template <class Value>
    void usual(const Value& value, const Value& same) {
        const bool differs = value != same;
        this->value(differs);
        if (differs) {
            this->value(value);
        }
    }
    // In as few bytes as its size takes: one below 128.
    void number(std::uint64_t number) {
        for (; number >= 0x80U; number >>= 7U) {
            bytes_.push_back(static_cast<char>(number | 0x80U));
        }
        bytes_.push_back(static_cast<char>(number));
    }
    void text(std::string_view text) {
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

// In the order in which it was packed.
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
    template <class Value>
    void usual(Value& value, const Value& same) {
        bool differs = false;
        this->value(differs);
        if (differs) {
            this->value(value);
        } else {
            value = same;
        }
    }
    template <class Number>
    void number(Number& into) {
        into = static_cast<Number>(number());
    }
    [[nodiscard]] std::uint64_t number() {
        std::uint64_t number = 0;
        std::uint8_t byte = 0x80U;
        for (unsigned shift = 0; byte >= 0x80U; shift += 7U) {
            value(byte);
            number |= std::uint64_t{byte & 0x7fU} << shift;
        }
        return number;
    }
    [[nodiscard]] std::string_view text() {
        std::uint8_t short_size = 0;
        value(short_size);
        std::uint32_t size = short_size;
        if (short_size == long_text) {
            value(size);
        }
        const std::string_view text(bytes_, size);
        bytes_ += size;
        return text;
    }
    void text(std::string& into) { into = text(); }

  private:
    const char* bytes_;
};

}  // namespace afletter::matching
