#include "client/screens/away_dates.h"

#include <algorithm>

#include "client/platform/system.h"
#include "client/screens/acting.h"
#include "client/text/texts.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kSideBySide = 360;  // from here on the fields have room beside each other

void remove_absence(Ui& ui, app::Session& session, const Absence& absence) {
  act_or_tell(ui, session, make_command(RemoveAbsence{absence.id}),
              {tr("Away dates removed"), "trash-2"});
}

// One row for each, with a button that takes its dates away, and the button for more.
float draw_absences(Ui& ui, app::Session& session, AwayDates& dates, const RoommateCard& card,
                    const Rect& column) {
  float y = column.y;
  for (const auto& absence : card.absences) {
    const std::string words = absence_words(*absence);
    const std::string name = tr("Remove {name}", {{"name", words}});
    ui.open(ui::Tag::group, ui.key(absence->id.to_string()), {column.x, y, column.width, 44});
    ui::icon(ui, "plane", column.x, y + 12, 20, ui.colour(Token::text_2));
    const float days_width = column.width - 80;
    const bool is_long = ui::text_width(ui, words, ui::type::body) > days_width;
    ui::paragraph(ui, "days", column.x + 32, y + (is_long ? 0.0F : 11.0F), days_width, words,
                  ui::type::body, Token::text);
    if (ui::icon_button(ui, {column.right() - 44, y, 44, 44}, {"remove", name, "trash-2"})) {
      remove_absence(ui, session, *absence);
    }
    ui.close();
    y += 44;
  }
  if (dates.is_adding) return y - column.y;
  const ui::ButtonSpec add{"add-dates", tr("Add dates"), "plus", ui::ButtonKind::secondary,
                           ui::ButtonSize::small};
  if (ui::button(ui, {column.x, y + 4, ui::button_width(ui, add), 36}, add)) {
    dates = AwayDates{};
    dates.is_adding = true;
  }
  return y + 44 - column.y;
}

// What was typed and is no day, or a last one before the first, stays: its field says so by itself.
bool is_refused(const AwayDates& dates) {
  const bool is_backwards = dates.first_day && dates.last_day && *dates.last_day < *dates.first_day;
  return is_backwards || (!dates.first_day && !dates.first.typed.empty()) ||
         (!dates.last_day && !dates.last.typed.empty());
}

std::optional<AddAbsence> add_absence(Ui& ui, app::Session& session, AwayDates& dates,
                                      const Id& roommate) {
  dates.first_error.clear();
  dates.last_error.clear();
  if (is_refused(dates)) return std::nullopt;
  if (!dates.first_day) {
    dates.first_error = tr("First day away is required.");
    return std::nullopt;
  }
  AddAbsence arguments;
  arguments.id = session.new_id();
  arguments.roommate_id = roommate;
  arguments.first_day = *dates.first_day;
  arguments.last_day = dates.last_day;
  const Status status =
      act(ui, session, make_command(arguments), {tr("Away dates added"), "plane"});
  if (status) {
    dates = AwayDates{};
    return arguments;
  }
  std::string& error = status.error().field == "last_day" ? dates.last_error : dates.first_error;
  error = tr_sentence(status.error().message);
  return std::nullopt;
}

// Both fields; answers their height.
float draw_fields(Ui& ui, AwayDates& dates, Date today, const Rect& column) {
  ui::DatePickerSpec first;
  first.field.key = "first-day";
  first.field.name = tr("First day away");
  first.field.error = dates.first_error;
  first.today = today;
  first.range_first = dates.first_day;
  first.range_last = dates.last_day;
  ui::DatePickerSpec last = first;
  last.field.key = "last-day";
  last.field.name = tr("Last day away");
  last.field.placeholder = tr("Optional");
  last.field.error = dates.last_error;
  last.limits.first = dates.first_day;
  const bool is_stacked = column.width < kSideBySide;
  const float width = is_stacked ? column.width : (column.width - 12) / 2;
  const float first_height = ui::date_picker_height(ui, width, first, dates.first);
  const float last_height = ui::date_picker_height(ui, width, last, dates.last);
  const Rect below{column.x, column.y + first_height + 12, width, 0};
  const Rect beside{column.x + width + 12, column.y, width, 0};
  const auto none = ui::DatePickerResult::none;
  if (ui::date_picker(ui, {column.x, column.y, width, 0}, first, dates.first, dates.first_day) !=
      none) {
    dates.first_error.clear();
  }
  const Rect& place = is_stacked ? below : beside;
  if (ui::date_picker(ui, place, last, dates.last, dates.last_day) != none) {
    dates.last_error.clear();
  }
  return is_stacked ? first_height + 12 + last_height : std::max(first_height, last_height);
}

}  // namespace

AwayDatesResult draw_away_dates(Ui& ui, app::Session& session, AwayDates& dates,
                                const RoommateCard& card, const Calendar& calendar,
                                const Rect& column) {
  AwayDatesResult result;
  float y = column.y + draw_absences(ui, session, dates, card, column);
  if (!dates.is_adding) return {y - column.y, {}};
  y += 8;
  y += draw_fields(ui, dates, calendar.today, {column.x, y, column.width, 0}) + 8;
  const ui::ButtonSpec add{
      "save-dates", tr("Add away dates"), {}, ui::ButtonKind::soft, ui::ButtonSize::small};
  const ui::ButtonSpec drop{
      "drop-dates", tr("Not now"), {}, ui::ButtonKind::plain, ui::ButtonSize::small};
  const float add_width = ui::button_width(ui, add);
  if (ui::button(ui, {column.x, y + 4, add_width, 36}, add)) {
    result.absence = add_absence(ui, session, dates, card.roommate->id);
  }
  const Rect drop_place{column.x + add_width + 8, y + 4, ui::button_width(ui, drop), 36};
  if (ui::button(ui, drop_place, drop)) dates = AwayDates{};
  result.height = y + 44 - column.y;
  return result;
}

std::string absence_words(const Absence& absence) {
  std::string first = platform::format_date(absence.first_day.days);
  if (!absence.last_day) return tr("from {date}", {{"date", first}});
  if (*absence.last_day == absence.first_day) return first;
  return tr("{first} to {last}",
            {{"first", first}, {"last", platform::format_date(absence.last_day->days)}});
}

}  // namespace rr::screens
