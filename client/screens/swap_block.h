// "Swap offers": those that concern the person here, with what can be done about each, and what
// became of their own.
#pragma once

#include <string>

#include "client/screens/swap_view.h"
#include "client/ui/ui.h"

namespace rr::screens {

struct SwapBlockState {
  Offers offers;
  std::uint64_t version = 0;  // of the session, when they were made
  Date day;
  std::string told;  // ids of ended ones that were let go, kept on this device
  bool is_loaded = false;
};

// A card; answers its height, 0 when there is nothing to show.
float draw_swap_offers(ui::Ui& ui, app::Session& session, const Calendar& calendar,
                       SwapBlockState& state, const ui::Rect& column);

}  // namespace rr::screens
