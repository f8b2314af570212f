// Masks as patterns of shapes, so that a text's pieces are told by a comparison of two numbers.
#include "candidates/reference_types.hpp"

#include <algorithm>
#include <utility>

#include "text/numbers.hpp"

namespace afletter::matching {

namespace {

constexpr std::size_t written_min = 4;  // with its leading zeros left out

// 'A' a letter, '9' a digit, 'X' either.
std::string classes_of(std::span<const MaskPlace> places) {
    std::string classes;
    for (const MaskPlace& place : places) {
        switch (place.expects) {
            case MaskPlace::Expects::digit:
                classes += '9';
                break;
            case MaskPlace::Expects::letter:
                classes += 'A';
                break;
            case MaskPlace::Expects::either:
                classes += 'X';
                break;
            case MaskPlace::Expects::literal:
                classes += shape_of(std::string_view(&place.literal, 1));
                break;
        }
    }
    return classes;
}

bool has_telling_check(const ReferenceFormat& format) {
    return format.type().names == Names::item && format.type().method != CheckMethod::none &&
           format.places().size() >= ReferenceTypes::checked_size_min;
}

std::string canonical_of(const ReferenceFormat& format, std::string_view written) {
    return canonical_number(format.canonical(written));
}

}  // namespace

ReferenceTypes::ReferenceTypes(std::span<const ReferenceFormat> formats) : formats_(formats) {
    std::ranges::for_each(formats_,
                          [this](const ReferenceFormat& format) { add_patterns(format); });
}

void ReferenceTypes::add_patterns(const ReferenceFormat& format) {
    const std::string classes = classes_of(format.places());
    const std::string prefix = shape_of(canonical_number(format.type().normaliser.strip_prefix));
    const std::size_t least =
        format.type().normaliser.drop_leading_zeros ? written_min : classes.size();
    for (const std::string& before : {std::string(), prefix}) {
        for (std::size_t size = std::min(least, classes.size()); size <= classes.size(); ++size) {
            const std::string form = before + classes.substr(classes.size() - size);
            if (form.size() >= shape_size_max) {
                continue;
            }
            Pattern pattern{.names = format.type().names, .shape = empty_shape, .matters = 0};
            ShapeKey open = 0;
            for (const char c : form) {
                pattern.shape = pattern.shape << 1U | (c == '9' ? 0U : 1U);
                open = open << 1U | (c == 'X' ? 1U : 0U);
            }
            pattern.matters = ~open;
            patterns_.push_back(pattern);
            letters_max_ = std::max(letters_max_, std::min(form.find('9'), form.size()));
        }
    }
}

bool ReferenceTypes::any_of(Names names) const {
    return std::ranges::any_of(
        formats_, [names](const ReferenceFormat& format) { return format.type().names == names; });
}

std::optional<TypedNumber> ReferenceTypes::read(Names names, std::string_view written) const {
    std::optional<TypedNumber> unchecked;
    for (std::size_t i = 0; i < formats_.size(); ++i) {
        const ReferenceFormat& format = formats_[i];
        if (format.type().names != names ||
            (format.type().method == CheckMethod::none && unchecked)) {
            continue;
        }
        const Verdict verdict = format.check(written);
        if (verdict != Verdict::ok && verdict != Verdict::unchecked) {
            continue;
        }
        TypedNumber number{.canonical = canonical_of(format, written),
                           .type = static_cast<TypeIndex>(i + 1),
                           .checked = false};
        if (verdict == Verdict::ok) {
            number.checked = number.canonical.size() >= checked_size_min;
            return number;
        }
        unchecked = std::move(number);
    }
    return unchecked;
}

std::string ReferenceTypes::canonical(Names names, std::string_view written) const {
    auto typed = read(names, written);
    return typed && typed->canonical != canonical_number(written) ? std::move(typed->canonical)
                                                                  : std::string();
}

bool ReferenceTypes::is_checked(std::string_view written) const {
    const auto typed = read(Names::item, written);
    return typed && typed->checked;
}

bool ReferenceTypes::is_nearly_checked(std::string_view written) const {
    return std::ranges::any_of(formats_, [written](const ReferenceFormat& format) {
        const std::size_t size = canonical_of(format, written).size();
        const std::size_t whole = format.places().size();
        return has_telling_check(format) && size + 1 >= whole && size <= whole + 1;
    });
}

std::vector<std::string> ReferenceTypes::other_forms(std::string_view written) const {
    const std::string plain = canonical_number(written);
    std::vector<std::string> forms;
    for (const ReferenceFormat& format : formats_) {
        std::string form = canonical_of(format, written);
        if (format.type().names == Names::item && form != plain && form.size() >= written_min &&
            std::ranges::find(forms, form) == forms.end()) {
            forms.push_back(std::move(form));
        }
    }
    return forms;
}

bool ReferenceTypes::may_be(Names names, ShapeKey shape) const {
    return std::ranges::any_of(patterns_, [&](const Pattern& pattern) {
        return pattern.names == names && ((pattern.shape ^ shape) & pattern.matters) == 0;
    });
}

std::string_view ReferenceTypes::name_of(TypeIndex type) const {
    return type == 0 ? std::string_view() : std::string_view(formats_[type - 1U].type().name);
}

}  // namespace afletter::matching
