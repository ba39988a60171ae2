#include "client/screens/standing.h"

namespace rr::screens {

Id own_roommate(const app::Session& session) {
  const auto member = session.household().find<Member>(session.person_id());
  return member ? member->roommate_id : Id{};
}

bool is_admin(const app::Session& session) {
  const auto member = session.household().find<Member>(session.person_id());
  return member && member->role != Role::member;
}

}  // namespace rr::screens
