#include "client/ui/tabs.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kSlideMs = 160;
constexpr float kPadding = 14;      // at both sides of the words
constexpr float kLeastPadding = 8;  // where there is little room
constexpr float kLine = 3;

std::uint64_t tab_key(std::uint64_t row, std::size_t place) { return join_key(row, place); }
std::uint64_t panel_key(std::uint64_t row) { return join_key(row, "panel"); }

// As wide as their words and at least a finger, closer together where that is too much; all alike
// where even that is.
std::vector<Rect> places_of(Ui& ui, const Rect& rect, std::span<const std::string_view> options) {
  std::vector<Rect> places;
  for (const float padding : {kPadding, kLeastPadding}) {
    places.clear();
    float x = rect.x;
    for (const std::string_view option : options) {
      const float words = text_width(ui, option, type::caption_strong) + 2 * padding;
      const float width = std::max(std::ceil(words), kTargetSize);
      places.push_back({x, rect.y, width, rect.height});
      x += width;
    }
    if (x <= rect.right()) return places;
  }
  const float width = rect.width / static_cast<float>(options.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    places[i] = {rect.x + width * static_cast<float>(i), rect.y, width, rect.height};
  }
  return places;
}

// Where keys lead from the selected tab; the focus goes along.
std::size_t follow_keys(Ui& ui, std::uint64_t row, std::size_t selected, std::size_t count) {
  if (!ui.is_focused(tab_key(row, selected))) return selected;
  std::size_t goal = selected;
  if (ui.is_key_pressed("ArrowRight")) goal = (selected + 1) % count;
  if (ui.is_key_pressed("ArrowLeft")) goal = (selected + count - 1) % count;
  if (ui.is_key_pressed("Home")) goal = 0;
  if (ui.is_key_pressed("End")) goal = count - 1;
  if (goal != selected) ui.focus(tab_key(row, goal));
  return goal;
}

void emit_tab(Ui& ui, const TabsSpec& spec, std::uint64_t row, std::size_t i, const Rect& rect) {
  const bool is_selected = i == spec.selected;
  Node& node = ui.leaf(Tag::button, tab_key(row, i), rect);
  node.text = spec.options[i];
  node.attributes.emplace_back(Attribute::role, "tab");
  node.attributes.emplace_back(Attribute::selected, is_selected ? "true" : "false");
  node.attributes.emplace_back(Attribute::tab_index, is_selected ? "0" : "-1");
  const std::uint32_t panel = is_selected ? ui.number_of(panel_key(row)) : 0;
  if (panel != 0) node.attributes.emplace_back(Attribute::controls, std::to_string(panel));
}

}  // namespace

std::size_t tabs(Ui& ui, const Rect& rect, const TabsSpec& spec) {
  const std::uint64_t row = ui.key(spec.key);
  Node& node = ui.open(Tag::group, row, rect);
  node.flags |= kTakesKeys;
  node.attributes.emplace_back(Attribute::role, "tablist");
  node.attributes.emplace_back(Attribute::label, spec.name);
  fill(ui, {rect.x, rect.bottom() - 1, rect.width, 1}, ui.colour(Token::border));
  const std::vector<Rect> places = places_of(ui, rect, spec.options);
  std::size_t chosen = follow_keys(ui, row, spec.selected, spec.options.size());
  // The line slides from one tab to the next.
  float line_x = places[0].x;
  float line_width = places[0].width;
  for (std::size_t i = 0; i < places.size(); ++i) {
    emit_tab(ui, spec, row, i, places[i]);
    const Interaction state = ui.interact(tab_key(row, i), places[i]);
    const Rect ground{places[i].x + 2, rect.y + 4, places[i].width - 4, rect.height - 10};
    if (state.is_hovered || state.is_pressed) {
      fill(ui, ground, ui.colour(state.is_pressed ? Token::pressed : Token::hover), 8);
    }
    const Token words = i == spec.selected ? Token::text : Token::text_2;
    const float room = places[i].width - 8;
    text_line(ui, {places[i].x + 4, rect.y, room, rect.height}, spec.options[i],
              fitted(ui, spec.options[i], type::caption_strong, room), ui.colour(words),
              Align::centre);
    if (state.is_focus_shown) focus_ring(ui, ground.inset(2), 6);
    if (state.is_activated) chosen = i;
    if (i == 0) continue;
    const float passed =
        ui.animate(join_key(tab_key(row, i), "line"), spec.selected >= i ? 1.0F : 0.0F, kSlideMs);
    const float eased = 1 - (1 - passed) * (1 - passed) * (1 - passed);
    line_x += (places[i].x - places[i - 1].x) * eased;
    line_width += (places[i].width - places[i - 1].width) * eased;
  }
  fill(ui, {line_x + 8, rect.bottom() - kLine, line_width - 16, kLine}, ui.colour(Token::accent),
       kLine / 2);
  ui.close();
  return chosen;
}

void open_tab_panel(Ui& ui, const Rect& rect, const TabsSpec& spec) {
  const std::uint64_t row = ui.key(spec.key);
  Node& node = ui.open(Tag::group, panel_key(row), rect);
  node.attributes.emplace_back(Attribute::role, "tabpanel");
  node.attributes.emplace_back(Attribute::label, spec.options[spec.selected]);
}

}  // namespace rr::ui
