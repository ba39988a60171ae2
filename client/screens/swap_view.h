// Offers to hand over chores, as the person at this device sees them: which concern them, what can
// be done about each, and what is told of those that have ended.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/screens/calendar.h"

namespace rr::screens {

// How somebody here could swap a chore: hand it over, or ask its assignee for it with one of theirs
// in return.
enum class SwapWay : std::uint8_t { none, offer, ask };
[[nodiscard]] SwapWay swap_way(const app::Session& session, const Assignment& assignment,
                               Date today);

// "Offered to Ben", "Asked for by Ana"; empty while no offer about it stands.
[[nodiscard]] std::string offer_mark(const app::Session& session, const Calendar& calendar,
                                     const Assignment& assignment);

// The chores that a swap has just moved, which the server has not agreed to yet.
[[nodiscard]] std::vector<Id> moved_ahead(const app::Session& session);

struct Offer {
  enum class Kind : std::uint8_t {
    live,
    undoable,  // accepted a moment ago
    ended,     // told once
  };
  std::shared_ptr<const Swap> swap;
  Kind kind = Kind::live;
  bool is_requested = false;  // the server has not agreed to it yet
  bool may_withdraw = false;
  std::vector<Id> answering;  // who answers here: oneself, and for admins who has no account
  std::string words;
  std::string facts;  // how much it is and until when it is to be done
  std::string until;  // how long what can be done about it can be done
};

struct Offers {
  std::vector<Offer> shown;  // live ones first, newest first
  Instant next_change;       // until then they stay as they are, while no row changes
};

// `told`: ids of ended offers that the person has let go, in a row.
[[nodiscard]] Offers make_offers(const app::Session& session, const Calendar& calendar,
                                 const std::string& told);

// "7 points, due tomorrow".
[[nodiscard]] std::string load_words(const Assignment& assignment, Date today);

}  // namespace rr::screens
