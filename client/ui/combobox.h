// A field that finds one of many options by any part of their names.
//
// The list opens with the first letter, an arrow key or the button in the field; Enter or a press
// takes an option, Escape closes it. What was typed without taking an option goes when the focus
// leaves, unless the caller takes free words.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/options.h"
#include "client/ui/widgets.h"
#include "shared/base/fill.h"

namespace rr::ui {

struct ComboboxSpec {
  FieldSpec field;  // name, error, placeholder
  std::span<const Option> options;
  std::optional<std::size_t> selected = {};
  std::string_view nothing = to_translate("Nothing here is called that.");
  // Typed words are taken as well, whatever the list has: a time, a new name. Enter then takes an
  // option only after arrow keys have reached it.
  bool is_free = false;
};

// What the caller keeps for it.
struct ComboboxState {
  std::string query;  // what stands in the field
  bool is_open = false;
  bool is_asked = false;  // letters were typed: only options with them are offered
  bool is_moved = false;  // arrow keys have reached an option
  std::size_t place = 0;  // among the offered ones
};

struct ComboboxResult {
  std::optional<std::size_t> chosen;  // in this frame
  bool is_changed = false;            // free words were typed
  bool is_entered = false;            // Enter, with no list open
};

// As high as field_height.
[[nodiscard]] ComboboxResult combobox(Ui& ui, const Rect& rect, const ComboboxSpec& spec,
                                      ComboboxState& state);

// Places of the options that have the query in their names, upper and lower case alike.
[[nodiscard]] std::vector<std::size_t> matching_options(std::span<const Option> options,
                                                        std::string_view query);

}  // namespace rr::ui
