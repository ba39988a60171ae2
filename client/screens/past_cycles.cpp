#include "client/screens/past_cycles.h"

#include <array>
#include <utility>

#include "client/platform/system.h"
#include "client/screens/facts.h"
#include "client/screens/row_key.h"
#include "client/screens/settings_parts.h"
#include "client/screens/standing.h"
#include "client/screens/why_words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

void draw_person(Ui& ui, const app::Session& session, const PersonInCycle& person,
                 SettingsCard& card) {
  const PersonLook look = look_of(session, person.roommate_id);
  const Rect row = card.take(26);
  ui.open(ui::Tag::list_item, ui.key(person.roommate_id.to_string()), row);
  ui::avatar(ui, row.x, row.y, 24, look.name, look.hue);
  ui::label(ui, "name", {row.x + 36, row.y, row.width - 36, 24}, look.name, ui::type::body);
  const std::array<Fact, 5> facts{{{tr("Assigned"), point_figure(person.assigned)},
                                   {tr("Share"), point_figure(person.share)},
                                   {tr("Earned"), point_figure(person.earned)},
                                   {tr("Done"), std::to_string(person.done_count)},
                                   {tr("Missed"), std::to_string(person.missed_count)}}};
  card.take(draw_facts(ui, {row.x + 36, row.bottom(), row.width - 36, 0}, facts) + 10);
  ui.close();
}

std::string title_of(Instant starts_at, Instant ends_at, const Calendar& calendar) {
  return tr("{first} – {last}", {{"first", platform::format_date(calendar.date_of(starts_at).days)},
                                 {"last", platform::format_date(calendar.date_of(ends_at).days)}});
}

float draw_cycle(Ui& ui, const app::Session& session, const Calendar& calendar,
                 const CycleReport& report, PastCyclesState& state, const Rect& rect) {
  const std::string title = title_of(report.starts_at, *report.ends_at, calendar);
  SettingsCard card(ui, "cycle", rect, title);
  const Rect head = card.take(32);
  const bool is_named = report.cycle_id == state.cycle_id;
  ui::Node& heading =
      ui::heading(ui, "title", {head.x, head.y, head.width - 100, 24}, title, ui::type::title,
                  is_named ? ui::HeadingLevel::h1 : ui::HeadingLevel::h2);
  // What the address names gets the focus, which brings it into sight.
  if (is_named) heading.attributes.emplace_back(ui::Attribute::tab_index, "-1");
  if (is_named && std::exchange(state.is_cycle_wanted, false)) ui.focus(heading.key);
  ui::label(ui, "score", {head.right() - 100, head.y, 100, 24},
            tr("Fairness {score}", {{"score", score_words(report.score)}}),
            ui::type::caption_strong, Token::text, ui::Align::end);
  ui.open(ui::Tag::list, ui.key("people"), {head.x, head.bottom(), head.width, 0});
  for (const PersonInCycle& person : report.people) draw_person(ui, session, person, card);
  ui.close();
  return card.height();
}

}  // namespace

std::string cycle_title(const Cycle& cycle, const Calendar& calendar) {
  return title_of(cycle.starts_at, cycle.ends_at.value_or(calendar.now), calendar);
}

float draw_past_cycles(Ui& ui, const app::Session& session, FairnessState& fairness,
                       PastCyclesState& state, const app::ScreenPlace& page) {
  const Calendar calendar = calendar_of(session);
  renew_fairness(session, calendar, fairness);
  std::vector<const CycleReport*> shown;
  std::vector<ui::ListRow> rows;
  bool has_closed = false;
  for (const CycleReport& report : fairness.reports) {
    has_closed = has_closed || report.ends_at.has_value();
    if (!report.ends_at || report.people.empty()) continue;
    shown.push_back(&report);
    const auto version = static_cast<std::int64_t>(fairness.version);
    const std::int64_t is_named{report.cycle_id == state.cycle_id};
    rows.push_back(
        {row_key(report.cycle_id), ui::add_to_version(ui::add_to_version(1, version), is_named)});
  }
  const Rect column{page.column.x, page.column.y + 8, page.column.width, 0};
  if (shown.empty()) {
    ui::EmptyStateSpec empty;
    empty.key = "empty";
    empty.picture = ui::Picture::clipboard;
    empty.title = tr("No past cycles yet");
    empty.text =
        has_closed
            ? tr("What was open at the reset moved on, and nothing else was given out before it.")
            : tr("After the next weekly reset this cycle stands here, with everybody's points.");
    return 8 + ui::empty_state(ui, column, empty).height;
  }
  ui::ListSpec spec;
  spec.key = "cycles";
  spec.name = tr("Past cycles");
  spec.columns = column.width >= 600 ? 2 : 1;
  spec.gap = 16;
  spec.guessed_height = 260;
  return 8 +
         ui::draw_list(ui, spec, column, rows, state.list, [&](std::size_t i, const Rect& rect) {
           return draw_cycle(ui, session, calendar, *shown[i], state, rect);
         });
}

}  // namespace rr::screens
