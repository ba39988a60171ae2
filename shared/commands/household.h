// The command about a household's settings (household_start.h: how it begins).
#pragma once

#include "shared/commands/command.h"

namespace rr {

// For admins. Fields left out keep their values; fairness_window_cycles null means all cycles.
// Refusals: not_found, unknown_time_zone, unknown_currency.
struct EditHousehold : PartialArguments {
  std::string name;
  std::string time_zone;
  std::string currency;
  Weekday week_reset_day = Weekday::sunday;
  std::int64_t week_reset_minute = 0;  // after local midnight
  std::int64_t approval_threshold = 2;
  std::int64_t auto_approve_limit = 0;  // minor units; 0 turns it off
  bool complete_when_all_subtasks_done = true;
  std::optional<std::int64_t> fairness_window_cycles;
  std::int64_t audit_retention_days = 90;
  DivisionMethod division_method = DivisionMethod::balanced;
  bool plans_whole_cycle = false;
  bool counts_effort = false;
  bool needs_veto_reasons = false;
};

template <>
const CommandInfo& describe_command<EditHousehold>();

// A device that has not loaded the zones yet believes the name; the server judges it. Code:
// unknown_time_zone.
[[nodiscard]] Status check_time_zone(const Context& context, const std::string& name);

// Code: unknown_currency.
[[nodiscard]] Status check_currency(const std::string& code);

}  // namespace rr
