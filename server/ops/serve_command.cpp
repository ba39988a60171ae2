#include <malloc.h>
#include <pthread.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>
#include <thread>

#include "server/ops/commands.h"
#include "server/ops/log.h"
#include "server/product_server.h"
#include "server/store/migrations.h"
#include "server/store/sqlite_store.h"

namespace rr {
namespace {

// A stream costs a socket: take what the system allows.
void raise_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Signals are taken by one thread that waits for them, so stopping runs as ordinary code.
sigset_t block_stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

int fail(const Error& error) {
  log_line(LogLevel::error, "ops", error.message, {{"refusal", error.code}});
  flush_log();
  std::cerr << error.message << std::endl;
  return 1;
}

Status migrate(const Config& config, const Clock& clock) {
  if (Status made = make_parent_directory(config.database_path); !made) return made;
  auto database = Database::open(config.database_path, OpenMode::read_write);
  if (!database) return database.error();
  Migrator migrator(**database, sqlite_migrations(), migration_lock_path(config.database_path),
                    clock);
  const auto done = migrator.up();
  if (!done) return done.error();
  if (!done->empty()) {
    log_line(LogLevel::info, "ops", "schema migrated", {{"revision", done->back()}});
  }
  return success();
}

}  // namespace

int serve_command(const Config& config) {
  const sigset_t signals = block_stop_signals();
  // One arena per thread would cost memory that hundreds of mostly idle threads never use.
  mallopt(M_ARENA_MAX, 4);
  raise_file_limit();
  set_up_log(config.environment == Environment::production ? LogForm::json : LogForm::text,
             config.log_level);
  for (const std::string& warning : config.warnings) {
    log_line(LogLevel::warning, "ops", warning);
  }
  const SystemClock clock;
  if (const Status migrated = migrate(config, clock); !migrated) return fail(migrated.error());
  auto server = ProductServer::start(config, clock);
  if (!server) return fail(server.error());
  std::cout << "RoomieRoster serves http://" << config.host << ":" << (*server)->port()
            << std::endl;

  std::thread stopper([&] {
    int signal = 0;
    sigwait(&signals, &signal);
    log_line(LogLevel::info, "ops", "stopping", {{"signal", signal}});
    (*server)->stop();
  });
  (*server)->run();
  // When the listening socket failed by itself, the stopper still waits.
  pthread_kill(stopper.native_handle(), SIGTERM);
  stopper.join();
  server->reset();
  log_line(LogLevel::info, "ops", "stopped");
  flush_log();
  return 0;
}

}  // namespace rr
