// Fields beside the plain one-line field of widgets.h: long text, numbers, dates, lists.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "client/ui/widgets.h"

namespace rr::ui {

inline constexpr float kTextAreaHeight = 88;

[[nodiscard]] float text_area_height(Ui& ui, float width, const FieldSpec& spec,
                                     float box_height = kTextAreaHeight);
// Several lines; what does not fit scrolls inside.
FieldResult text_area(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft,
                      float box_height = kTextAreaHeight);

struct NumberSpec {
  FieldSpec field;
  std::int64_t minimum = 0;
  std::int64_t maximum = 100;
};
// A number between buttons "Decrease <name>" and "Increase <name>"; the draft may hold anything
// that was typed, the buttons keep it within the bounds. As high as field_height.
FieldResult number_field(Ui& ui, const Rect& rect, const NumberSpec& spec, std::string& draft);

// A calendar day as "2026-03-14", empty when none is chosen. The browser's own picker.
FieldResult date_field(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft);

struct SelectSpec {
  FieldSpec field;  // name, error, label, availability
  std::span<const std::string_view> options;
  std::size_t selected = 0;
};
// A list of which one is chosen: the browser's own. Answers the choice (the present one when the
// person changed nothing). As high as field_height.
[[nodiscard]] std::size_t select(Ui& ui, const Rect& rect, const SelectSpec& spec);

}  // namespace rr::ui
