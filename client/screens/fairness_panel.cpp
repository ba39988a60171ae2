#include "client/screens/fairness_panel.h"

#include <algorithm>
#include <array>

#include "client/screens/balance_bars.h"
#include "client/screens/facts.h"
#include "client/screens/settings_parts.h"
#include "client/screens/standing.h"
#include "client/screens/why_words.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "shared/domain/balances.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRing = 76;
constexpr std::size_t kShownTurns = 3;

struct Sums {
  std::int64_t assigned = 0;
  std::int64_t earned = 0;
  std::int64_t missed = 0;
};

Sums sums_of(const CycleReport& report) {
  Sums sums;
  for (const PersonInCycle& person : report.people) {
    sums.assigned += person.assigned;
    sums.earned += person.earned;
    sums.missed += person.missed_points * kMicroPerPoint;
  }
  return sums;
}

std::string summary_words(const FairnessState& state) {
  const CycleReport& present = state.reports.front();
  if (present.people.size() < 2) return tr("With one person there is nothing to compare.");
  std::string words = sums_of(present).assigned == 0
                          ? tr("Nothing has been given out in this cycle yet.")
                          : tr("This cycle.");
  const std::size_t count = std::min(state.reports.size(), kScoredCycles);
  if (count < 2) return words;
  return words + " " +
         tr_count(static_cast<std::int64_t>(count), "{score} over {n} cycles.",
                  "{score} over {n} cycles.", {{"score", score_words(score_over(state.reports))}});
}

void draw_score(Ui& ui, const FairnessState& state, const Rect& row) {
  const CycleReport& present = state.reports.front();
  const Rect ring{row.x, row.y, kRing, kRing};
  const bool has_score = present.people.size() > 1 && sums_of(present).assigned > 0;
  const std::string score = has_score ? score_words(present.score) : std::string("\u2013");
  ui::ScoreRingSpec spec;
  spec.key = "score";
  spec.name = tr("Fairness of this cycle");
  spec.text = score;
  spec.tenths = has_score ? present.score : 0;
  ui::score_ring(ui, ring, spec);
  const float x = ring.right() + 16;
  const std::string words = summary_words(state);
  const auto lines = ui::wrap_text(ui, words, ui::type::caption, row.right() - x);
  const float height = 26 + static_cast<float>(lines.size()) * ui::type::caption.line_height;
  const float y = row.y + std::max(0.0F, (kRing - height) / 2);
  ui::heading(ui, "title", {x, y, row.right() - x, 26}, tr("Fairness"), ui::type::title,
              ui::HeadingLevel::h2);
  ui::paragraph(ui, "summary", x, y + 26, row.right() - x, words, ui::type::caption);
}

// The same in words, for those who do not see the letters.
std::string turn_words(const app::Session& session, const TurnRow& turn) {
  const std::string last =
      turn.last_holder.is_nil()
          ? tr("Nobody had it yet.")
          : tr("{name} had it last.", {{"name", look_of(session, turn.last_holder).name}});
  std::string names;
  for (const Id& next : turn.next) {
    if (!names.empty()) names += ", ";
    names += look_of(session, next).name;
  }
  return last + " " +
         (names.empty() ? std::string(tr("Nobody can do it today."))
                        : tr("Next: {names}.", {{"names", names}}));
}

