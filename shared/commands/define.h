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

template <class Arguments, std::optional<Command> (*Inverse)(const Reader&, const Context&,
                                                             const Arguments&)>
std::optional<Command> invert_arguments(const Reader& before, const Context& context,
                                        const void* arguments) {
  return Inverse(before, context, *static_cast<const Arguments*>(arguments));
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
