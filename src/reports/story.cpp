// `explain`: what was decided about a line, in four layers, for people and for programs.
#include <afletter/reports.hpp>

#include "story/conclusion.hpp"
#include "story/layers.hpp"
#include "story/story_json.hpp"

namespace afletter {

namespace {

using namespace rendering;

bool is_decided(const LineStory& story) {
    return story.decision.is_match() || story.decision.reason.has_value();
}

void write_text(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    write_line_head(out, story, options);
    out << '\n';
    write_paragraph(out, "", conclusion_of(story, options.language), options);
    if (!is_decided(story)) {
        return;
    }
    write_paragraph(out, "", decided_sentence(story, options.language), options);
    if (const std::string refund = refund_sentence(story, options.language); !refund.empty()) {
        write_paragraph(out, "", refund, options);
    }
    write_candidate_layer(out, story, options);
    write_search_layer(out, story, options);
    write_remedy_layer(out, story, options);
}

}  // namespace

void write_story(std::ostream& out, const LineStory& story, const ReportOptions& options) {
    if (options.format == Format::json) {
        write_story_json(out, story, options.language);
    } else {
        write_text(out, story, options);
    }
}

}  // namespace afletter
