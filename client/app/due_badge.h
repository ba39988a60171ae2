// The number on the program's icon: the person's own open chores that are due today or late. Where
// the person wants it and the browser lets it, a notification tells when there are more.
#pragma once

#include <cstdint>

#include "client/app/session.h"
#include "shared/base/time.h"

namespace rr::app {

class DueBadge {
 public:
  // Whenever data may have moved, also in a tab that nobody sees.
  void follow(const Session& session);

 private:
  std::uint64_t version_ = 0;  // of the session when it was counted
  Date day_;
  std::int64_t count_ = -1;  // not counted yet
};

// The choice of this browser, in its settings.
[[nodiscard]] bool wants_notifications();
void want_notifications(bool is_wanted);

}  // namespace rr::app
