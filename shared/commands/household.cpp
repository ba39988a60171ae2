#include "shared/commands/household.h"

#include "shared/base/fill.h"
#include "shared/base/time_zones.h"
#include "shared/commands/define.h"
#include "shared/domain/choices.h"
#include "shared/domain/currency.h"

namespace rr {
namespace {

constexpr std::int64_t kLastMinuteOfDay = 24 * 60 - 1;

constexpr FieldInfo kEditFields[] = {
    text_field<&EditHousehold::name>("name", 1, 100),
    text_field<&EditHousehold::time_zone>("time_zone", 1, 64),
    text_field<&EditHousehold::currency>("currency", 3, 3),
    choice_field<&EditHousehold::week_reset_day>("week_reset_day", kWeekdayWords),
    integer_field<&EditHousehold::week_reset_minute>("week_reset_minute", 0, kLastMinuteOfDay),
    integer_field<&EditHousehold::approval_threshold>("approval_threshold", 1, 10),
    integer_field<&EditHousehold::auto_approve_limit>("auto_approve_limit", 0, 1'000'000'000'000),
    boolean_field<&EditHousehold::complete_when_all_subtasks_done>(
        "complete_when_all_subtasks_done"),
    integer_field<&EditHousehold::fairness_window_cycles>("fairness_window_cycles", 1, 104),
    integer_field<&EditHousehold::audit_retention_days>("audit_retention_days", 30, 3650),
    choice_field<&EditHousehold::division_method>("division_method", kDivisionMethodWords)
        .added_in(4),
    boolean_field<&EditHousehold::plans_whole_cycle>("plans_whole_cycle").added_in(4),
    boolean_field<&EditHousehold::counts_effort>("counts_effort").added_in(4),
    boolean_field<&EditHousehold::needs_veto_reasons>("needs_veto_reasons").added_in(4),
};
constexpr FieldMask kEditTimeZone = field_bit(kEditFields, "time_zone");
constexpr FieldMask kEditCurrency = field_bit(kEditFields, "currency");

Status apply_edit(Transaction& transaction, const Context& context,
                  const EditHousehold& arguments) {
  const auto present = transaction.find<Household>(context.scope);
  if (!present) return refuse("not_found", "This household is not here any more.");
  if ((arguments.given & kEditTimeZone) != 0) {
    if (Status status = check_time_zone(context, arguments.time_zone); !status) return status;
  }
  if ((arguments.given & kEditCurrency) != 0) {
    if (Status status = check_currency(arguments.currency); !status) return status;
  }
  Household household = *present;
  copy_fields(kEditFields, &arguments, arguments.given, describe<Household>().fields, &household);
  transaction.put(household);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context& context,
                                   const EditHousehold& arguments) {
  const auto present = before.find<Household>(context.scope);
  if (!present) return std::nullopt;
  const FieldList fields = describe<Household>().fields;
  EditHousehold back;
  copy_fields(fields, present.get(), all_fields(fields), kEditFields, &back);
  back.given = arguments.given;
  return inverse_command(back);
}

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditHousehold, apply_edit>("household.edit", kEditFields);
  info.role = Role::admin;
  info.optional_fields = all_fields(kEditFields);
  info.inverse = &invert_arguments<EditHousehold, invert_edit>;
  return info;
}();

}  // namespace

Status check_time_zone(const Context& context, const std::string& name) {
  if (context.time_zones == nullptr || context.time_zones->contains(name)) return success();
  return refuse("unknown_time_zone", fill("There is no time zone called {name}.", {{"name", name}}),
                "time_zone");
}

Status check_currency(const std::string& code) {
  if (is_currency(code)) return success();
  return refuse("unknown_currency",
                fill("There is no currency with the code {code}.", {{"code", code}}), "currency");
}

template <>
const CommandInfo& describe_command<EditHousehold>() {
  return kEdit;
}

}  // namespace rr