void draw_turn(Ui& ui, const app::Session& session, const TurnRow& turn, const Rect& row) {
  const auto chore = session.household().find<Chore>(turn.chore_id);
  ui.open(ui::Tag::list_item, ui.key(turn.chore_id.to_string()), row);
  const bool is_owed = !turn.owed_turn.is_nil();
  const float name_width = row.width - 140;
  const float line = is_owed ? 22.0F : row.height;
  ui::label(ui, "name", {row.x, row.y, name_width, line}, chore ? chore->name : "", ui::type::body);
  if (is_owed) {
    ui::label(ui, "owed", {row.x, row.y + 22, name_width, 18},
              tr("Owed to {name}", {{"name", look_of(session, turn.owed_turn).name}}),
              ui::type::caption, Token::text_2);
  }
  const float y = row.y + (row.height - 24) / 2;
  const Rect marks{row.right() - 132, y - 4, 132, 32};
  ui::Node& node = ui.leaf(ui::Tag::image, ui.key("turns"), marks);
  node.attributes.emplace_back(ui::Attribute::label, turn_words(session, turn));
  std::vector<PersonLook> looks;
  for (std::size_t i = 0; i < std::min(turn.next.size(), kShownTurns); ++i) {
    looks.push_back(look_of(session, turn.next[i]));
  }
  std::vector<ui::Share> people;
  people.reserve(looks.size());
  for (const PersonLook& look : looks) people.push_back({look.name, look.hue, 0});
  ui::avatar_stack(ui, row.right() - 60, y, 24, people);
  ui::icon(ui, "chevron-right", row.right() - 88, y + 4, 16, ui.colour(Token::text_2));
  if (!turn.last_holder.is_nil()) {
    const PersonLook last = look_of(session, turn.last_holder);
    ui::avatar(ui, marks.x + 4, y, 24, last.name, last.hue);
    ui::ring(ui, marks.x + 16, y + 12, 15, ui.colour(Token::accent), 2);
  }
  ui.close();
}

void draw_turns(Ui& ui, const app::Session& session, const FairnessState& state,
                SettingsCard& card) {
  if (state.turns.empty()) return;
  card.rule();
  const Rect head = card.take(28);
  ui::heading(ui, "turns", {head.x, head.y, head.width - 60, 24}, tr("Turns"),
              ui::type::body_strong, ui::HeadingLevel::h3);
  ui::label(ui, "next", {head.right() - 60, head.y, 60, 24}, tr("next"), ui::type::caption,
            Token::text_2, ui::Align::end);
  ui.open(ui::Tag::list, ui.key("turn-rows"), {head.x, head.bottom(), head.width, 0});
  for (const TurnRow& turn : state.turns) {
    draw_turn(ui, session, turn, card.take(turn.owed_turn.is_nil() ? 36.0F : 44.0F));
  }
  ui.close();
}

}  // namespace

void renew_fairness(const app::Session& session, const Calendar& calendar, FairnessState& state) {
  if (!calendar.zone) return;
  const bool is_same = state.version == session.version() && state.day == calendar.today;
  if (is_same && !state.reports.empty()) return;
  const Reader& household = session.household();
  state.version = session.version();
  state.day = calendar.today;
  state.reports = cycle_reports(household, *calendar.zone, calendar.now);
  state.turns = turns_table(household, *calendar.zone, calendar.now);
  state.own = own_rows(household);
  state.balances.clear();
  const std::map<Id, Balance> before = carried_balances(household);
  const HouseholdBalances after = balances_of(household);
  for (const auto& person : household.all<Roommate>()) {
    if (person->status == RoommateStatus::moved_out) continue;
    state.balances.push_back(
        {person->id, before.at(person->id).total, after.balances.at(person->id).total});
  }
}

std::string score_words(std::int64_t tenths) { return std::to_string((tenths + 5) / 10); }

float draw_fairness(Ui& ui, const app::Session& session, const FairnessState& state,
                    const Rect& rect) {
  const bool has_figures = !state.reports.empty() && !state.reports.front().ends_at;
  if (!has_figures || state.balances.empty()) return 0;
  SettingsCard card(ui, "fairness", rect, tr("Fairness"));
  draw_score(ui, state, card.take(kRing));
  if (state.balances.size() > 1) {
    card.rule();
    const Rect place = card.take(0);
    card.take(draw_balances(ui, session, state.balances, place, ui::HeadingLevel::h3));
    draw_turns(ui, session, state, card);
    draw_own_ratings(ui, session, state.own, card);
  }
  card.rule();
  const Sums sums = sums_of(state.reports.front());
  const std::array<Fact, 3> facts{{{tr("Assigned"), point_figure(sums.assigned)},
                                   {tr("Earned"), point_figure(sums.earned)},
                                   {tr("Missed"), point_figure(sums.missed)}}};
  const Rect place = card.take(0);
  card.take(draw_facts(ui, place, facts));
  return card.height();
}

}  // namespace rr::screens
