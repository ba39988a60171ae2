#include "client/ui/list.h"

#include <algorithm>
#include <vector>

#include "client/text/texts.h"

namespace rr::ui {
namespace {

// Looks depend on more than the row: width of the column, theme and language.
std::uint64_t look_version(const Ui& ui, const ListRow& row, float width) {
  const auto theme = static_cast<std::uint64_t>(ui.theme());
  return join_key(join_key(join_key(row.version, theme), text::version()),
                  static_cast<std::uint64_t>(width * 4));
}

struct Budget {
  std::size_t rest = ListState::kSlice;
  bool is_spent = false;
};

// Whether a row is emitted in this frame.
bool is_due(const Ui& ui, std::uint64_t key, const ListState::Known& known, std::uint64_t version,
            const Rect& rect, Budget& budget) {
  // A little before it comes into sight.
  if (ui.is_visible({rect.x, rect.y - 64, rect.width, rect.height + 128})) return true;
  if (ui.is_wanted(key)) return true;
  if (known.version == version && ui.has_island(key)) return false;
  if (budget.rest == 0) {
    budget.is_spent = true;
    return false;
  }
  --budget.rest;
  return true;
}

}  // namespace

float draw_list(Ui& ui, const ListSpec& spec, const Rect& column, std::span<const ListRow> rows,
                ListState& state, RowPainter paint) {
  const auto columns = static_cast<float>(spec.columns);
  const float width = (column.width - spec.gap * (columns - 1)) / columns;
  std::vector<float> bottoms(spec.columns, column.y);
  std::unordered_map<std::uint64_t, ListState::Known> seen;
  seen.reserve(rows.size());
  Budget budget;
  state.emitted_count = 0;
  const std::uint64_t list_key = ui.key(spec.key);
  float& list_height = ui.kept(list_key);
  Node& list = ui.open(Tag::list, list_key, {column.x, column.y, column.width, list_height});
  if (!spec.name.empty()) list.attributes.emplace_back(Attribute::label, spec.name);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto shortest = std::min_element(bottoms.begin(), bottoms.end());
    const auto side = static_cast<float>(shortest - bottoms.begin());
    const std::uint64_t key = join_key(ui.key("row"), rows[i].key);
    const auto found = state.known.find(rows[i].key);
    ListState::Known known = found == state.known.end() ? ListState::Known{} : found->second;
    const float height = known.height > 0 ? known.height : spec.guessed_height;
    const Rect rect{column.x + side * (width + spec.gap), *shortest, width, height};
    const std::uint64_t version = look_version(ui, rows[i], width);
    if (is_due(ui, key, known, version, rect, budget)) {
      ui.open_island(Tag::list_item, key, rect);
      known = {version, paint(i, rect)};
      ui.close_island(known.height);
      ++state.emitted_count;
    } else {
      ui.keep_island(Tag::list_item, key, rect);
    }
    *shortest += (known.height > 0 ? known.height : height) + spec.gap;
    seen.emplace(rows[i].key, known);
  }
  ui.close();
  state.known = std::move(seen);
  const float used =
      rows.empty() ? 0.0F : *std::max_element(bottoms.begin(), bottoms.end()) - spec.gap - column.y;
  if (budget.is_spent || used != list_height) platform::request_frame();
  list_height = used;
  return used;
}

}  // namespace rr::ui
