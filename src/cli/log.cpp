// The only place that knows spdlog.
#include "log.hpp"

#include <afletter/reports.hpp>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

namespace afletter::cli {

namespace {

LogFormat format = LogFormat::text;

spdlog::level::level_enum level_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return spdlog::level::debug;
        case LogLevel::info:
            return spdlog::level::info;
        case LogLevel::warning:
            return spdlog::level::warn;
        case LogLevel::error:
            return spdlog::level::err;
    }
    return spdlog::level::warn;
}

void write(spdlog::level::level_enum level, std::string_view message) {
    if (format == LogFormat::json) {
        spdlog::log(level, "\"message\":" + json_text(message));
    } else {
        spdlog::log(level, printable(message));
    }
}

std::string as_json(const Diagnostic& diagnostic) {
    std::string fields = "\"code\":" + json_text(diagnostic.code);
    if (!diagnostic.place.file.empty()) {
        fields += ",\"file\":" + json_text(diagnostic.place.file);
    }
    if (diagnostic.place.line != 0) {
        fields += ",\"line\":" + std::to_string(diagnostic.place.line);
    }
    if (diagnostic.place.column != 0) {
        fields += ",\"column\":" + std::to_string(diagnostic.place.column);
    }
    fields += ",\"message\":" + json_text(diagnostic.message);
    if (!diagnostic.hint.empty()) {
        fields += ",\"hint\":" + json_text(diagnostic.hint);
    }
    return fields;
}

}  // namespace

void start_log(const Settings& settings) {
    format = settings.log_format;
    auto logger =
        std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_level(level_of(settings.log_level));
    const char* pattern = format == LogFormat::json
                              ? R"({"time":"%Y-%m-%dT%H:%M:%SZ","level":"%l",%v})"
                              : "afletter: %l: %v";
    logger->set_formatter(
        std::make_unique<spdlog::pattern_formatter>(pattern, spdlog::pattern_time_type::utc));
    spdlog::set_default_logger(std::move(logger));
}

void log_info(std::string_view message) {
    write(spdlog::level::info, message);
}
void log_error(std::string_view message) {
    write(spdlog::level::err, message);
}

void log_diagnostic(const Diagnostic& diagnostic) {
    const bool is_error = diagnostic.severity == Severity::error;
    if (format == LogFormat::json) {
        spdlog::log(is_error ? spdlog::level::err : spdlog::level::warn, as_json(diagnostic));
        return;
    }
    if (is_error || spdlog::should_log(spdlog::level::warn)) {
        const bool color = isatty(STDERR_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
        write_diagnostic(std::cerr, diagnostic, color);
    }
}

}  // namespace afletter::cli
