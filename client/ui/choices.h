// Controls that choose: segments, radio rows, switches, the done mark, filter chips.
//
// None changes the model by itself: each answers what the person chose.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "client/ui/widgets.h"

namespace rr::ui {

struct SegmentsSpec {
  std::string_view key;
  std::string_view name;  // of the whole group
  std::span<const std::string_view> options;
  std::size_t selected = 0;
  std::uint64_t described_by = 0;  // key of what belongs to it: why a choice was refused
};
inline constexpr float kSegmentsHeight = 44;
[[nodiscard]] float segments_width(Ui& ui, std::span<const std::string_view> options);
// A few choices side by side (a radio group). Answers the choice.
[[nodiscard]] std::size_t segments(Ui& ui, const Rect& rect, const SegmentsSpec& spec);

struct RadioSpec {
  std::string_view key;
  std::string_view group;  // radios with the same group under one parent exclude each other
  std::string_view name;
  bool is_selected = false;
  std::string_view note = {};  // at the right, in text-2
  std::int64_t hue = 0;        // 1-8: with the person's avatar
};
// One row of a radio group, 56 high. Open a group with role radiogroup around the rows.
bool radio_row(Ui& ui, const Rect& rect, const RadioSpec& spec);
// Opens a group of radio rows; close with ui.close().
void open_radio_group(Ui& ui, std::string_view key, const Rect& rect, std::string_view name);

struct SwitchSpec {
  std::string_view key;
  std::string_view name;
  bool is_on = false;
  std::string_view note;  // what it does, below the name
};
// What it needs at that width, at least 44.
[[nodiscard]] float toggle_switch_height(Ui& ui, float width, const SwitchSpec& spec);
// Words at the left, switch at the right. True when the person changed it.
bool toggle_switch(Ui& ui, const Rect& rect, const SwitchSpec& spec);

struct DoneMarkSpec {
  std::string_view key;
  std::string_view name;  // "Mark done"
  bool is_done = false;
};
// The round mark of a card (32 painted); `rect` is the painted circle.
bool done_mark(Ui& ui, const Rect& rect, const DoneMarkSpec& spec);

struct ChipSpec {
  std::string_view key;
  std::string_view name;
  bool is_selected = false;
};
[[nodiscard]] float chip_width(Ui& ui, const ChipSpec& spec);
// A filter that is on or off, 36 high.
bool chip(Ui& ui, const Rect& rect, const ChipSpec& spec);

}  // namespace rr::ui
