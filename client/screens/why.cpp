#include "client/screens/why.h"

#include <algorithm>
#include <cstdlib>

#include "client/screens/standing.h"
#include "client/screens/why_words.h"
#include "client/screens/words.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "shared/domain/run_codec.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRow = 36;
constexpr float kNarrow = 420;  // below it there is no room for bars beside names and figures

std::optional<Explanation> explanation_of(const Reader& household, const Assignment& assignment) {
  const auto run = household.find<AssignmentRun>(assignment.run_id);
  if (!run || run->algorithm != kRunAlgorithm) return std::nullopt;
  const Result<RunInput> input = decode_run_input(run->input);
  return input ? explain(*input, assignment.id) : std::nullopt;
}

void renew(const app::Session& session, const Calendar& calendar, const Assignment& assignment,
           WhyState& state) {
  if (state.version == session.version()) return;
  state.version = session.version();
  state.why = explanation_of(session.household(), assignment);
  state.fairer = fairer_swap(session.household(), calendar.today);
}

Naming naming_of(const app::Session& session) {
  Naming naming;
  naming.own = own_roommate(session);
  naming.name_of = [&session](const Id& id) {
    const auto roommate = session.household().find<Roommate>(id);
    return roommate ? short_name(roommate->name) : std::string("Somebody who moved out");
  };
  return naming;
}

std::int64_t hue_of(const app::Session& session, const Id& id) {
  const auto roommate = session.household().find<Roommate>(id);
  return roommate ? roommate->colour : 1;
}

// A soft ground with a heading and a sentence; answers its height.
float draw_note(Ui& ui, std::string_view key, const Rect& rect, std::string_view title,
                const std::string& words, Token ground, Token ink) {
  const float width = rect.width - 32;
  const auto lines = ui::wrap_text(ui, words, ui::type::body, width);
  const float height = 16 + 26 + static_cast<float>(lines.size()) * ui::type::body.line_height + 16;
  ui::soft_ground(ui, {rect.x, rect.y, rect.width, height}, ground, ink, 16);
  ui.open(ui::Tag::section, ui.key(key), {rect.x, rect.y, rect.width, height})
      .attributes.emplace_back(ui::Attribute::label, title);
  ui::heading(ui, "title", {rect.x + 16, rect.y + 14, width, 24}, title, ui::type::title,
              ui::HeadingLevel::h3);
  ui::paragraph(ui, "words", rect.x + 16, rect.y + 42, width, words, ui::type::body, Token::text);
  ui.close();
  return height;
}

void draw_bar(Ui& ui, const Rect& track, std::int64_t micro, std::int64_t most, Token token) {
  const float middle = track.x + track.width / 2;
  const float part = most == 0 ? 0 : static_cast<float>(std::abs(micro)) / static_cast<float>(most);
  const float length = part * track.width / 2;
  const Rect bar{micro < 0 ? middle - length : middle, track.y, length, track.height};
  if (length >= 1) ui::fill(ui, bar, ui.colour(token), 4);
}

float draw_balances(Ui& ui, const app::Session& session, const Explanation& why,
                    const Naming& naming, const Rect& rect) {
  ui::heading(ui, "balances", {rect.x, rect.y, rect.width - 130, 24}, "Balances", ui::type::title,
              ui::HeadingLevel::h3);
  ui::label(ui, "legend", {rect.right() - 130, rect.y, 130, 24}, "before to after",
            ui::type::caption, Token::text_2, ui::Align::end);
  std::int64_t most = 0;
  for (const BalanceChange& each : why.balances) {
    most = std::max({most, std::abs(each.before), std::abs(each.after)});
  }
  const bool has_bars = rect.width >= kNarrow;
  const float height = kRow * static_cast<float>(why.balances.size());
  float y = rect.y + 30;
  ui.open(ui::Tag::list, ui.key("people"), {rect.x, y, rect.width, height});
  for (const BalanceChange& each : why.balances) {
    const Rect row{rect.x, y, rect.width, kRow};
    const std::string name = naming.name_of(each.roommate_id);
    ui.open(ui::Tag::list_item, ui.key(each.roommate_id.to_string()), row);
    ui::avatar(ui, row.x, y + 6, 24, name, hue_of(session, each.roommate_id));
    const float name_width = has_bars ? 100 : rect.width - 36 - 130;
    ui::label(ui, "name", {row.x + 36, y, name_width, kRow}, name, ui::type::body);
    if (has_bars) {
      const Rect track{row.x + 146, y + 11, rect.width - 146 - 140, 14};
      draw_bar(ui, track, each.before, most, Token::border);
      draw_bar(ui, {track.x, track.y + 3, track.width, 8}, each.after, most, Token::accent);
      const Rect zero{track.x + track.width / 2 - 1, track.y - 3, 2, 20};
      ui::fill(ui, zero, ui.colour(Token::text_2), 1);
    }
    const std::string figures = balance_figure(each.before) + " to " + balance_figure(each.after);
    ui::label(ui, "figures", {row.right() - 130, y, 130, kRow}, figures, ui::type::caption_strong,
              Token::text, ui::Align::end);
    ui.close();
    y += kRow;
  }
  ui.close();
  return y - rect.y;
}

