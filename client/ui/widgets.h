// Controls and texts: each draws itself and tells the page what it is.
//
// Rects are where the control is painted; targets smaller than 44 px grow evenly. `name` is the
// accessible name and, where the control shows words, the words. `key` is a name that is unique
// under the present parent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "client/ui/paint.h"
#include "client/ui/ui.h"

namespace rr::ui {

// ---- text ------------------------------------------------------------------------------------

enum class HeadingLevel : std::uint8_t { h1, h2, h3 };

Node& heading(Ui& ui, std::string_view key, const Rect& rect, std::string_view text,
              const TypeStyle& style, HeadingLevel level, Token token = Token::text);
// A heading that wraps; answers its height.
float wrapped_heading(Ui& ui, std::string_view key, float x, float y, float width,
                      std::string_view text, const TypeStyle& style, HeadingLevel level);
// One line of selectable text.
void label(Ui& ui, std::string_view key, const Rect& rect, std::string_view text,
           const TypeStyle& style, Token token = Token::text, Align align = Align::start);
// The same in letters that are smaller where the place is narrow (fitted, paint.h).
void fitted_label(Ui& ui, std::string_view key, const Rect& rect, std::string_view text,
                  const TypeStyle& style, Token token, Align align = Align::start);
// Wrapped selectable text; answers its height.
float paragraph(Ui& ui, std::string_view key, float x, float y, float width, std::string_view text,
                const TypeStyle& style, Token token = Token::text_2, Align align = Align::start);

// ---- controls --------------------------------------------------------------------------------

enum class ButtonKind : std::uint8_t {
  primary,
  secondary,
  soft,
  quiet,
  plain,
  destructive,
  destructive_quiet
};
// inline_text: an icon of 16 and words in a line of text, without padding.
enum class ButtonSize : std::uint8_t { regular, small, inline_text };
enum class Availability : std::uint8_t { enabled, disabled, busy };

struct ButtonSpec {
  std::string_view key;
  std::string_view name;
  std::string_view icon = {};  // left of the words
  ButtonKind kind = ButtonKind::secondary;
  ButtonSize size = ButtonSize::regular;
  Availability availability = Availability::enabled;
};

[[nodiscard]] float button_width(Ui& ui, const ButtonSpec& spec);
// True in the frame in which it was activated.
bool button(Ui& ui, const Rect& rect, const ButtonSpec& spec);

// What a button opens, for assistive technology.
enum class Popup : std::uint8_t { none, closed, open };

struct IconButtonSpec {
  std::string_view key;
  std::string_view name;
  std::string_view icon;
  Token token = Token::text_2;
  Popup popup = Popup::none;
  bool is_grip = false;  // dragging it moves something (drag.h)
};
// Its name shows beside it as a tooltip.
bool icon_button(Ui& ui, const Rect& rect, const IconButtonSpec& spec);

struct NavLinkSpec {
  std::string_view key;
  std::string_view name;
  std::string_view icon;
  std::string_view href;
  bool is_current = false;
  LayoutClass layout = LayoutClass::desktop;
  Token current_ground = Token::raised;  // of a row; raised lies on a card of its own
};
// A place in the navigation: row on desktops, icon over label elsewhere.
bool nav_link(Ui& ui, const Rect& rect, const NavLinkSpec& spec);
// Only the paint of a place in the bar (icon over label, on two lines where it must).
void paint_bar_item(Ui& ui, const Rect& rect, const NavLinkSpec& spec, const Interaction& state);

struct CheckboxSpec {
  std::string_view key;
  std::string_view name;
  bool is_checked = false;
  Token tick_ground = Token::accent;
};
// At least 44; more where the words need several lines at that width.
[[nodiscard]] float checkbox_height(Ui& ui, float width, const CheckboxSpec& spec);
// True when the person changed it; the caller changes the model.
bool checkbox(Ui& ui, const Rect& rect, const CheckboxSpec& spec);

// ---- fields ----------------------------------------------------------------------------------

// What is typed, for phone keyboards and spelling: a sentence, a whole number, somebody's or
// something's name, a code, words to find something by.
enum class FieldKind : std::uint8_t { text, number, name, code, search };
// Hidden: the name is there for assistive technology only.
enum class LabelPlace : std::uint8_t { above, hidden };

struct FieldSpec {
  std::string_view key;
  std::string_view name;  // label above the box
  std::string_view placeholder = {};
  std::string_view error = {};  // message under the box, tied to the field
  FieldKind kind = FieldKind::text;
  std::string_view autocomplete = "off";
  std::string_view enter_hint = "done";
  std::size_t maximum_length = 0;  // 0: no limit shown to the browser
  LabelPlace label = LabelPlace::above;
  Availability availability = Availability::enabled;
  // Keys of the list that arrow keys move in while the field keeps the focus, and of its chosen
  // option; 0: no such list. The arrow keys reach the program.
  std::uint64_t list = 0;
  std::uint64_t chosen_option = 0;
  Popup list_state = Popup::open;  // closed: the list comes with the first letter or arrow key
  float padding_right = 0;         // room for a button in the box, besides the usual padding
  float message_width = 0;         // where the message may be wider than the box
};

inline constexpr float kFieldLabelHeight = 24;
inline constexpr float kFieldBoxHeight = 44;

struct FieldResult {
  bool is_changed = false;
  bool is_entered = false;  // Enter was pressed in it
};

// In a rect of this width; a message takes as many lines as it needs.
[[nodiscard]] float field_height(Ui& ui, float width, const FieldSpec& spec);
// `draft` belongs to the screen and holds what was typed until it is saved or discarded.
FieldResult text_field(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft);
// Puts the focus into the field of that key under the present parent.
void focus_field(Ui& ui, std::string_view key);

}  // namespace rr::ui
