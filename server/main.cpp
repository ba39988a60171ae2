// The program: serve, and migrate up, down, status and check.
#include <CLI/CLI.hpp>
#include <iostream>

#include "server/ops/commands.h"

int main(int argc, char** argv) {
  CLI::App program{"RoomieRoster: a household in step"};
  program.require_subcommand(1);
  rr::CommandLine line;

  CLI::App* serve = program.add_subcommand("serve", "Migrate the database, then serve");
  serve->add_option("--host", line.host, "Address to listen on (127.0.0.1)");
  serve->add_option("--port", line.port, "Port to listen on, 0 for any free one (8080)");
  serve->add_option("--data", line.data_directory, "Directory of the database (data)");
  serve->add_option("--web", line.web_directory, "Directory of the built page");

  rr::MigrateOptions options;
  CLI::App* migrate = program.add_subcommand("migrate", "Change or check the database's schema");
  migrate->require_subcommand(1);
  migrate->fallthrough();
  migrate->add_option("--data", line.data_directory, "Directory of the database (data)");
  CLI::App* up = migrate->add_subcommand("up", "Apply what is pending");
  up->add_flag("--dry-run", options.is_trial, "Show and prove what would be done, change nothing");
  CLI::App* down = migrate->add_subcommand("down", "Reverse revisions; makes a backup first");
  down->add_option("--to", options.target, "Revision to go back to (one back)");
  down->add_flag("--yes", options.is_confirmed, "Really lose what the revisions hold");
  migrate->add_subcommand("status", "Show current, latest and pending revisions");
  migrate->add_subcommand("check", "The same, for scripts: 0 only when up to date");

  CLI11_PARSE(program, argc, argv);

  const auto config = rr::load_config(rr::process_variables(), line);
  if (!config) {
    std::cerr << config.error().message << "\n";
    return 1;
  }
  if (serve->parsed()) return rr::serve_command(*config);
  if (up->parsed()) return rr::migrate_up_command(*config, options);
  if (down->parsed()) return rr::migrate_down_command(*config, options);
  return rr::migrate_status_command(*config);
}
