// How saving stands, always visible: the state line, the list of changes that could not be applied,
// and the notice of a new program version.
#pragma once

#include <string_view>

#include "client/app/session.h"
#include "client/ui/paint.h"
#include "client/ui/ui.h"

namespace rr::app {

struct StateLineState {
  bool is_list_open = false;
};

// What its words need, in units.
[[nodiscard]] float state_line_width(ui::Ui& ui, const Session& session);
// One line at the start of `rect`; with refused changes a button that opens their list.
void draw_state_line(ui::Ui& ui, Session& session, StateLineState& state, const ui::Rect& rect);

struct NoticeSpec {
  std::string_view key;
  std::string_view words;
  std::string_view icon;
  std::string_view action;  // the button's name
  std::string_view action_icon = {};
};
inline constexpr float kNoticeHeight = 64;
// A line or two with a button, over the content, kNoticeHeight high. True when the button was
// pressed.
[[nodiscard]] bool draw_notice(ui::Ui& ui, const ui::Rect& rect, const NoticeSpec& spec);

// "Update ready" with "Reload", over the content. Answers the height used (0 when none waits).
float draw_update_notice(ui::Ui& ui, Session& session, const ui::Rect& rect);

}  // namespace rr::app
