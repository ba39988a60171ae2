#include "server/ops/config.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "server/http/message.h"
#include "shared/base/text.h"

namespace rr {
namespace {

Error bad(std::string_view variable, std::string message) {
  return refuse("bad_configuration", std::string(variable) + ": " + std::move(message),
                std::string(variable));
}

std::string value_or(const Variables& variables, std::string_view name, std::string fallback) {
  auto value = variables(name);
  return value && !value->empty() ? std::move(*value) : std::move(fallback);
}

struct NumberRule {
  std::string_view variable;
  std::int64_t fallback = 0;
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
};

Result<std::int64_t> read_number(const Variables& variables, const NumberRule& rule) {
  const auto text = variables(rule.variable);
  if (!text || text->empty()) return rule.fallback;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
  if (error != std::errc{} || end != text->data() + text->size() || number < rule.minimum ||
      number > rule.maximum) {
    return bad(rule.variable, "must be a whole number from " + std::to_string(rule.minimum) +
                                  " to " + std::to_string(rule.maximum) + ".");
  }
  return number;
}

std::string program_directory() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::string(".") : program.parent_path().string();
}

// The first of the places where a directory lies in a build tree or an installation.
std::string find_directory(const std::vector<std::string>& candidates) {
  std::error_code error;
  for (const std::string& candidate : candidates) {
    if (std::filesystem::is_directory(candidate, error)) return candidate;
  }
  return candidates.front();
}

Status load_environment(const Variables& variables, Config& config) {
  const auto name = variables("APP_ENV");
  if (!name || name->empty()) {
    config.warnings.push_back("APP_ENV is not set: production is assumed.");
  } else if (*name == "development") {
    config.environment = Environment::development;
  } else if (*name != "production") {
    return bad("APP_ENV", "must be production or development.");
  }
  const bool is_production = config.environment == Environment::production;
  const std::string bypass = value_or(variables, "DEV_AUTH_BYPASS", "");
  if (!bypass.empty() && bypass != "0" && bypass != "false") {
    return bad("DEV_AUTH_BYPASS", "this program has no bypass of the sign-in; unset it.");
  }
  const std::string debug = value_or(variables, "APP_DEBUG", "");
  if (is_production && (debug == "1" || debug == "true" || debug == "yes")) {
    return bad("APP_DEBUG", "must not be on in production.");
  }
  if (variables("TESTING")) config.warnings.push_back("TESTING is set and has no effect.");
  return success();
}

Status load_database(const Variables& variables, const CommandLine& line, Config& config) {
  const std::string address = value_or(variables, "DATABASE_URL", "");
  constexpr std::string_view kSqlite = "sqlite:";
  if (address.starts_with("postgres://") || address.starts_with("postgresql://")) {
    return bad("DATABASE_URL", "this build stores in SQLite only; use sqlite:/path/to/file.");
  }
  if (!address.empty() && !address.starts_with(kSqlite)) {
    return bad("DATABASE_URL", "must start with sqlite: or postgresql://.");
  }
  if (!address.empty()) {
    std::string_view path = std::string_view(address).substr(kSqlite.size());
    if (path.starts_with("//")) path.remove_prefix(2);
    if (path.empty()) return bad("DATABASE_URL", "the path after sqlite: is empty.");
    config.database_path = path;
    return success();
  }
  const std::string directory =
      line.data_directory.value_or(value_or(variables, "DATA_DIR", "data"));
  config.database_path = directory + "/roomieroster.db";
  return success();
}

Status load_origins(const Variables& variables, Config& config) {
  const std::string base = value_or(variables, "APP_BASE_URL", "");
  if (!base.empty()) {
    config.origins.base_origin = origin_of(base);
    if (config.origins.base_origin.empty()) {
      return bad("APP_BASE_URL", "must be an address like https://example.org.");
    }
    const bool is_secure = base.starts_with("https://");
    if (config.environment == Environment::production && !is_secure) {
      return bad("APP_BASE_URL", "must be https in production.");
    }
  }
  std::string list = value_or(variables, "ALLOWED_ORIGINS", "");
  std::string_view rest = list;
  while (!rest.empty()) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view entry = trim(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
    if (entry.empty()) continue;
    if (origin_of(entry) != entry) {
      return bad("ALLOWED_ORIGINS", "must be origins like https://example.org.");
    }
    config.origins.allowed_origins.emplace_back(entry);
  }
  auto proxies = TrustedProxies::parse(value_or(variables, "TRUSTED_PROXIES", ""));
  if (!proxies) return bad("TRUSTED_PROXIES", proxies.error().message);
  config.proxies = std::move(*proxies);
  return success();
}

Status load_numbers(const Variables& variables, const CommandLine& line, Config& config) {
  const auto port = read_number(variables, {"PORT", 8080, 0, 65535});
  if (!port) return port.error();
  config.port = line.port.value_or(static_cast<int>(*port));
  const auto drain = read_number(variables, {"DRAIN_SECONDS", 1, 0, 60});
  if (!drain) return drain.error();
  config.drain_ms = static_cast<int>(*drain) * 1000;
  const auto factor = read_number(variables, {"RATE_LIMIT_FACTOR", 1, 1, 1'000'000});
  if (!factor) return factor.error();
  config.rate_limit_factor = *factor;
  if (*factor != 1 && config.environment == Environment::production) {
    config.warnings.push_back("RATE_LIMIT_FACTOR is not 1: rate limits are loosened.");
  }
  const auto streams = read_number(variables, {"STREAM_LIMIT", 256, 1, 10'000});
  if (!streams) return streams.error();
  config.stream_limit = static_cast<std::size_t>(*streams);
  return success();
}

Status load_choices(const Variables& variables, Config& config) {
  const bool is_production = config.environment == Environment::production;
  const std::string accounts = value_or(variables, "DEVICE_ACCOUNTS", is_production ? "off" : "on");
  if (accounts != "on" && accounts != "off") return bad("DEVICE_ACCOUNTS", "must be on or off.");
  config.device_accounts = accounts == "on" ? Toggle::on : Toggle::off;
  const std::string level = value_or(variables, "LOG_LEVEL", is_production ? "info" : "debug");
  if (level == "debug") {
    config.log_level = LogLevel::debug;
  } else if (level == "info") {
    config.log_level = LogLevel::info;
  } else if (level == "warning") {
    config.log_level = LogLevel::warning;
  } else if (level == "error") {
    config.log_level = LogLevel::error;
  } else {
    return bad("LOG_LEVEL", "must be debug, info, warning or error.");
  }
  return success();
}

}  // namespace

Variables process_variables() {
  return [](std::string_view name) -> std::optional<std::string> {
    const char* value = std::getenv(std::string(name).c_str());
    if (value == nullptr) return std::nullopt;
    return std::string(value);
  };
}

Result<Config> load_config(const Variables& variables, const CommandLine& line) {
  Config config;
  if (const auto status = load_environment(variables, config); !status) return status.error();
  if (const auto status = load_database(variables, line, config); !status) return status.error();
  if (const auto status = load_origins(variables, config); !status) return status.error();
  if (const auto status = load_numbers(variables, line, config); !status) return status.error();
  if (const auto status = load_choices(variables, config); !status) return status.error();
  // A platform that gives a port routes from outside.
  const bool is_platform = variables("RENDER").has_value();
  config.host = line.host.value_or(
      value_or(variables, "BIND_ADDRESS", is_platform ? "0.0.0.0" : "127.0.0.1"));
  const std::string here = program_directory();
  config.web_directory = line.web_directory.value_or(value_or(
      variables, "WEB_DIR",
      find_directory({here + "/../web", here + "/web", here + "/../share/roomieroster/web"})));
  config.migrations_directory =
      value_or(variables, "MIGRATIONS_DIR",
               find_directory({here + "/../../migrations", here + "/migrations",
                               here + "/../share/roomieroster/migrations"}));
  config.commit = value_or(variables, "RENDER_GIT_COMMIT", "");
  return config;
}

}  // namespace rr
