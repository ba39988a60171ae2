// Helpers with which each command file describes its commands. Included by shared/commands only.
#pragma once

#include <type_traits>

#include "shared/commands/command.h"

namespace rr {

template <class Arguments>
std::shared_ptr<void> make_arguments() {
  return std::make_shared<Arguments>();
}

template <class Arguments>
FieldMask* given_of(void* arguments) {
  return &static_cast<Arguments*>(arguments)->given;
}

template <class Arguments, Status (*Apply)(Transaction&, const Context&, const Arguments&)>
Status apply_arguments(Transaction& transaction, const Context& context, const void* arguments) {
  return Apply(transaction, context, *static_cast<const Arguments*>(arguments));
}

template <class Arguments,
          std::optional<Command> (*Inverse)(const Reader&, const Context&, const Arguments&)>
std::optional<Command> invert_arguments(const Reader& before, const Context& context,
                                        const void* arguments) {
  return Inverse(before, context, *static_cast<const Arguments*>(arguments));
}

// Not constexpr: a call of it ends the compilation of what must be known while compiling.
void no_field_has_this_name();

// The bit of the field called `name`; a name that is not there does not compile.
consteval FieldMask field_bit(FieldList fields, std::string_view name) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].name == name) return FieldMask{1} << i;
  }
  no_field_has_this_name();
  return 0;
}

// Copies the fields of `mask` (bits of `from_fields`) to the fields of the same names in `to`;
// names that `to_fields` lacks are passed over.
void copy_fields(FieldList from_fields, const void* from, FieldMask mask, FieldList to_fields,
                 void* to);

// make_command for an inverse: a row that no longer fits its bounds cannot be restored.
template <class Arguments>
std::optional<Command> inverse_command(const Arguments& arguments) {
  const Result<Command> command = make_command(arguments);
  return command ? std::optional<Command>(*command) : std::nullopt;
}

// The parts that every command has; the rest is set on the result by name.
template <class Arguments, Status (*Apply)(Transaction&, const Context&, const Arguments&)>
constexpr CommandInfo define_command(std::string_view name, FieldList fields) {
  CommandInfo info;
  info.name = name;
  info.fields = fields;
  info.make = &make_arguments<Arguments>;
  info.apply = &apply_arguments<Arguments, Apply>;
  if constexpr (std::is_base_of_v<PartialArguments, Arguments>) {
    info.given = &given_of<Arguments>;
  }
  return info;
}

}  // namespace rr
