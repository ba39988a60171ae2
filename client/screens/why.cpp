#include "client/screens/why.h"

#include <algorithm>

#include "client/screens/balance_bars.h"
#include "client/screens/standing.h"
#include "client/screens/why_words.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "shared/domain/run_codec.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRow = 36;
constexpr float kWidth = 760;
constexpr float kTwoColumns = 640;

void renew(const app::Session& session, const Calendar& calendar, const Assignment& assignment,
           WhyState& state) {
  if (state.version == session.version()) return;
  const Reader& household = session.household();
  state.version = session.version();
  state.why.reset();
  state.influence.reset();
  state.fairer = fairer_swap(household, calendar.today);
  const auto run = household.find<AssignmentRun>(assignment.run_id);
  if (!run || run->algorithm > kRunAlgorithm) return;
  const Result<RunInput> input = decode_run_input(run->input);
  if (!input) return;
  state.why = explain(*input, assignment.id);
  if (input->method == DivisionMethod::balanced) {
    state.influence = influence_on(*input, assignment.id);
  }
}

Naming naming_of(const app::Session& session) {
  Naming naming;
  naming.own = own_roommate(session);
  naming.name_of = [&session](const Id& id) { return look_of(session, id).name; };
  return naming;
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
              ui::HeadingLevel::h2);
  ui::paragraph(ui, "words", rect.x + 16, rect.y + 42, width, words, ui::type::body, Token::text);
  ui.close();
  return height;
}

float draw_alternatives(Ui& ui, const app::Session& session, const Explanation& why,
                        const Naming& naming, const Rect& rect) {
  if (why.type != ChoreType::random || why.alternatives.empty()) return 0;
  ui::heading(ui, "others", {rect.x, rect.y, rect.width, 24}, tr("Who else could have had it"),
              ui::type::body_strong, ui::HeadingLevel::h2);
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
               look_of(session, each.roommate_id).hue);
    ui::paragraph(ui, "words", rect.x + 40, y + 7, rect.width - 40, words, ui::type::body,
                  each.is_available ? Token::text : Token::text_2);
    ui.close();
    y += used;
  }
  ui.close();
  height = y - top;
  return y - rect.y;
}

// Balances, and who else there was: side by side where there is room. Answers the height.
float draw_figures(Ui& ui, const app::Session& session, const Explanation& why,
                   const Naming& naming, const Rect& rect) {
  const bool is_wide = rect.width >= kTwoColumns;
  const float width = is_wide ? (rect.width - 24) / 2 : rect.width;
  const float left =
      draw_balances(ui, session, why.balances, {rect.x, rect.y, width, 0}, ui::HeadingLevel::h2) +
      16;
  const Rect place =
      is_wide ? Rect{rect.x + width + 24, rect.y, width, 0} : Rect{rect.x, rect.y + left, width, 0};
  const float others = draw_alternatives(ui, session, why, naming, place);
  const float right = others > 0 ? others + 16 : 0;
  return is_wide ? std::max(left, right) : left + right;
}

std::string fairer_words(const app::Session& session, const WhyState& state, const Naming& naming) {
  if (!state.fairer) return tr("Nothing: no single swap would make it fairer.");
  const FairerSwap& swap = *state.fairer;
  const auto given = session.household().find<Assignment>(swap.assignment_id);
  const auto back = session.household().find<Assignment>(swap.in_return);
  const char* sentence = to_translate(
      "If {name} gave {chore} to {other}, the gap would be {after} instead of {before}.");
  if (given->roommate_id == naming.own) {
    sentence = to_translate(
        "If you gave {chore} to {other}, the gap would be {after} instead of {before}.");
  } else if (swap.to == naming.own) {
    sentence = to_translate(
        "If {name} gave {chore} to you, the gap would be {after} instead of {before}.");
  }
  if (back) {
    sentence = to_translate(
        "If {name} gave {chore} to {other} for {back}, the gap would be {after} instead of "
        "{before}.");
    if (given->roommate_id == naming.own) {
      sentence = to_translate(
          "If you gave {chore} to {other} for {back}, the gap would be {after} instead of "
          "{before}.");
    } else if (swap.to == naming.own) {
      sentence = to_translate(
          "If {name} gave {chore} to you for {back}, the gap would be {after} instead of "
          "{before}.");
    }
  }
  return tr(sentence, {{"name", naming.name_of(given->roommate_id)},
                       {"chore", short_name(given->chore_name)},
                       {"other", naming.name_of(swap.to)},
                       {"back", back ? short_name(back->chore_name) : std::string()},
                       {"after", point_figure(swap.spread_after)},
                       {"before", point_figure(swap.spread_before)}});
}

