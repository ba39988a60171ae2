// Marks that only show: badge, progress, roster bar, avatars in a row, skeleton, empty state.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "client/ui/pictures.h"
#include "client/ui/widgets.h"

namespace rr::ui {

enum class BadgeKind : std::uint8_t { neutral, info, warning, success, danger, accent };

struct BadgeSpec {
  std::string_view key;
  std::string_view text;
  BadgeKind kind = BadgeKind::neutral;
  std::string_view icon = {};
};
inline constexpr float kBadgeHeight = 24;
[[nodiscard]] float badge_width(Ui& ui, const BadgeSpec& spec);
// Its left upper corner is at x, y; answers its width.
float badge(Ui& ui, float x, float y, const BadgeSpec& spec);
// The same without a meaning of its own: inside a control whose name says it.
void paint_badge(Ui& ui, float x, float y, const BadgeSpec& spec);

struct IconMarkSpec {
  std::string_view key;
  std::string_view name;  // what it means
  std::string_view icon;
  Token token = Token::text_2;
};
// An icon that says something by itself: an image with a name.
void icon_mark(Ui& ui, const Rect& rect, const IconMarkSpec& spec);

// A key as it stands on a keyboard, 26 high, ending at `right`; answers its width.
float key_cap(Ui& ui, std::string_view words, float right, float y);

struct ProgressSpec {
  std::string_view key;
  std::string_view name;   // what progresses
  std::int64_t value = 0;  // 0 to `maximum`
  std::int64_t maximum = 100;
  Token token = Token::accent;
};
// A bar of the height of `rect` (8 in cards).
void progress_bar(Ui& ui, const Rect& rect, const ProgressSpec& spec);

struct ScoreRingSpec {
  std::string_view key;
  std::string_view name;    // what is scored
  std::string_view text;    // in the middle
  std::int64_t tenths = 0;  // of 1000
};
// A ring that is as full as the score, from the top clockwise.
void score_ring(Ui& ui, const Rect& rect, const ScoreRingSpec& spec);

struct Share {
  std::string_view name;
  std::int64_t hue = 1;
  std::int64_t amount = 0;
};
// The roster bar: segments in people's hues, as wide as their amounts. Decoration: put the numbers
// beside it as words.
void roster_bar(Ui& ui, const Rect& rect, std::span<const Share> shares);
// Avatars that overlap by 6 with a ring of `ground`; answers the width.
float avatar_stack(Ui& ui, float x, float y, float size, std::span<const Share> people,
                   Token ground = Token::surface);

// A grey bar where words will be; a light band passes over it.
void skeleton(Ui& ui, const Rect& rect, float radius = 8);

struct EmptyStateSpec {
  std::string_view key;
  Picture picture = Picture::broom;
  std::string_view title;
  std::string_view text;
  std::string_view action = {};  // the one obvious next step; empty: no button
  std::string_view action_icon = "plus";
};
struct EmptyStateResult {
  float height = 0;
  bool is_activated = false;
};
// Centred in the column, from its y on.
EmptyStateResult empty_state(Ui& ui, const Rect& column, const EmptyStateSpec& spec);

}  // namespace rr::ui
