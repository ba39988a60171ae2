#include "shared/commands/members.h"

#include "shared/base/fill.h"
#include "shared/commands/actor.h"
#include "shared/commands/define.h"
#include "shared/commands/roommates.h"
#include "shared/domain/choices.h"

namespace rr {
namespace {

constexpr FieldInfo kJoinFields[] = {
    id_field<&JoinMember::person_id>("person_id"),
    text_field<&JoinMember::name>("name", 1, 100),
    id_field<&JoinMember::roommate_id>("roommate_id"),
    text_field<&JoinMember::roommate_name>("roommate_name", 1, 100),
};

constexpr FieldInfo kLinkFields[] = {
    id_field<&LinkMember::member_id>("member_id"),
    id_field<&LinkMember::roommate_id>("roommate_id"),
};

constexpr FieldInfo kUnlinkFields[] = {
    id_field<&UnlinkMember::member_id>("member_id"),
};

constexpr FieldInfo kSetRoleFields[] = {
    id_field<&SetMemberRole::member_id>("member_id"),
    choice_field<&SetMemberRole::role>("role", kRoleWords),
};

constexpr FieldInfo kRemoveFields[] = {
    id_field<&RemoveMember::member_id>("member_id"),
};

Error member_not_found() {
  return refuse("not_found", "This person is not a member any more.", "member_id");
}

Status check_may_link(const Reader& reader, const Context& context, const Id& member_id) {
  if (member_id == context.person || role_of_actor(reader, context) >= Role::admin) {
    return success();
  }
  return refuse("not_allowed", "Only an admin links other people.");
}

// The roommate is here and nobody but `member_id` is linked to them.
Status check_can_be_linked(const Reader& reader, const Id& roommate_id, const Id& member_id) {
  const auto roommate = reader.find<Roommate>(roommate_id);
  if (!roommate) {
    return refuse("not_found", "This roommate is not here any more.", "roommate_id");
  }
  for (const auto& member : reader.where<Member>("roommate_id", roommate_id)) {
    if (member->id == member_id) continue;
    return refuse("roommate_taken",
                  fill("{name} is already linked to another account.", {{"name", roommate->name}}),
                  "roommate_id");
  }
  if (roommate->status == RoommateStatus::moved_out) {
    return refuse("moved_out", fill("{name} has moved out.", {{"name", roommate->name}}),
                  "roommate_id");
  }
  return success();
}

Status check_owner_remains(const Reader& reader, const Id& leaving) {
  for (const auto& member : reader.all<Member>()) {
    if (member->id != leaving && member->role == Role::owner) return success();
  }
  return refuse("last_owner", "A household always has an owner.", "member_id");
}

Status apply_join(Transaction& transaction, const Context& context, const JoinMember& arguments) {
  const auto present = transaction.find<Member>(arguments.person_id);
  if (present && present->roommate_id == arguments.roommate_id) return success();
  if (present && !present->roommate_id.is_nil()) {
    return refuse("already_linked", "You are a member already, as somebody else.", "roommate_id");
  }
  if (arguments.roommate_name) {
    AddRoommate added;
    added.id = arguments.roommate_id;
    added.name = *arguments.roommate_name;
    added.colour = next_roommate_colour(transaction);
    if (Status status = add_roommate(transaction, context, added); !status) return status;
  } else if (Status status =
                 check_can_be_linked(transaction, arguments.roommate_id, arguments.person_id);
             !status) {
    return status;
  }
  Member member;
  if (present) member = *present;
  member.id = arguments.person_id;
  member.name = arguments.name;
  member.roommate_id = arguments.roommate_id;
  if (!present) member.joined_at = context.meant_at;
  transaction.put(member);
  return success();
}

Status apply_link(Transaction& transaction, const Context& context, const LinkMember& arguments) {
  const auto present = transaction.find<Member>(arguments.member_id);
  if (!present) return member_not_found();
  if (Status status = check_may_link(transaction, context, arguments.member_id); !status) {
    return status;
  }
  if (present->roommate_id == arguments.roommate_id) return success();
  if (Status status = check_can_be_linked(transaction, arguments.roommate_id, arguments.member_id);
      !status) {
    return status;
  }
  Member member = *present;
  member.roommate_id = arguments.roommate_id;
  transaction.put(member);
  return success();
}

Status apply_unlink(Transaction& transaction, const Context& context,
                    const UnlinkMember& arguments) {
  const auto present = transaction.find<Member>(arguments.member_id);
  if (!present) return member_not_found();
  if (Status status = check_may_link(transaction, context, arguments.member_id); !status) {
    return status;
  }
  if (present->roommate_id.is_nil()) return success();
  Member member = *present;
  member.roommate_id = Id{};
  transaction.put(member);
  return success();
}

std::optional<Command> back_to_link(const Reader& before, const Id& member_id) {
  const auto present = before.find<Member>(member_id);
  if (!present) return std::nullopt;
  if (present->roommate_id.is_nil()) return inverse_command(UnlinkMember{member_id});
  return inverse_command(LinkMember{member_id, present->roommate_id});
}

std::optional<Command> invert_link(const Reader& before, const Context&,
                                   const LinkMember& arguments) {
  return back_to_link(before, arguments.member_id);
}

std::optional<Command> invert_unlink(const Reader& before, const Context&,
                                     const UnlinkMember& arguments) {
  return back_to_link(before, arguments.member_id);
}

Status apply_set_role(Transaction& transaction, const Context&, const SetMemberRole& arguments) {
  const auto present = transaction.find<Member>(arguments.member_id);
  if (!present) return member_not_found();
  if (present->role == arguments.role) return success();
  if (present->role == Role::owner) {
    if (Status status = check_owner_remains(transaction, present->id); !status) return status;
  }
  Member member = *present;
  member.role = arguments.role;
  transaction.put(member);
  return success();
}

Status apply_remove(Transaction& transaction, const Context& context,
                    const RemoveMember& arguments) {
  const auto present = transaction.find<Member>(arguments.member_id);
  if (!present) return member_not_found();
  const bool leaves = present->id == context.person;
  if (present->role >= Role::admin && !leaves &&
      role_of_actor(transaction, context) != Role::owner) {
    return refuse("not_allowed", "Only an owner removes an admin.", "member_id");
  }
  if (present->role == Role::owner) {
    if (Status status = check_owner_remains(transaction, present->id); !status) return status;
  }
  transaction.erase<Member>(present->id);
  return success();
}

constexpr CommandInfo kJoin = [] {
  CommandInfo info = define_command<JoinMember, apply_join>("member.join", kJoinFields);
  info.issuer = ActorKind::system;
  return info;
}();

constexpr CommandInfo kLink = [] {
  CommandInfo info = define_command<LinkMember, apply_link>("member.link", kLinkFields);
  info.inverse = &invert_arguments<LinkMember, invert_link>;
  return info;
}();

constexpr CommandInfo kUnlink = [] {
  CommandInfo info = define_command<UnlinkMember, apply_unlink>("member.unlink", kUnlinkFields);
  info.inverse = &invert_arguments<UnlinkMember, invert_unlink>;
  return info;
}();

constexpr CommandInfo kSetRole = [] {
  CommandInfo info =
      define_command<SetMemberRole, apply_set_role>("member.set_role", kSetRoleFields);
  info.command_class = CommandClass::online_only;
  info.role = Role::owner;
  return info;
}();

constexpr CommandInfo kRemove = [] {
  CommandInfo info = define_command<RemoveMember, apply_remove>("member.remove", kRemoveFields);
  info.command_class = CommandClass::online_only;
  info.role = Role::admin;
  return info;
}();

}  // namespace

template <>
const CommandInfo& describe_command<JoinMember>() {
  return kJoin;
}
template <>
const CommandInfo& describe_command<LinkMember>() {
  return kLink;
}
template <>
const CommandInfo& describe_command<UnlinkMember>() {
  return kUnlink;
}
template <>
const CommandInfo& describe_command<SetMemberRole>() {
  return kSetRole;
}
template <>
const CommandInfo& describe_command<RemoveMember>() {
  return kRemove;
}

}  // namespace rr
