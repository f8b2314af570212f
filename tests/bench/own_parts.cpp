// Runs the parts, and uses of what they yield as much as keeps it from being left out.
#include "bench/own_parts.hpp"

#include <span>
#include <stdexcept>

#include "bench/mt940_fields.hpp"
#include "entry_reuse.hpp"
#include "mt940/information.hpp"
#include "support/view_source.hpp"
#include "xml/scanner.hpp"

namespace afletter::bench {

namespace {

class OneName final : public xml::Vocabulary {
  public:
    xml::ElementRole role_of(std::uint16_t /*parent*/, std::string_view /*namespace_name*/,
                             std::string_view /*local_name*/) override {
        return {.number = 0, .is_group = true, .attribute = {}};
    }
};

void scan(std::string_view file) {
    test::ViewSource source(file);
    OneName vocabulary;
    xml::Scanner scanner("benchmark", source, vocabulary);
    std::size_t events = 0;
    for (auto piece = scanner.next(); !piece.empty(); piece = scanner.next()) {
        events += piece.size();
    }
    if (scanner.fault() || events == 0) {
        throw std::runtime_error("a made-up file was refused");
    }
}

class CountingVisitor final : public Mt940Visitor {
  public:
    void balance(const mt940::BalanceText& balance) override { add(balance.amount.number); }
    void line(const mt940::StatementLineText& line) override { add(line.amount.number); }
    void information(std::string_view text) override { add(text.empty() ? 0 : text.front()); }
    [[nodiscard]] bool has_fields() const { return fields_ > 0 && sum_ != 0; }

  private:
    void add(std::int64_t number) {
        ++fields_;
        sum_ ^= number;
    }
    std::uint64_t fields_ = 0;
    std::int64_t sum_ = 0;
};

// Has each :86: split, and its parts placed in one entry after another.
class SplittingVisitor final : public Mt940Visitor {
  public:
    void balance(const mt940::BalanceText& /*balance*/) override {}
    void line(const mt940::StatementLineText& line) override {
        supplementary_ = line.supplementary;
    }
    void information(std::string_view text) override {
        reset(entry_, entry_.amount.currency());
        reader_.read(std::span(&text, 1), supplementary_, entry_);
        has_details_ = has_details_ || !entry_.details.empty();
    }
    [[nodiscard]] bool has_details() const { return has_details_; }

  private:
    mt940::InformationReader reader_;
    std::string_view supplementary_;
    Entry entry_{.amount = Money(1, Currency::euro())};
    bool has_details_ = false;
};

void split(std::string_view file) {
    SplittingVisitor visitor;
    visit_by_grammar(file, visitor);
    if (!visitor.has_details()) {
        throw std::runtime_error("a made-up file holds no details");
    }
}

void visit(void (*visit_by)(std::string_view, Mt940Visitor&), std::string_view file) {
    CountingVisitor visitor;
    visit_by(file, visitor);
    if (!visitor.has_fields()) {
        throw std::runtime_error("a made-up file holds no fields");
    }
}

}  // namespace

Contestant xml_scanner(std::string_view file) {
    return {.name = "the XML scanner alone",
            .target = "",
            .prepare = [] {},
            .run = [file] { scan(file); }};
}

Contestant mt940_front_end(std::string_view file) {
    return {.name = "framing and grammars alone",
            .target = "",
            .prepare = [] {},
            .run = [file] { visit(visit_by_grammar, file); }};
}

Contestant mt940_split(std::string_view file) {
    return {.name = "fields, :86: split",
            .target = "",
            .prepare = [] {},
            .run = [file] { split(file); }};
}

Contestant mt940_by_hand(std::string_view file) {
    return {.name = "the same fields by hand",
            .target = "",
            .prepare = [] {},
            .run = [file] { visit(visit_by_hand, file); }};
}

}  // namespace afletter::bench
