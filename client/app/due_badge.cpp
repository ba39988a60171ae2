#include "client/app/due_badge.h"

#include <algorithm>

#include "client/platform/system.h"
#include "client/screens/calendar.h"
#include "client/screens/standing.h"
#include "client/text/texts.h"

namespace rr::app {
namespace {

constexpr std::string_view kSetting = "notify";

std::int64_t count_due(const Session& session, Date today) {
  const Id own = screens::own_roommate(session);
  if (own.is_nil()) return 0;
  const auto assignments = session.household().where<Assignment>("roommate_id", own);
  return std::count_if(assignments.begin(), assignments.end(), [&](const auto& each) {
    return each->status == AssignmentStatus::open && each->due_date <= today;
  });
}

}  // namespace

void DueBadge::follow(const Session& session) {
  if (session.place() == Place::gate && count_ > 0) {
    count_ = 0;
    platform::set_badge(0);
  }
  if (session.place() != Place::home) return;
  const Date today = screens::calendar_of(session).today;
  if (session.version() == version_ && today == day_) return;
  version_ = session.version();
  day_ = today;
  const std::int64_t count = count_due(session, today);
  if (count == count_) return;
  const bool is_more = count_ >= 0 && count > count_;
  count_ = count;
  platform::set_badge(count);
  if (!is_more || !wants_notifications()) return;
  platform::notify(tr_count(count, "{n} chore of yours is due", "{n} chores of yours are due"));
}

bool wants_notifications() { return platform::load_setting(kSetting) == "1"; }
void want_notifications(bool is_wanted) { platform::save_setting(kSetting, is_wanted ? "1" : ""); }

}  // namespace rr::app
