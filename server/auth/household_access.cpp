#include "server/auth/household_access.h"

namespace rr {

std::shared_ptr<const Member> find_member(UnitOfWork& work, const Id& household_id,
                                          const Id& account_id) {
  return work.rows(household_id)->find<Member>(account_id);
}

Status demand_role(UnitOfWork& work, const Id& household_id, const Id& account_id, Role least) {
  const auto member = find_member(work, household_id, account_id);
  if (!member) return refuse("not_a_member", "You are not a member of this household.");
  if (member->role < least) {
    return refuse("not_allowed", "Only admins and owners of the household may do this.");
  }
  return success();
}

}  // namespace rr
