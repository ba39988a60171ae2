#include "client/app/items.h"

#include "client/screens/standing.h"
#include "client/text/texts.h"

namespace rr::app {
namespace {

constexpr std::string_view kNew = "new";
constexpr std::string_view kSwap = "/swap";
constexpr std::string_view kGive = "/give";

struct AssignmentItem {
  Id id;
  std::string_view part;  // empty: the reasons
};

AssignmentItem parse_assignment(std::string_view item) {
  const std::size_t end = std::min(item.find('/'), item.size());
  return {parse_id(item.substr(0, end)).value_or(Id{}), item.substr(end)};
}

}  // namespace

std::string Items::open_item(ScreenName screen) const {
  if (screen == ScreenName::chores) {
    const screens::ChoresState& chores = states_.chores;
    if (chores.edit_form.is_open) return chores.edit_form.edited.to_string();
    return chores.new_form.is_open ? std::string(kNew) : std::string();
  }
  if (screen == ScreenName::roommates) {
    const screens::RoommateForm& form = states_.roommates.form;
    return form.is_open() ? form.edited.to_string() : std::string();
  }
  if (screen == ScreenName::past_cycles) {
    const Id& cycle = states_.past_cycles.cycle_id;
    return cycle.is_nil() ? std::string() : cycle.to_string();
  }
  if (screen != ScreenName::assignments) return {};
  const screens::CardDialogs& dialogs = states_.assignments.dialogs;
  if (dialogs.swap.way != screens::SwapWay::none) {
    return dialogs.swap.assignment_id.to_string() + std::string(kSwap);
  }
  if (dialogs.give.is_open && !dialogs.give.assignment_id.is_nil()) {
    return dialogs.give.assignment_id.to_string() + std::string(kGive);
  }
  const Id& why = dialogs.why.assignment_id;
  return why.is_nil() ? std::string() : why.to_string();
}

void Items::close(ScreenName screen) {
  if (screen == ScreenName::chores) {
    screens::hide_chore_form(states_.chores.edit_form);
    screens::hide_chore_form(states_.chores.new_form);
    states_.chores.deleted = Id{};
  } else if (screen == ScreenName::roommates) {
    screens::hide_roommate_form(states_.roommates.form);
  } else if (screen == ScreenName::past_cycles) {
    states_.past_cycles.cycle_id = Id{};
  } else if (screen == ScreenName::assignments) {
    screens::CardDialogs& dialogs = states_.assignments.dialogs;
    if (!dialogs.swap.note.empty()) {
      kept_note_ = dialogs.swap.note;
      noted_ = dialogs.swap.assignment_id;
    }
    dialogs.why = {};
    dialogs.swap = {};
    close_give(dialogs.give);
  }
}

bool Items::show(const Route& route) {
  if (open_item(route.screen) == route.item) return true;
  close(route.screen);
  if (route.item.empty()) return true;
  bool is_there = false;
  if (route.screen == ScreenName::chores) is_there = show_chore(route.item);
  if (route.screen == ScreenName::roommates) is_there = show_roommate(route.item);
  if (route.screen == ScreenName::assignments) is_there = show_assignment(route.item);
  if (route.screen == ScreenName::past_cycles) is_there = show_cycle(route.item);
  return is_there;
}

bool Items::show_chore(std::string_view item) {
  if (item == kNew) {
    screens::open_new_chore(states_.chores);
    return true;
  }
  const auto chore = session_.household().find<Chore>(parse_id(item).value_or(Id{}));
  if (chore) screens::open_chore(states_.chores, *chore);
  return chore != nullptr;
}

bool Items::show_roommate(std::string_view item) {
  const auto roommate = session_.household().find<Roommate>(parse_id(item).value_or(Id{}));
  if (!roommate || roommate->status != RoommateStatus::active) return false;
  screens::open_roommate(states_.roommates, *roommate);
  return true;
}

bool Items::show_assignment(std::string_view item) {
  const auto [id, part] = parse_assignment(item);
  const auto assignment = session_.household().find<Assignment>(id);
  if (!assignment) return false;
  screens::CardDialogs& dialogs = states_.assignments.dialogs;
  if (part.empty()) {
    dialogs.why.assignment_id = id;
    return true;
  }
  const bool is_open = assignment->status == AssignmentStatus::open;
  if (part == kGive && is_open && screens::is_admin(session_)) {
    open_give(*assignment, dialogs.give);
    return true;
  }
  if (part != kSwap) return false;
  const Date today = screens::calendar_of(session_).today;
  const screens::SwapWay way = screens::swap_way(session_, *assignment, today);
  if (way == screens::SwapWay::none) return false;
  open_swap(session_, *assignment, way, dialogs.swap);
  opened();
  return true;
}

bool Items::show_cycle(std::string_view item) {
  const auto cycle = session_.household().find<Cycle>(parse_id(item).value_or(Id{}));
  if (!cycle || !cycle->ends_at) return false;
  states_.past_cycles.cycle_id = cycle->id;
  states_.past_cycles.is_cycle_wanted = true;
  return true;
}

void Items::opened() {
  screens::SwapForm& swap = states_.assignments.dialogs.swap;
  if (swap.way != screens::SwapWay::none && swap.assignment_id == noted_) swap.note = kept_note_;
}

std::string Items::name_of(const Route& route) const {
  const Reader& household = session_.household();
  if (route.item == kNew) return tr("Add New Chore");
  const auto [id, part] = parse_assignment(route.item);
  if (route.screen == ScreenName::chores) {
    const auto chore = household.find<Chore>(id);
    return chore ? chore->name : std::string();
  }
  if (route.screen == ScreenName::roommates) {
    const auto roommate = household.find<Roommate>(id);
    return roommate ? roommate->name : std::string();
  }
  if (route.screen == ScreenName::past_cycles) {
    const auto cycle = household.find<Cycle>(id);
    return cycle ? screens::cycle_title(*cycle, screens::calendar_of(session_)) : std::string();
  }
  const auto assignment = household.find<Assignment>(id);
  if (!assignment) return {};
  if (part == kSwap) return tr("Swap {chore}", {{"chore", assignment->chore_name}});
  if (part == kGive) return tr("Give {chore}", {{"chore", assignment->chore_name}});
  return assignment->chore_name;
}

std::string_view Items::missing_words(ScreenName screen) {
  switch (screen) {
    case ScreenName::chores: return to_translate("This chore is no longer here");
    case ScreenName::roommates: return to_translate("This roommate is no longer here");
    case ScreenName::assignments: return to_translate("This assignment is no longer here");
    case ScreenName::past_cycles: return to_translate("This cycle is no longer here");
    default: return {};
  }
}

}  // namespace rr::app
