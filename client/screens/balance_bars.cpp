#include "client/screens/balance_bars.h"

#include <algorithm>
#include <cstdlib>

#include "client/screens/standing.h"
#include "client/screens/why_words.h"
#include "client/text/texts.h"
#include "client/ui/widgets.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRow = 32;
constexpr float kNarrow = 280;  // below it there is no room for bars beside names and figures
constexpr float kFigures = 100;
constexpr float kLongest = 0.48F;  // of the track's width

// From zero to the left or to the right; zero itself is a dot where `dot` is not 0.
void draw_bar(Ui& ui, const Rect& track, float part, float dot, ui::Colour colour) {
  const float middle = track.x + track.width / 2;
  const float length = std::abs(part) * kLongest * track.width;
  if (length < dot) {
    ui::circle(ui, middle, track.y + track.height / 2, dot / 2, colour);
  } else if (length >= 1) {
    const Rect bar{part < 0 ? middle - length : middle, track.y, length, track.height};
    ui::fill(ui, bar, colour, 4);
  }
}

void draw_bars(Ui& ui, const BalanceChange& change, std::int64_t most, std::int64_t hue,
               const Rect& track) {
  const auto part = [&](std::int64_t micro) {
    return most == 0 ? 0.0F : static_cast<float>(micro) / static_cast<float>(most);
  };
  draw_bar(ui, track, part(change.before), 0, ui.colour(Token::border));
  const float middle = track.x + track.width / 2;
  ui::fill(ui, {middle - 1, track.y - 3, 2, track.height + 6}, ui.colour(Token::text_3));
  draw_bar(ui, {track.x, track.y + 3, track.width, 10}, part(change.after), 10,
           ui::person_colours(ui.theme(), hue).fill);
}

}  // namespace

float draw_balances(Ui& ui, const app::Session& session, std::span<const BalanceChange> changes,
                    const Rect& rect, ui::HeadingLevel level) {
  const std::string_view title = tr("Balances");
  const float title_width = ui::text_width(ui, title, ui::type::body_strong) + 1;
  ui::heading(ui, "balances", {rect.x, rect.y, title_width, 24}, title, ui::type::body_strong,
              level);
  const float legend = rect.width - title_width - 8;
  ui::fitted_label(ui, "legend", {rect.right() - legend, rect.y, legend, 24}, tr("before to after"),
                   ui::type::caption, Token::text_2, ui::Align::end);
  std::int64_t most = 0;
  for (const BalanceChange& each : changes) {
    most = std::max({most, std::abs(each.before), std::abs(each.after)});
  }
  const bool has_bars = rect.width >= kNarrow;
  const float name_width = has_bars ? rect.width * 0.2F : rect.width - 36 - kFigures;
  float y = rect.y + 28;
  ui.open(ui::Tag::list, ui.key("people"),
          {rect.x, y, rect.width, kRow * static_cast<float>(changes.size())});
  for (const BalanceChange& each : changes) {
    const Rect row{rect.x, y, rect.width, kRow};
    const PersonLook person = look_of(session, each.roommate_id);
    ui.open(ui::Tag::list_item, ui.key(each.roommate_id.to_string()), row);
    ui::avatar(ui, row.x, y + 4, 24, person.name, person.hue);
    ui::label(ui, "name", {row.x + 36, y, name_width, kRow}, person.name, ui::type::body);
    if (has_bars) {
      const float x = row.x + 36 + name_width + 4;
      draw_bars(ui, each, most, person.hue, {x, y + 8, row.right() - kFigures - 4 - x, 16});
    }
    const std::string figures = tr("{before} to {after}", {{"before", balance_figure(each.before)},
                                                           {"after", balance_figure(each.after)}});
    ui::label(ui, "figures", {row.right() - kFigures, y, kFigures, kRow}, figures,
              ui::type::caption_strong, Token::text, ui::Align::end);
    ui.close();
    y += kRow;
  }
  ui.close();
  return y - rect.y;
}

}  // namespace rr::screens
