// Commands about members: the accounts that belong to a household, their roles, and the roommate
// each is linked to (an account to at most one roommate, a roommate to at most one account).
#pragma once

#include "shared/commands/command.h"

namespace rr {

// For the program itself, when an invitation is used. Links to an existing roommate, or to a new
// one when `roommate_name` is given. Repeating it for the same roommate succeeds and changes
// nothing. Refusals: not_found, moved_out, roommate_taken, already_linked, id_taken, name_taken,
// too_many.
struct JoinMember {
  Id person_id;
  std::string name;
  Id roommate_id;
  std::optional<std::string> roommate_name;
};

// Everybody for themselves, admins for others. A link to another roommate moves. Linking again to
// the same one succeeds and changes nothing. Refusals: not_found, moved_out, roommate_taken,
// not_allowed.
struct LinkMember {
  Id member_id;
  Id roommate_id;
};

// Everybody for themselves, admins for others. Refusals: not_found, not_allowed.
struct UnlinkMember {
  Id member_id;
};

// For owners; there is always one at least. Refusals: not_found, last_owner.
struct SetMemberRole {
  Id member_id;
  Role role = Role::member;
};

// For admins; an admin or owner is removed by an owner, or leaves. The roommate stays. Refusals:
// not_found, not_allowed, last_owner.
struct RemoveMember {
  Id member_id;
};

template <>
const CommandInfo& describe_command<JoinMember>();
template <>
const CommandInfo& describe_command<LinkMember>();
template <>
const CommandInfo& describe_command<UnlinkMember>();
template <>
const CommandInfo& describe_command<SetMemberRole>();
template <>
const CommandInfo& describe_command<RemoveMember>();

}  // namespace rr
