// Choices shown as tiles: icon, words and a line that says what the choice means.
#pragma once

#include "client/ui/widgets.h"

namespace rr::ui {

struct ChoiceTileSpec {
  std::string_view key;
  std::string_view group;  // tiles of one group under one parent exclude each other
  std::string_view name;
  std::string_view note = {};
  std::string_view icon = {};
  bool is_selected = false;
};
// The height it needs at that width, for tiles of equal height side by side.
[[nodiscard]] float choice_tile_height(Ui& ui, float width, const ChoiceTileSpec& spec);
// One radio of a group (choices.h: open_radio_group). True when the person chose it.
bool choice_tile(Ui& ui, const Rect& rect, const ChoiceTileSpec& spec);

struct ColourDotSpec {
  std::string_view key;
  std::string_view group;
  std::string_view name;
  std::int64_t hue = 1;
  bool is_selected = false;
};
// One of the people's hues as a radio; `rect` is the painted circle.
bool colour_dot(Ui& ui, const Rect& rect, const ColourDotSpec& spec);

}  // namespace rr::ui
