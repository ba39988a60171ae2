// What can be done about an assignment: by the buttons of its card, its menus and swipes.
#pragma once

#include <vector>

#include "client/screens/roster.h"
#include "client/screens/swap_dialog.h"
#include "client/screens/swap_give.h"
#include "client/screens/why.h"
#include "client/ui/menu.h"

namespace rr::screens {

// What a card opens over the screen.
struct CardDialogs {
  WhyState why;
  SwapForm swap;
  GiveForm give;
};

enum class CardDeed : std::uint8_t { mark, cover, why, swap, skip, lock, give, give_back };

struct CardAction {
  CardDeed deed;
  ui::MenuItem item;
};

// Only what would be accepted, the most frequent first; the server judges it again.
[[nodiscard]] std::vector<CardAction> card_actions(const app::Session& session,
                                                   const RosterGroup& group,
                                                   const RosterCard& card);

void do_deed(ui::Ui& ui, app::Session& session, const RosterCard& card, CardDeed deed,
             CardDialogs& dialogs);

[[nodiscard]] bool is_done(const RosterCard& card);

}  // namespace rr::screens
