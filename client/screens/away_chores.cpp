#include "client/screens/away_chores.h"

#include <algorithm>

#include "client/screens/acting.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "shared/commands/by_hand.h"
#include "shared/commands/swaps.h"
#include "shared/domain/swaps.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Ui;

using Assignments = std::vector<std::shared_ptr<const Assignment>>;

Assignments undecided(const app::Session& session, const AwayChores& state) {
  Assignments open = open_assignments_overlapping(session.household(), state.roommate_id,
                                                  state.first_day, state.last_day);
  std::erase_if(open, [&](const auto& each) {
    return std::find(state.decided.begin(), state.decided.end(), each->id) != state.decided.end();
  });
  return open;
}

void decide(Ui& ui, app::Session& session, AwayChores& state, const Id& assignment,
            const Result<Command>& command, const Notice& notice) {
  const Status status = act(ui, session, command, notice);
  state.refused = status ? Id{} : assignment;
  state.refusal = status ? "" : tr_sentence(status.error().message);
  if (status) state.decided.push_back(assignment);
}

// Side by side, or below each other where they do not fit.
class ButtonRow {
 public:
  ButtonRow(Ui& ui, const Rect& rect) : ui_(ui), rect_(rect), x_(rect.x), y_(rect.y) {}

  bool press(std::string_view key, std::string_view name) {
    const ui::ButtonSpec spec{key, name, {}, ui::ButtonKind::secondary, ui::ButtonSize::small};
    const float width = ui::button_width(ui_, spec);
    if (x_ > rect_.x && x_ + width > rect_.right()) {
      x_ = rect_.x;
      y_ += 44;
    }
    const Rect place{x_, y_, width, 36};
    x_ += width + 8;
    return ui::button(ui_, place, spec);
  }
  [[nodiscard]] float height() const { return y_ + 36 - rect_.y; }

 private:
  Ui& ui_;
  Rect rect_;
  float x_;
  float y_;
};

float draw_chore(Ui& ui, app::Session& session, const Calendar& calendar, AwayChores& state,
                 const Assignment& assignment, const Rect& rect) {
  const std::uint64_t key = ui.key(assignment.id.to_string());
  // As high as it was in the last frame.
  ui.open(ui::Tag::list_item, key, {rect.x, rect.y, rect.width, ui.kept(key)});
  ui::heading(ui, "name", {rect.x, rect.y, rect.width, 24}, assignment.chore_name,
              ui::type::body_strong, ui::HeadingLevel::h3);
  ui::label(ui, "due", {rect.x, rect.y + 24, rect.width, 18},
            due_words(assignment.due_date, calendar.today), ui::type::caption, ui::Token::text_2);
  float y = rect.y + 50;
  ButtonRow buttons(ui, {rect.x, y, rect.width, 0});
  if (buttons.press("pool", tr("Back to the pool"))) {
    decide(ui, session, state, assignment.id, make_command(ReturnAssignment{assignment.id}),
           {tr("{chore} is back in the pool", {{"chore", assignment.chore_name}}), "undo-2"});
  }
  const bool may_offer = is_admin(session) || own_roommate(session) == assignment.roommate_id;
  if (may_offer && buttons.press("swap", tr("Ask for a swap"))) {
    ProposeSwap offer;
    offer.id = session.new_id();
    offer.assignment_id = assignment.id;
    decide(ui, session, state, assignment.id, make_command(offer),
           {tr("Everybody was asked"), "arrow-left-right"});
  }
  if (buttons.press("keep", tr("Keep"))) state.decided.push_back(assignment.id);
  y += buttons.height();
  if (state.refused == assignment.id) {
    y += 8 + ui::error_message(ui, "refusal", rect.x, y + 8, rect.width, state.refusal);
  }
  ui.close();
  if (ui.kept(key) != y - rect.y) {
    ui.kept(key) = y - rect.y;
    platform::request_frame();
  }
  return y + 20 - rect.y;
}

}  // namespace

void draw_away_chores(Ui& ui, app::Session& session, const Calendar& calendar, AwayChores& state) {
  if (state.roommate_id.is_nil()) return;
  const Assignments open = undecided(session, state);
  if (open.empty()) {
    state = AwayChores{};
    return;
  }
  const PersonLook look = look_of(session, state.roommate_id);
  const std::string title = tr("While {name} is away", {{"name", look.name}});
  const ui::DialogWish wish = ui::dialog(ui, {"away-chores", title}, [&](const Rect& column) {
    float y = column.y;
    y += ui::paragraph(ui, "about", column.x, y, column.width,
                       tr("These chores are open in that time. What goes back to the pool is "
                          "nobody's, until chores are assigned again."),
                       ui::type::body) +
         20;
    ui.open(ui::Tag::list, ui.key("chores"), {column.x, y, column.width, 0});
    for (const auto& each : open) {
      y += draw_chore(ui, session, calendar, state, *each, {column.x, y, column.width, 0});
    }
    ui.close();
    return y - column.y;
  });
  if (wish == ui::DialogWish::close) state = AwayChores{};
}

}  // namespace rr::screens