// What else played a part, and "Swap"; answers the height.
float draw_foot(Ui& ui, const WhyState& state, const Rect& rect, bool* is_swap_wanted) {
  ui::ButtonSpec swap;
  swap.key = "swap";
  swap.name = tr("Swap");
  swap.icon = "arrow-left-right";
  const bool has_button = is_swap_wanted != nullptr;
  const bool is_narrow = rect.width < kTwoColumns;
  const float width = has_button ? ui::button_width(ui, swap) : 0;
  const float words_width = rect.width - (has_button && !is_narrow ? width + 24 : 0.0F);
  float words = 0;
  if (state.influence) {
    words = ui::paragraph(ui, "influence", rect.x, rect.y + (has_button && !is_narrow ? 13 : 0),
                          words_width, influence_words(*state.influence), ui::type::caption);
  }
  if (!has_button) return words;
  Rect place{rect.right() - width, rect.y, width, 44};
  if (is_narrow) place = {rect.x, rect.y + (words > 0 ? words + 16 : 0), rect.width, 44};
  *is_swap_wanted = ui::button(ui, place, swap);
  return std::max(words, place.bottom() - rect.y);
}

// Without `is_swap_wanted` there is no "Swap".
float draw_body(Ui& ui, const app::Session& session, const Calendar& calendar,
                const Assignment& assignment, const WhyState& state, const Rect& column,
                bool* is_swap_wanted) {
  const Naming naming = naming_of(session);
  float y = column.y;
  const auto row = [&] { return Rect{column.x, y, column.width, 0}; };
  const std::string about = tr_count(assignment.points, "{chore}, {n} point. Due: {due}",
                                     "{chore}, {n} points. Due: {due}",
                                     {{"chore", short_name(assignment.chore_name)},
                                      {"due", due_words(assignment.due_date, calendar.today)}});
  y += ui::paragraph(ui, "about", row().x, y, row().width, about, ui::type::body) + 16;
  const bool is_swapped = assignment.rule == AssignmentRule::swap;
  const bool has_moved = is_swapped || assignment.rule == AssignmentRule::lock;
  if (has_moved) {
    const Id first = state.why ? state.why->roommate_id : Id{};
    y += draw_note(ui, "moved", row(), is_swapped ? tr("A swap") : tr("Fixed by hand"),
                   moved_sentence(assignment, first, naming), Token::accent_soft,
                   Token::on_accent_soft) +
         12;
  }
  if (state.why) {
    const Explanation& why = *state.why;
    std::string title(rule_title(why));
    if (has_moved) title = tr("Before: {rule}", {{"rule", title}});
    y += draw_note(ui, "rule", row(), title, rule_sentence(why, naming),
                   has_moved ? Token::sunken : Token::accent_soft,
                   has_moved ? Token::text : Token::on_accent_soft);
    y += 20;
    y += draw_figures(ui, session, why, naming, row());
  } else if (!has_moved) {
    y += ui::paragraph(ui, "unknown", row().x, y, row().width,
                       tr("This chore was given out by another version of RoomieRoster, which kept "
                          "no reasons."),
                       ui::type::body, Token::text) +
         16;
  }
  y += draw_note(ui, "fairer", row(), tr("What would make it fairer?"),
                 fairer_words(session, state, naming), Token::success_soft, Token::success);
  const float foot = draw_foot(ui, state, {column.x, y + 16, column.width, 0}, is_swap_wanted);
  if (foot > 0) y += 16 + foot;
  return y - column.y;
}

}  // namespace

std::string_view why_name(bool is_own) { return is_own ? tr("Why me?") : tr("Why?"); }

bool draw_why(Ui& ui, const app::Session& session, const Calendar& calendar, WhyState& state,
              bool can_swap) {
  if (state.assignment_id.is_nil()) return false;
  const auto assignment = session.household().find<Assignment>(state.assignment_id);
  if (!assignment) {
    state = WhyState{};
    return false;
  }
  bool is_swap_wanted = false;
  renew(session, calendar, *assignment, state);
  const bool is_own = assignment->roommate_id == own_roommate(session);
  const std::string title =
      is_own ? std::string(tr("Why me?"))
             : tr("Why {name}?", {{"name", short_name(assignment->roommate_name)}});
  const PersonLook person = look_of(session, assignment->roommate_id);
  const ui::DialogSpec spec{"why", title, kWidth, person.name, person.hue, ui::HeadingLevel::h1};
  const ui::DialogWish wish = ui::dialog(ui, spec, [&](const Rect& column) {
    return draw_body(ui, session, calendar, *assignment, state, column,
                     can_swap ? &is_swap_wanted : nullptr);
  });
  if (wish == ui::DialogWish::close || is_swap_wanted) state = WhyState{};
  return is_swap_wanted;
}

}  // namespace rr::screens
