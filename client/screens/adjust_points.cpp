#include "client/screens/adjust_points.h"

#include <algorithm>

#include "client/screens/acting.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/text.h"
#include "shared/commands/by_hand.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Ui;

void save(Ui& ui, app::Session& session, AdjustPointsForm& form) {
  std::string_view typed = trim(form.points);
  if (typed.starts_with('+')) typed.remove_prefix(1);
  const Result<std::int64_t> points = parse_whole_number(typed, -100, 100, tr("Points"));
  form.points_error = points ? "" : tr_sentence(points.error().message);
  const AdjustPoints arguments{form.roommate_id, points ? *points : 1,
                               std::string(trim(form.reason))};
  // The reason is judged too, so that both faults show at once.
  const Result<Command> command = make_command(arguments);
  Status status = command ? success() : Status(command.error());
  if (status && points) {
    const std::string name = look_of(session, form.roommate_id).name;
    status = act(ui, session, command, {tr("Points of {name} adjusted", {{"name", name}})});
  }
  form.reason_error.clear();
  if (!status && status.error().field == "reason") {
    form.reason_error = refusal_words(status.error(), tr("Reason"));
  } else if (!status) {
    form.points_error = tr_sentence(status.error().message);
  }
  if (status && points) form = AdjustPointsForm{};
}

}  // namespace

void draw_adjust_points(Ui& ui, app::Session& session, AdjustPointsForm& form) {
  if (form.roommate_id.is_nil()) return;
  ui::Choice choice = ui::Choice::none;
  const ui::DialogWish wish =
      ui::dialog(ui, {"adjust", tr("Adjust points")}, [&](const Rect& column) {
        float y = column.y;
        y += ui::paragraph(
                 ui, "about", column.x, y, column.width,
                 tr("Adds to the points that {name} has in this cycle; with a minus it takes "
                    "from them. How chores are divided stays as it is.",
                    {{"name", look_of(session, form.roommate_id).name}}),
                 ui::type::body) +
             16;
        ui::NumberSpec points;
        points.field.key = "points";
        points.field.name = tr("Points");
        points.field.error = form.points_error;
        points.field.message_width = column.width;
        points.minimum = -100;
        const Rect place{column.x, y, std::min(180.0F, column.width), 0};
        bool is_entered = ui::number_field(ui, place, points, form.points).is_entered;
        y += ui::field_height(ui, place.width, points.field) + 12;
        ui::FieldSpec reason;
        reason.key = "reason";
        reason.name = tr("Reason");
        reason.error = form.reason_error;
        const auto typed = ui::text_field(ui, {column.x, y, column.width, 0}, reason, form.reason);
        is_entered = is_entered || typed.is_entered;
        y += ui::field_height(ui, column.width, reason) + 20;
        choice = ui::form_buttons(ui, column.x, y, column.width, {});
        if (is_entered) choice = ui::Choice::confirm;
        return y + ui::kFormButtonsHeight - column.y;
      });
  if (choice == ui::Choice::confirm) {
    save(ui, session, form);
  } else if (choice == ui::Choice::cancel || wish == ui::DialogWish::close) {
    form = AdjustPointsForm{};
  }
}

}  // namespace rr::screens
