#include "client/screens/assignment_panels.h"

#include <algorithm>
#include <array>
#include <string>

#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;
constexpr float kRowHeight = 36;
constexpr float kColumnGap = 12;

struct Instruction {
  std::string_view icon;
  std::string_view title;
  std::string_view text;
};
constexpr std::array<Instruction, 3> kInstructions{{
    {"repeat", to_translate("Predefined Chores"),
     to_translate("Go round in a fixed order, so everyone has a turn.")},
    {"dices", to_translate("Random Chores"),
     to_translate("Go to whoever has done less than their share so far.")},
    {"scale", to_translate("Fair Distribution"),
     to_translate("Counts points over all cycles. Days away and part-time shares count too.")},
}};

float open_panel(Ui& ui, std::string_view key, std::string_view title, const Rect& rect,
                 float height) {
  const Rect box{rect.x, rect.y, rect.width, height};
  ui::card(ui, box);
  ui.open(ui::Tag::section, ui.key(key), box).attributes.emplace_back(ui::Attribute::label, title);
  ui::heading(ui, "title", {rect.x + kPadding, rect.y + 14, rect.width - 2 * kPadding, 26}, title,
              ui::type::title, ui::HeadingLevel::h2);
  return rect.y + 50;
}

std::string chores_words(const RosterGroup& person) {
  return tr_count(static_cast<std::int64_t>(person.cards.size()), "{n} chore", "{n} chores");
}

std::string points_words(const RosterGroup& person) {
  return tr_count(person.points, "{n} point", "{n} points");
}

// As wide as their longest words.
struct SummaryColumns {
  float chores = 0;
  float points = 0;
};

SummaryColumns columns_of(Ui& ui, const Roster& roster) {
  SummaryColumns columns;
  for (const RosterGroup& person : roster.summary) {
    const float chores = ui::text_width(ui, chores_words(person), ui::type::caption) + 1;
    const float points = ui::text_width(ui, points_words(person), ui::type::caption_strong) + 1;
    columns.chores = std::max(columns.chores, chores);
    columns.points = std::max(columns.points, points);
  }
  return columns;
}

}  // namespace

float draw_summary(Ui& ui, const Roster& roster, const Rect& rect) {
  const auto rows = static_cast<float>(roster.summary.size());
  const float height = 50 + 22 + rows * kRowHeight + 8;
  float y = open_panel(ui, "summary", tr("Assignment Summary"), rect, height);
  const float x = rect.x + kPadding;
  const float width = rect.width - 2 * kPadding;
  std::vector<ui::Share> shares;
  for (const RosterGroup& person : roster.summary) {
    shares.push_back({person.name, person.hue, person.points});
  }
  ui::roster_bar(ui, {x, y, width, 10}, shares);
  y += 22;
  ui.open(ui::Tag::list, ui.key("people"), {x, y, width, rows * kRowHeight});
  const SummaryColumns columns = columns_of(ui, roster);
  for (const RosterGroup& person : roster.summary) {
    const Rect row{x, y, width, kRowHeight};
    ui.open(ui::Tag::list_item, ui.key(person.roommate_id.to_string()), row);
    ui::avatar(ui, x, y + 6, 24, person.name, person.hue);
    const float points_x = row.right() - columns.points;
    const float chores_x = points_x - kColumnGap - columns.chores;
    ui::label(ui, "name", {x + 36, y, chores_x - kColumnGap - x - 36, kRowHeight}, person.name,
              ui::type::body);
    ui::label(ui, "chores", {chores_x, y, columns.chores, kRowHeight}, chores_words(person),
              ui::type::caption, Token::text_2, ui::Align::end);
    ui::label(ui, "points", {points_x, y, columns.points, kRowHeight}, points_words(person),
              ui::type::caption_strong, Token::text, ui::Align::end);
    ui.close();
    y += kRowHeight;
  }
  ui.close();
  ui.close();
  return height;
}

float draw_requested_note(Ui& ui, const Rect& column) {
  const std::string_view words =
      tr("Requested. Chores marked so are yours to start on; they are certain once this device has "
         "reached the household.");
  const auto lines = ui::wrap_text(ui, words, ui::type::body, column.width - 56);
  const float height = static_cast<float>(lines.size()) * ui::type::body.line_height + 24;
  const Rect ground{column.x, column.y, column.width, height};
  ui::soft_ground(ui, ground, Token::warning_soft, Token::warning_text, 16);
  ui::icon(ui, "hourglass", column.x + 16, column.y + 13, 20, ui.colour(Token::warning_text));
  ui::paragraph(ui, "requested-note", column.x + 44, column.y + 12, column.width - 56, words,
                ui::type::body, Token::text);
  return height;
}

float draw_instructions(Ui& ui, const Rect& rect) {
  float& height = ui.kept(ui.key("instructions"));
  float y = open_panel(ui, "instructions", tr("How Assignments Work"), rect, height);
  const float x = rect.x + kPadding;
  const float width = rect.width - 2 * kPadding;
  ui.open(ui::Tag::list, ui.key("items"), {x, y, width, 0});
  for (const Instruction& each : kInstructions) {
    ui.open(ui::Tag::list_item, ui.key(each.title), {x, y, width, 0});
    ui::icon(ui, each.icon, x, y + 1, 20, ui.colour(Token::text_2));
    const float words_x = x + 32;
    ui::label(ui, "title", {words_x, y, width - 32, 22}, tr(each.title), ui::type::body_strong);
    const float used =
        ui::paragraph(ui, "text", words_x, y + 22, width - 32, tr(each.text), ui::type::caption);
    ui.close();
    y += 22 + used + 14;
  }
  ui.close();
  ui.close();
  if (y - rect.y != height) {
    height = y - rect.y;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
