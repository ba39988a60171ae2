// Long lists of cards or rows: every row is in the page, also those scrolled away, but only the
// rows that show are drawn.
//
// A row is emitted when it shows, when its version, the width or the theme changed, and when
// somebody used it. New and changed rows that do not show are emitted in slices, so that 500 of
// them do not hold up a frame. All others cost one node (ui.h: islands).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

#include "client/ui/ui.h"
#include "shared/base/function_ref.h"

namespace rr::ui {

struct ListRow {
  std::uint64_t key = 0;      // stands for the row's id
  std::uint64_t version = 0;  // changes with whatever the row shows
};

struct ListSpec {
  std::string_view key;
  std::string_view name = {};  // accessible name of the list
  std::size_t columns = 1;     // each row goes under the shortest column
  float gap = 12;
  float guessed_height = 72;  // of rows that were never drawn
};

// What a list remembers from frame to frame; belongs to the screen.
struct ListState {
  static constexpr std::size_t kSlice = 16;  // rows out of sight that one frame emits

  struct Known {
    std::uint64_t version = 0;
    float height = 0;
  };
  std::unordered_map<std::uint64_t, Known> known;
  std::size_t emitted_count = 0;  // rows emitted in the last frame
};

// Draws row `index` from x, y on, `width` wide, and answers its height.
using RowPainter = FunctionRef<float(std::size_t index, const Rect& rect)>;

// From `column.y` on; answers the height used.
float draw_list(Ui& ui, const ListSpec& spec, const Rect& column, std::span<const ListRow> rows,
                ListState& state, RowPainter paint);

// Folds another value into a version.
[[nodiscard]] inline std::uint64_t add_to_version(std::uint64_t version, std::string_view text) {
  return join_key(version, text);
}
[[nodiscard]] inline std::uint64_t add_to_version(std::uint64_t version, std::int64_t number) {
  return join_key(version, static_cast<std::uint64_t>(number));
}

}  // namespace rr::ui
