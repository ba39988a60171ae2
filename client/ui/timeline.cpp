#include "client/ui/timeline.h"

#include <algorithm>

#include "client/ui/chart_parts.h"
#include "client/ui/paint.h"
#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr float kMark = 32;
constexpr float kWords = 48;  // from the left edge to the words
constexpr float kGap = 16;

void paint_mark(Ui& ui, float x, float y, const TimelineEntry& entry) {
  if (entry.hue > 0 && !entry.is_to_come) {
    avatar(ui, x, y, kMark, entry.person, entry.hue);
    return;
  }
  const float middle = kMark / 2;
  if (entry.is_to_come) {
    ring(ui, x + middle, y + middle, middle, ui.colour(Token::border_control), 1.5F);
  } else {
    circle(ui, x + middle, y + middle, middle, ui.colour(Token::sunken));
  }
  if (!entry.icon.empty()) {
    icon(ui, entry.icon, x + middle - 8, y + middle - 8, 16, ui.colour(entry.token));
  }
}

// Answers the height of the entry's words.
float draw_words(Ui& ui, const Rect& rect, const TimelineEntry& entry) {
  const float when = entry.when.empty() ? 0.0F : text_width(ui, entry.when, type::caption) + 1;
  const float x = rect.x + kWords;
  const float width = rect.right() - x;
  const Token title = entry.is_to_come ? Token::text_2 : Token::text;
  float height = 2 + paragraph(ui, "title", x, rect.y + 1, width - when - 12, entry.title,
                               type::body_strong, title);
  label(ui, "when", {rect.right() - when, rect.y + 1, when, 22}, entry.when, type::caption,
        Token::text_2);
  if (!entry.note.empty()) {
    height += paragraph(ui, "note", x, rect.y + height, width, entry.note, type::caption);
  }
  return std::max(height, kMark);
}

}  // namespace

float timeline(Ui& ui, const Rect& rect, const TimelineSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  float& total = ui.kept(key);
  Node& list = ui.open(Tag::list, key, {rect.x, rect.y, rect.width, total});
  list.attributes.emplace_back(Attribute::label, spec.name);
  float y = rect.y;
  for (std::size_t i = 0; i < spec.entries.size(); ++i) {
    const TimelineEntry& entry = spec.entries[i];
    const std::uint64_t row = join_key(key, i);
    float& kept = ui.kept(row);
    const Rect place{rect.x, y, rect.width, kept};
    ui.open(Tag::list_item, row, place);
    kept = draw_words(ui, place, entry);
    ui.close();
    const bool is_last = i + 1 == spec.entries.size();
    if (!is_last) {
      SeriesMark line{ui.colour(Token::border_control)};
      if (spec.entries[i + 1].is_to_come) line.dash = 4, line.dash_gap = 4;
      const float x = rect.x + kMark / 2;
      draw_dashes(ui, x, y + kMark + 4, x, y + kept + kGap - 4, line, 1.5F);
    }
    paint_mark(ui, rect.x, y, entry);
    y += kept + (is_last ? 0 : kGap);
  }
  ui.close();
  if (total != y - rect.y) platform::request_frame();
  total = y - rect.y;
  return total;
}

}  // namespace rr::ui
