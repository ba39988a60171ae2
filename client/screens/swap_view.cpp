#include "client/screens/swap_view.h"

#include <algorithm>

#include "client/platform/system.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "shared/domain/swaps.h"

namespace rr::screens {
namespace {

// An offer that is withdrawn sooner was undone by who made it.
constexpr std::int64_t kTakenBackMs = 10'000;

bool has_account(const app::Session& session, const Id& roommate_id) {
  return !session.household().where<Member>("roommate_id", roommate_id).empty();
}

// An admin speaks for who has no account.
bool speaks_for(const app::Session& session, const Id& roommate_id) {
  const Id own = own_roommate(session);
  return (!own.is_nil() && own == roommate_id) ||
         (is_admin(session) && !has_account(session, roommate_id));
}

bool can_move(const Assignment& assignment, Date today) {
  return assignment.status == AssignmentStatus::open && !assignment.is_locked &&
         today <= assignment.due_date;
}

bool is_on_offer(const Reader& household, const Id& assignment_id) {
  for (const auto& swap : household.where<Swap>("assignment_id", assignment_id)) {
    if (swap->state == SwapState::proposed) return true;
  }
  return false;
}

bool has_something_to_give(const app::Session& session, const Id& own, Date today) {
  for (const auto& each : session.household().where<Assignment>("roommate_id", own)) {
    if (can_move(*each, today) && !is_on_offer(session.household(), each->id)) return true;
  }
  return false;
}

std::string chore_words(const app::Session& session, const Id& assignment_id) {
  const auto assignment = session.household().find<Assignment>(assignment_id);
  return assignment ? short_name(assignment->chore_name) : std::string(tr("A chore"));
}

std::string moment_words(Instant at, const Calendar& calendar) {
  const Date day = calendar.date_of(at);
  const std::string time = platform::format_time(at.unix_ms, calendar.zone_name);
  if (day == calendar.today) return time;
  return tr("{date}, {time}", {{"date", platform::format_date(day.days)}, {"time", time}});
}

// The chore, and what is given for it.
std::string traded_words(const app::Session& session, const Swap& swap) {
  const std::string chore = chore_words(session, swap.assignment_id);
  if (swap.in_return.is_nil()) return chore;
  return tr("{chore} for {other}",
            {{"chore", chore}, {"other", chore_words(session, swap.in_return)}});
}

void describe_live(const app::Session& session, const Calendar& calendar, Offer& offer) {
  const Swap& swap = *offer.swap;
  const Id own = own_roommate(session);
  const bool is_own = swap.from_roommate == own;
  const char* sentence = to_translate("{name} offers {other} {chore}.");
  if (swap.to_roommate.is_nil()) {
    sentence = is_own ? to_translate("You offer everyone {chore}.")
                      : to_translate("{name} offers everyone {chore}.");
  } else if (is_own) {
    sentence = to_translate("You offer {other} {chore}.");
  } else if (swap.to_roommate == own) {
    sentence = to_translate("{name} offers you {chore}.");
  }
  offer.words = tr(sentence, {{"name", look_of(session, swap.from_roommate).name},
                              {"other", look_of(session, swap.to_roommate).name},
                              {"chore", traded_words(session, swap)}});
  Instant end{swap.proposed_at.unix_ms + kOfferStandsMs};
  Date last = calendar.date_of(end);
  bool is_cut = false;
  for (const Id& id : {swap.assignment_id, swap.in_return}) {
    const auto assignment = session.household().find<Assignment>(id);
    if (!assignment) continue;
    if (!offer.facts.empty()) offer.facts += ' ';
    if (!swap.in_return.is_nil()) offer.facts += short_name(assignment->chore_name) + ": ";
    offer.facts += load_words(*assignment, calendar.today) + ".";
    is_cut = is_cut || assignment->due_date < last;
    last = std::min(last, assignment->due_date);
  }
  offer.until =
      is_cut ? tr("Stands until the end of {date}.", {{"date", platform::format_date(last.days)}})
             : tr("Stands until {moment}.", {{"moment", moment_words(end, calendar)}});
}

void describe_taken(const app::Session& session, Offer& offer) {
  const Swap& swap = *offer.swap;
  const Id own = own_roommate(session);
  const bool is_traded = !swap.in_return.is_nil();
  const char* sentence = is_traded ? to_translate("{name} took {chore} from {other} for {back}.")
                                   : to_translate("{name} took {chore} from {other}.");
  if (swap.decided_by == own) {
    sentence = is_traded ? to_translate("You took {chore} from {other} for {back}.")
                         : to_translate("You took {chore} from {other}.");
  } else if (swap.from_roommate == own) {
    sentence = is_traded ? to_translate("{name} took {chore} from you for {back}.")
                         : to_translate("{name} took {chore} from you.");
  }
  offer.words = tr(sentence, {{"name", look_of(session, swap.decided_by).name},
                              {"other", look_of(session, swap.from_roommate).name},
                              {"chore", chore_words(session, swap.assignment_id)},
                              {"back", chore_words(session, swap.in_return)}});
}

std::string ended_words(const app::Session& session, const Swap& swap, SwapState state) {
  const std::string chore = chore_words(session, swap.assignment_id);
  const std::string name = look_of(session, swap.to_roommate).name;
  switch (state) {
    case SwapState::declined:
      return tr(swap.to_roommate.is_nil() ? to_translate("Everybody declined {chore}.")
                                          : to_translate("{name} declined {chore}."),
                {{"name", name}, {"chore", chore}});
    case SwapState::withdrawn: return tr("The offer of {chore} was withdrawn.", {{"chore", chore}});
    case SwapState::undone: return tr("The swap of {chore} was undone.", {{"chore", chore}});
    default: break;
  }
  const auto assignment = session.household().find<Assignment>(swap.assignment_id);
  if (assignment && assignment->is_locked) {
    return tr("{chore} was fixed by an admin, so the offer has ended.", {{"chore", chore}});
  }
  return tr("The offer of {chore} has ended. Nobody took it.", {{"chore", chore}});
}

// Whether an ended offer is news: it was one's own, and the chore is still there to be done.
bool is_news(const app::Session& session, const Swap& swap, SwapState state) {
  const Id own = own_roommate(session);
  if (own.is_nil()) return false;
  const bool was_own = swap.from_roommate == own;
  if (state == SwapState::undone) return was_own || swap.decided_by == own;
  if (!was_own) return false;
  if (state == SwapState::withdrawn) {
    return swap.decided_at && swap.decided_at->unix_ms > swap.proposed_at.unix_ms + kTakenBackMs;
  }
  if (state != SwapState::expired) return true;
  const auto assignment = session.household().find<Assignment>(swap.assignment_id);
  return assignment && assignment->status == AssignmentStatus::open;
}

// Answers whether it is shown, and until when it looks like this.
bool fill_offer(const app::Session& session, const Calendar& calendar, const std::string& told,
                Offer& offer, std::int64_t& until) {
  const Swap& swap = *offer.swap;
  const Reader& household = session.household();
  const SwapState state = swap_state(household, swap, calendar.now, calendar.today);
  if (state == SwapState::proposed) {
    for (const Id& id : possible_takers(household, swap, calendar.today)) {
      if (speaks_for(session, id)) offer.answering.push_back(id);
    }
    offer.may_withdraw = speaks_for(session, swap.from_roommate);
    until = swap.proposed_at.unix_ms + kOfferStandsMs;
    describe_live(session, calendar, offer);
    return offer.may_withdraw || !offer.answering.empty();
  }
  const std::int64_t ended = swap.decided_at.value_or(calendar.now).unix_ms;
  if (state == SwapState::accepted) {
    until = ended + kSwapUndoMs;
    describe_taken(session, offer);
    const bool is_theirs =
        speaks_for(session, swap.from_roommate) || speaks_for(session, swap.decided_by);
    if (calendar.now.unix_ms <= until && is_theirs) {
      offer.kind = Offer::Kind::undoable;
      offer.until =
          tr("Can be undone until {moment}.", {{"moment", moment_words({until}, calendar)}});
      return true;
    }
  } else {
    offer.words = ended_words(session, swap, state);
  }
  offer.kind = Offer::Kind::ended;
  until = ended + kMillisecondsPerDay;
  return calendar.now.unix_ms <= until && is_news(session, swap, state) &&
         told.find(swap.id.to_string()) == std::string::npos;
}

}  // namespace

SwapWay swap_way(const app::Session& session, const Assignment& assignment, Date today) {
  if (!can_move(assignment, today)) return SwapWay::none;
  std::size_t count = 0;
  for (const auto& each : session.household().all<Roommate>()) {
    if (each->status == RoommateStatus::active) ++count;
  }
  if (count < 2) return SwapWay::none;
  if (speaks_for(session, assignment.roommate_id)) {
    return is_on_offer(session.household(), assignment.id) ? SwapWay::none : SwapWay::offer;
  }
  const Id own = own_roommate(session);
  const bool can_ask = !own.is_nil() && has_something_to_give(session, own, today);
  return can_ask ? SwapWay::ask : SwapWay::none;
}

std::string offer_mark(const app::Session& session, const Calendar& calendar,
                       const Assignment& assignment) {
  const Reader& household = session.household();
  for (const auto& swap : live_offers_of(household, assignment.id)) {
    if (swap_state(household, *swap, calendar.now, calendar.today) != SwapState::proposed) continue;
    const bool is_offered = swap->assignment_id == assignment.id;
    const Id& person = is_offered ? swap->to_roommate : swap->from_roommate;
    const bool is_own = person == own_roommate(session);
    if (is_offered && person.is_nil()) return tr("Offered to everyone");
    if (is_own) return is_offered ? tr("Offered to you") : tr("Asked for by you");
    return tr(is_offered ? to_translate("Offered to {name}") : to_translate("Asked for by {name}"),
              {{"name", look_of(session, person).name}});
  }
  return {};
}

std::vector<Id> moved_ahead(const app::Session& session) {
  std::vector<Id> moved;
  for (const auto& swap : session.household().all<Swap>()) {
    const bool has_moved = swap->state == SwapState::accepted || swap->state == SwapState::undone;
    if (!has_moved || !session.is_ahead(describe<Swap>(), swap->id)) continue;
    moved.push_back(swap->assignment_id);
    moved.push_back(swap->in_return);
  }
  return moved;
}

Offers make_offers(const app::Session& session, const Calendar& calendar, const std::string& told) {
  Offers offers;
  offers.next_change = {calendar.now.unix_ms + kMillisecondsPerDay};
  const auto swaps = session.household().all<Swap>();
  for (const auto kind : {Offer::Kind::live, Offer::Kind::undoable, Offer::Kind::ended}) {
    for (auto swap = swaps.rbegin(); swap != swaps.rend(); ++swap) {
      Offer offer;
      offer.swap = *swap;
      std::int64_t until = 0;
      if (!fill_offer(session, calendar, told, offer, until) || offer.kind != kind) continue;
      offer.is_requested = session.is_ahead(describe<Swap>(), offer.swap->id);
      offers.next_change.unix_ms = std::min(offers.next_change.unix_ms, until + 1);
      offers.shown.push_back(std::move(offer));
    }
  }
  return offers;
}

std::string load_words(const Assignment& assignment, Date today) {
  const std::string points = tr_count(assignment.points, "{n} point", "{n} points");
  const std::int64_t days = std::int64_t{assignment.due_date.days} - today.days;
  if (days < 0) {
    return tr_count(-days, "{points}, overdue by {n} day", "{points}, overdue by {n} days",
                    {{"points", points}});
  }
  if (days == 0) return tr("{points}, due today", {{"points", points}});
  if (days == 1) return tr("{points}, due tomorrow", {{"points", points}});
  return tr_count(days, "{points}, due in {n} day", "{points}, due in {n} days",
                  {{"points", points}});
}

}  // namespace rr::screens
