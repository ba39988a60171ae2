#include "shared/commands/roommates.h"

#include "shared/base/fold.h"
#include "shared/commands/define.h"

namespace rr {
namespace {

constexpr std::size_t kMaximumRoommates = 100;

constexpr FieldInfo kAddFields[] = {
    id_field<&AddRoommate::id>("id"),
    text_field<&AddRoommate::name>("name", 1, 100),
    integer_field<&AddRoommate::colour>("colour", 1, 8),
    integer_field<&AddRoommate::weight>("weight", 0, 100),
};

constexpr FieldInfo kEditFields[] = {
    id_field<&EditRoommate::id>("id"),
    text_field<&EditRoommate::name>("name", 1, 100),
    integer_field<&EditRoommate::colour>("colour", 1, 8),
    integer_field<&EditRoommate::weight>("weight", 0, 100),
};
constexpr FieldMask kEditName = 1 << 1;
constexpr FieldMask kEditColour = 1 << 2;
constexpr FieldMask kEditWeight = 1 << 3;

Status check_name_is_free(const Reader& reader, const std::string& name, const Id& except) {
  const std::string folded = fold_case(name);
  for (const auto& other : reader.all<Roommate>()) {
    if (other->id == except || other->status == RoommateStatus::moved_out) continue;
    if (fold_case(other->name) == folded) {
      return refuse("name_taken", "Somebody here is already called " + other->name + ".", "name");
    }
  }
  return success();
}

Status apply_add(Transaction& transaction, const Context& context, const AddRoommate& arguments) {
  if (transaction.find<Roommate>(arguments.id)) {
    return refuse("id_taken", "This roommate exists already.", "id");
  }
  if (transaction.all<Roommate>().size() >= kMaximumRoommates) {
    return refuse("too_many", "A household has at most 100 roommates.");
  }
  if (Status status = check_name_is_free(transaction, arguments.name, Id{}); !status) {
    return status;
  }
  Roommate roommate;
  roommate.id = arguments.id;
  roommate.name = arguments.name;
  roommate.colour = arguments.colour;
  roommate.weight = arguments.weight;
  roommate.joined_at = context.meant_at;
  transaction.put(roommate);
  return success();
}

Status apply_edit(Transaction& transaction, const Context&, const EditRoommate& arguments) {
  const auto present = transaction.find<Roommate>(arguments.id);
  if (!present) return refuse("not_found", "This roommate is not here any more.", "id");
  Roommate roommate = *present;
  if ((arguments.given & kEditName) != 0) {
    if (Status status = check_name_is_free(transaction, arguments.name, arguments.id); !status) {
      return status;
    }
    roommate.name = arguments.name;
  }
  if ((arguments.given & kEditColour) != 0) roommate.colour = arguments.colour;
  if ((arguments.given & kEditWeight) != 0) roommate.weight = arguments.weight;
  transaction.put(roommate);
  return success();
}

std::optional<Command> invert_edit(const Reader& before, const Context&,
                                   const EditRoommate& arguments) {
  const auto present = before.find<Roommate>(arguments.id);
  if (!present) return std::nullopt;
  EditRoommate back;
  back.given = arguments.given;
  back.id = arguments.id;
  back.name = present->name;
  back.colour = present->colour;
  back.weight = present->weight;
  const Result<Command> command = make_command(back);
  return command.ok() ? std::optional<Command>(*command) : std::nullopt;
}

constexpr CommandInfo kAdd = define_command<AddRoommate, apply_add>("roommate.add", kAddFields);

constexpr CommandInfo kEdit = [] {
  CommandInfo info = define_command<EditRoommate, apply_edit>("roommate.edit", kEditFields);
  info.optional_fields = kEditName | kEditColour | kEditWeight;
  info.inverse = &invert_arguments<EditRoommate, invert_edit>;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<AddRoommate>() {
  return kAdd;
}
template <>
const CommandInfo& describe_command<EditRoommate>() {
  return kEdit;
}

}  // namespace rr
