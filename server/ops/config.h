// What the environment and the command line ask for, judged before anything starts.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/origin.h"
#include "server/http/trusted_proxies.h"
#include "server/ops/log.h"
#include "shared/base/result.h"

namespace rr {

enum class Environment : std::uint8_t { development, production };
enum class Toggle : std::uint8_t { off, on };

struct Config {
  Environment environment = Environment::production;
  std::string host = "127.0.0.1";
  int port = 8080;
  // A file path: SQLite.
  std::string database_path;
  std::string web_directory;
  std::string migrations_directory;
  Toggle device_accounts = Toggle::off;
  OriginPolicy origins;
  TrustedProxies proxies;
  LogLevel log_level = LogLevel::info;
  int drain_ms = 1'000;
  std::int64_t rate_limit_factor = 1;
  std::size_t stream_limit = 256;
  std::string commit;
  // To be said in the log once it is set up.
  std::vector<std::string> warnings;
};

// Looks a variable up; nullopt when it is not set.
using Variables = std::function<std::optional<std::string>(std::string_view name)>;
[[nodiscard]] Variables process_variables();

// What the command line may set; it wins over the environment.
struct CommandLine {
  std::optional<std::string> host;
  std::optional<int> port;
  std::optional<std::string> data_directory;
  std::optional<std::string> web_directory;
};

// Code: bad_configuration, with the variable as field.
[[nodiscard]] Result<Config> load_config(const Variables& variables, const CommandLine& line);

}  // namespace rr
