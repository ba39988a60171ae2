#include "client/app/cycle_foot.h"

#include <map>

#include "client/text/texts.h"
#include "client/ui/decor.h"

namespace rr::app {
namespace {

// What was given to each person in the running cycle, by the ledger.
std::map<Id, std::int64_t> given_micro(const Reader& household) {
  std::map<Id, std::int64_t> given;
  for (const auto& cycle : household.all<Cycle>()) {
    if (cycle->state != CycleState::running) continue;
    for (const auto& entry : household.where<LedgerEntry>("cycle_id", cycle->id)) {
      const bool counts =
          entry->kind == LedgerKind::assigned || entry->kind == LedgerKind::reversed;
      if (counts) given[entry->roommate_id] += entry->amount_micro;
    }
  }
  return given;
}

}  // namespace

void draw_cycle_foot(ui::Ui& ui, Session& session, const ui::Rect& rect) {
  const Reader& household = session.household();
  std::vector<ui::Share> shares;
  std::vector<std::shared_ptr<const Roommate>> people;
  std::int64_t total = 0;
  for (const auto& [id, micro] : given_micro(household)) {
    auto roommate = household.find<Roommate>(id);
    if (!roommate || micro <= 0) continue;
    shares.push_back({roommate->name, roommate->colour, micro});
    people.push_back(std::move(roommate));
    total += micro;
  }
  if (total == 0) return;
  const std::string points = tr_count(total / kMicroPerPoint, "{n} points", "{n} points");
  ui.open(ui::Tag::section, ui.key("cycle"), rect)
      .attributes.emplace_back(ui::Attribute::label, tr("This cycle"));
  ui::label(ui, "words", {rect.x, rect.y, rect.width, 18}, tr("This cycle"), ui::type::caption,
            ui::Token::text_2);
  ui::label(ui, "points", {rect.x, rect.y, rect.width, 18}, points, ui::type::caption,
            ui::Token::text_2, ui::Align::end);
  ui::roster_bar(ui, {rect.x, rect.y + 28, rect.width, 6}, shares);
  ui.close();
}

}  // namespace rr::app
