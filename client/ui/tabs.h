// Views inside a screen, of which one shows: a row of tabs and the panel below it.
//
// One tab is a stop for the keyboard; arrow keys, Home and End choose among them. What is drawn
// between open_tab_panel and ui.close() belongs to the selected tab.
#pragma once

#include <span>
#include <string_view>

#include "client/ui/widgets.h"

namespace rr::ui {

struct TabsSpec {
  std::string_view key;
  std::string_view name;  // of the whole row
  std::span<const std::string_view> options;
  std::size_t selected = 0;
};
inline constexpr float kTabsHeight = 44;

// Answers the tab that is selected from now on. Words that do not fit are cut.
[[nodiscard]] std::size_t tabs(Ui& ui, const Rect& rect, const TabsSpec& spec);
// `spec` as given to tabs(), under the same parent.
void open_tab_panel(Ui& ui, const Rect& rect, const TabsSpec& spec);

}  // namespace rr::ui
