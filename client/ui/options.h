// A list of options under a field that keeps the focus while arrow keys move in the list: what the
// command palette and comboboxes offer.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "client/ui/ui.h"

namespace rr::ui {

struct Option {
  std::string_view name;
  std::string_view group = {};  // neighbours of one group stand under its caption
  std::string_view note = {};   // at the right: what it is
  std::string_view icon = {};
  std::int64_t hue = 0;  // 1-8: a person's avatar instead of the icon
};

struct OptionsSpec {
  std::uint64_t key = 0;  // of the list: FieldSpec::list of its field
  std::string_view name;
  std::span<const Option> options;
  std::size_t chosen = 0;  // the one that Enter takes
};

struct OptionsResult {
  float height = 0;
  std::optional<std::size_t> pressed;
};

inline constexpr float kOptionHeight = 48;

// The key of an option: FieldSpec::chosen_option of the field.
[[nodiscard]] std::uint64_t option_key(std::uint64_t list, std::size_t place);
[[nodiscard]] float options_height(std::span<const Option> options);
// From the upper left corner of `rect` on, as wide as it.
[[nodiscard]] OptionsResult draw_options(Ui& ui, const Rect& rect, const OptionsSpec& spec);
// Where arrow keys lead from `place`, round the list; 0 when there is nothing.
[[nodiscard]] std::size_t move_in_options(const Ui& ui, std::size_t place, std::size_t count);

}  // namespace rr::ui
