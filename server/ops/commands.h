// What the program's subcommands do. Each answers the process's exit code.
#pragma once

#include <cstdint>
#include <optional>

#include "server/ops/config.h"

namespace rr {

// Migrates, serves until SIGINT or SIGTERM. Prints the address on standard output once it listens.
[[nodiscard]] int serve_command(const Config& config);

struct MigrateOptions {
  bool is_trial = false;
  bool is_confirmed = false;
  std::optional<std::int64_t> target;
};

[[nodiscard]] int migrate_up_command(const Config& config, const MigrateOptions& options);
[[nodiscard]] int migrate_down_command(const Config& config, const MigrateOptions& options);
[[nodiscard]] int migrate_status_command(const Config& config);

}  // namespace rr
