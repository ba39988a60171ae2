#include "client/app/session.h"

namespace rr::app {

std::string save_status_words(const SaveStatus& status) {
  const auto changes = [](std::size_t count) {
    return std::to_string(count) + (count == 1 ? " change" : " changes");
  };
  switch (status.state) {
    case SaveState::saved: return "All changes saved";
    case SaveState::saved_on_device: return "Saved on this device";
    case SaveState::saving: return "Saving…";
    case SaveState::offline:
      return status.waiting == 0 ? "Offline" : "Offline, " + changes(status.waiting) + " waiting";
    case SaveState::refused: return changes(status.refused) + " could not be applied";
  }
  return {};
}

}  // namespace rr::app
