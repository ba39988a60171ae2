// The server's log: one JSON object per line in production, coloured text in development.
//
// Every line is redacted (redact.h). Notes, moods, names and other texts of people never belong
// into a line in the first place. Logging never throws and never fails a request.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <source_location>
#include <string>
#include <string_view>

#include "server/ops/clock.h"

namespace rr {

enum class LogLevel : std::uint8_t { debug, info, warning, error };
enum class LogForm : std::uint8_t { json, text };

// Once at start, before threads. Code paths that log before this write nothing.
void set_up_log(LogForm form, LogLevel level);
void flush_log();
[[nodiscard]] bool is_logged(LogLevel level);

// `logger` names the room ("http", "store"), `fields` is an object.
void log_line(LogLevel level, std::string_view logger, std::string_view message,
              nlohmann::json fields = nlohmann::json::object(),
              std::source_location place = std::source_location::current());

// What log_line writes, for tests.
[[nodiscard]] std::string format_json_line(LogLevel level, std::string_view logger,
                                           std::string_view message, nlohmann::json fields,
                                           Instant now, const std::source_location& place);

}  // namespace rr
