#include "server/ops/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "server/ops/redact.h"

namespace rr {
namespace {

struct Log {
  std::shared_ptr<spdlog::logger> out;
  LogForm form = LogForm::text;
};

Log& log_instance() {
  static Log log;
  return log;
}

spdlog::level::level_enum to_spdlog(LogLevel level) {
  switch (level) {
    case LogLevel::debug: return spdlog::level::debug;
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
    case LogLevel::error: break;
  }
  return spdlog::level::err;
}

std::string_view level_name(LogLevel level) {
  switch (level) {
    case LogLevel::debug: return "DEBUG";
    case LogLevel::info: return "INFO";
    case LogLevel::warning: return "WARNING";
    case LogLevel::error: break;
  }
  return "ERROR";
}

std::string_view file_name(const std::source_location& place) {
  const std::string_view path = place.file_name();
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string format_text_line(std::string_view logger, std::string_view message,
                             const nlohmann::json& fields, const std::source_location& place) {
  std::string line = std::string(logger) + " " + std::string(file_name(place)) + ":" +
                     std::to_string(place.line()) + " " + redact_text(message);
  const nlohmann::json shown = redact(fields);
  for (auto entry = shown.begin(); entry != shown.end(); ++entry) {
    line +=
        " " + entry.key() + "=" + (entry->is_string() ? entry->get<std::string>() : entry->dump());
  }
  // A line stays a line whatever is in it.
  for (char& character : line) {
    if (static_cast<unsigned char>(character) < 0x20) character = ' ';
  }
  return line;
}

}  // namespace

void set_up_log(LogForm form, LogLevel level) {
  Log& log = log_instance();
  log.form = form;
  if (form == LogForm::json) {
    log.out =
        std::make_shared<spdlog::logger>("rr", std::make_shared<spdlog::sinks::stdout_sink_mt>());
    log.out->set_pattern("%v");
  } else {
    log.out = std::make_shared<spdlog::logger>(
        "rr", std::make_shared<spdlog::sinks::stdout_color_sink_mt>());
    log.out->set_pattern("%H:%M:%S.%e %^%l%$ %v");
  }
  log.out->set_level(to_spdlog(level));
  log.out->flush_on(spdlog::level::info);
}

void flush_log() {
  if (log_instance().out) log_instance().out->flush();
}

bool is_logged(LogLevel level) {
  const Log& log = log_instance();
  return log.out && log.out->should_log(to_spdlog(level));
}

std::string format_json_line(LogLevel level, std::string_view logger, std::string_view message,
                             nlohmann::json fields, Instant now,
                             const std::source_location& place) {
  nlohmann::json line = redact(std::move(fields));
  line["timestamp"] = to_rfc3339(now);
  line["level"] = level_name(level);
  line["logger"] = logger;
  line["message"] = redact_text(message);
  line["module"] = file_name(place);
  line["function"] = place.function_name();
  line["line"] = place.line();
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void log_line(LogLevel level, std::string_view logger, std::string_view message,
              nlohmann::json fields, std::source_location place) {
  if (!is_logged(level)) return;
  const Log& log = log_instance();
  const std::string line =
      log.form == LogForm::json
          ? format_json_line(level, logger, message, std::move(fields), SystemClock().now(), place)
          : format_text_line(logger, message, fields, place);
  log.out->log(to_spdlog(level), "{}", line);
}

}  // namespace rr
