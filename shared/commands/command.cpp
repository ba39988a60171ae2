#include "shared/commands/command.h"

#include "shared/base/text.h"

namespace rr {
namespace {

FieldMask given_fields(const CommandInfo& info, const void* arguments) {
  if (info.given == nullptr) return all_fields(info.fields);
  // `given` needs a mutable pointer only because decoding writes through it.
  return *info.given(const_cast<void*>(arguments)) | ~info.optional_fields;
}

void trim_texts(FieldList fields, void* row) {
  for (const FieldInfo& field : fields) {
    if (field.type != FieldType::text) continue;
    const Value value = field.get(row);
    if (!std::holds_alternative<std::string_view>(value)) continue;
    const std::string trimmed(trim(std::get<std::string_view>(value)));
    field.set(row, std::string_view(trimmed));
  }
}

Status check_actor(const Reader& reader, const Context& context, const CommandInfo& info) {
  if (context.actor == ActorKind::system) return success();
  if (info.issuer == ActorKind::system) {
    return refuse("not_for_people", "Only the program itself does this.");
  }
  if (info.scope == ScopeKind::person) {
    if (context.scope == context.person) return success();
    return refuse("wrong_scope", "This belongs to another person.");
  }
  if (info.standing == Standing::founder) return success();
  const auto member = reader.find<Member>(context.person);
  if (!member) return refuse("not_a_member", "You are not a member of this household.");
  if (member->role < info.role) {
    return refuse("not_allowed", "Your role does not allow this.");
  }
  return success();
}

}  // namespace

std::string encode_arguments(const Command& command, std::uint16_t schema) {
  JsonWriter writer;
  const CommandInfo& info = *command.info;
  write_fields(writer, info.fields, command.arguments.get(), schema,
               given_fields(info, command.arguments.get()) & all_fields(info.fields));
  return std::move(writer).bytes();
}

Result<Command> decode_command(const CommandInfo& info, std::string_view arguments,
                               std::uint16_t schema) {
  JsonReader reader(arguments);
  const std::shared_ptr<void> row = info.make();
  const Result<FieldMask> given = read_fields(reader, info.fields, row.get());
  if (!given) return given.error();
  if (!reader.finish()) return reader.error();
  if (info.given != nullptr) *info.given(row.get()) = *given;
  if (Status status = check_presence(info.fields, *given | info.optional_fields, schema); !status) {
    return status.error();
  }
  return check_command(info, row);
}

Result<Command> check_command(const CommandInfo& info, std::shared_ptr<void> arguments) {
  trim_texts(info.fields, arguments.get());
  const FieldMask given = given_fields(info, arguments.get());
  if (Status status = check_fields(info.fields, arguments.get(), given); !status) {
    return status.error();
  }
  return Command{&info, std::move(arguments)};
}

Status run_command(Transaction& transaction, const Context& context, const Command& command) {
  if (Status status = check_actor(transaction, context, *command.info); !status) return status;
  return command.info->apply(transaction, context, command.arguments.get());
}

const CommandInfo* find_command(std::string_view name, std::uint16_t version) {
  for (const CommandInfo* info : all_commands()) {
    if (info->name == name && info->version == version) return info;
  }
  return nullptr;
}

}  // namespace rr