float draw_alternatives(Ui& ui, const app::Session& session, const Explanation& why,
                        const Naming& naming, const Rect& rect) {
  if (why.type != ChoreType::random || why.alternatives.empty()) return 0;
  ui::heading(ui, "others", {rect.x, rect.y, rect.width, 24}, "Who else could have had it",
              ui::type::title, ui::HeadingLevel::h3);
  float y = rect.y + 32;
  float& height = ui.kept(ui.key("others-height"));
  ui.open(ui::Tag::list, ui.key("alternatives"), {rect.x, y, rect.width, height});
  const float top = y;
  for (const Alternative& each : why.alternatives) {
    const std::string words = alternative_sentence(why, each, naming);
    const auto lines = ui::wrap_text(ui, words, ui::type::body, rect.width - 40);
    const float used =
        std::max(kRow, static_cast<float>(lines.size()) * ui::type::body.line_height + 12);
    ui.open(ui::Tag::list_item, ui.key(each.roommate_id.to_string()),
            {rect.x, y, rect.width, used});
    ui::avatar(ui, rect.x, y + 4, 28, naming.name_of(each.roommate_id),
               hue_of(session, each.roommate_id));
    ui::paragraph(ui, "words", rect.x + 40, y + 7, rect.width - 40, words, ui::type::body,
                  each.is_available ? Token::text : Token::text_2);
    ui.close();
    y += used;
  }
  ui.close();
  height = y - top;
  return y - rect.y;
}

std::string fairer_words(const app::Session& session, const WhyState& state, const Naming& naming) {
  if (!state.fairer) return "Nothing: no single swap would make it fairer.";
  const FairerSwap& swap = *state.fairer;
  const auto given = session.household().find<Assignment>(swap.assignment_id);
  const auto back = session.household().find<Assignment>(swap.in_return);
  const auto person = [&](const Id& id) {
    return id == naming.own ? std::string("you") : naming.name_of(id);
  };
  std::string words = "If " + person(given->roommate_id) + " gave " +
                      short_name(given->chore_name) + " to " + person(swap.to);
  if (back) words += " for " + short_name(back->chore_name);
  return words + ", the gap would be " + point_figure(swap.spread_after) + " instead of " +
         point_figure(swap.spread_before) + ".";
}

float draw_body(Ui& ui, const app::Session& session, const Calendar& calendar,
                const Assignment& assignment, const WhyState& state, const Rect& column) {
  const Naming naming = naming_of(session);
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  const std::string about = short_name(assignment.chore_name) + ", " +
                            count_words(assignment.points, "point", "points") + ", due " +
                            due_words(assignment.due_date, calendar.today);
  y += ui::paragraph(ui, "about", row().x, y, row().width, about, ui::type::body) + 16;
  if (state.why) {
    const Explanation& why = *state.why;
    y += draw_note(ui, "rule", row(), rule_title(why), rule_sentence(why, naming),
                   Token::accent_soft, Token::on_accent_soft);
    y += 20;
    y += draw_balances(ui, session, why, naming, row()) + 16;
    const float others = draw_alternatives(ui, session, why, naming, row());
    y += others > 0 ? others + 16 : 0;
  } else {
    y += ui::paragraph(ui, "unknown", row().x, y, row().width,
                       "This chore was given out by another version of RoomieRoster, which kept "
                       "no reasons.",
                       ui::type::body, Token::text) +
         16;
  }
  y += draw_note(ui, "fairer", row(), "What would make it fairer?",
                 fairer_words(session, state, naming), Token::success_soft, Token::success);
  return y - column.y;
}

}  // namespace

std::string_view why_name(bool is_own) { return is_own ? "Why me?" : "Why?"; }

void draw_why(Ui& ui, const app::Session& session, const Calendar& calendar, WhyState& state) {
  if (state.assignment_id.is_nil()) return;
  const auto assignment = session.household().find<Assignment>(state.assignment_id);
  if (!assignment) {
    state = WhyState{};
    return;
  }
  renew(session, calendar, *assignment, state);
  const bool is_own = assignment->roommate_id == own_roommate(session);
  const std::string title =
      is_own ? "Why me?" : "Why " + short_name(assignment->roommate_name) + "?";
  const ui::DialogWish wish = ui::dialog(ui, {"why", title}, [&](const Rect& column) {
    return draw_body(ui, session, calendar, *assignment, state, column);
  });
  if (wish == ui::DialogWish::close) state = WhyState{};
}

}  // namespace rr::screens
