#include "shared/commands/settings.h"

#include "shared/commands/define.h"
#include "shared/domain/choices.h"

namespace rr {
namespace {

constexpr std::int64_t kLastMinuteOfDay = 24 * 60 - 1;

constexpr FieldInfo kEditFields[] = {
    choice_field<&EditSettings::theme>("theme", kThemeWords),
    text_field<&EditSettings::language>("language", 0, 35),
    boolean_field<&EditSettings::has_quiet_hours>("has_quiet_hours"),
    integer_field<&EditSettings::quiet_from_minute>("quiet_from_minute", 0, kLastMinuteOfDay),
    integer_field<&EditSettings::quiet_until_minute>("quiet_until_minute", 0, kLastMinuteOfDay),
};

// The shape of a BCP 47 tag: letters and digits in parts of 1 to 8, joined by hyphens.
bool is_language_tag(std::string_view tag) {
  std::size_t length = 0;
  for (const char c : tag) {
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '-' && length > 0) {
      length = 0;
    } else if (!is_part || ++length > 8) {
      return false;
    }
  }
  return tag.empty() || length > 0;
}

PersonalSettings present_settings(const Reader& reader, const Id& person) {
  if (const auto present = reader.find<PersonalSettings>(person)) return *present;
  PersonalSettings defaults;
  defaults.id = person;
  return defaults;
}

Status apply_edit(Transaction& transaction, const Context& context, const EditSettings& arguments) {
  if (!is_language_tag(arguments.language)) {
    return refuse("not_a_language", "A language is a tag like en or pt-BR.", "language");
  }
  PersonalSettings settings = present_settings(transaction, context.scope);
  copy_fields(kEditFields, &arguments, arguments.given, describe<PersonalSettings>().fields,
              &settings);
  transaction.put(settings);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context& context,
                                   const EditSettings& arguments) {
  const PersonalSettings present = present_settings(before, context.scope);
  const FieldList fields = describe<PersonalSettings>().fields;
  EditSettings back;
  copy_fields(fields, &present, all_fields(fields), kEditFields, &back);
  back.given = arguments.given;
  return inverse_command(back);
}

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditSettings, apply_edit>("settings.edit", kEditFields);
  info.scope = ScopeKind::person;
  info.optional_fields = all_fields(kEditFields);
  info.inverse = &invert_arguments<EditSettings, invert_edit>;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<EditSettings>() {
  return kEdit;
}

}  // namespace rr
