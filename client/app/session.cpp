#include "client/app/session.h"

#include "client/text/texts.h"

namespace rr::app {

std::string save_status_words(const SaveStatus& status) {
  const auto waiting = static_cast<std::int64_t>(status.waiting);
  const auto refused = static_cast<std::int64_t>(status.refused);
  switch (status.state) {
    case SaveState::saved: return tr("All changes saved");
    case SaveState::saved_on_device: return tr("Saved on this device");
    case SaveState::saving: return tr("Saving…");
    case SaveState::offline:
      if (waiting == 0) return tr("Offline");
      return tr_count(waiting, "Offline, {n} change waiting", "Offline, {n} changes waiting");
    case SaveState::refused:
      return tr_count(refused, "{n} change could not be applied",
                      "{n} changes could not be applied");
  }
  return {};
}

}  // namespace rr::app
