// Dialogs: a sheet from below on phones, a centred card elsewhere, over everything.
//
// A dialog is open for as long as it is drawn. Its title is its accessible name. Escape, the scrim
// and the close button ask to close; the caller decides. The page holds the focus inside and gives
// it back (web/mirror.js). A body that is too high scrolls.
#pragma once

#include <string_view>

#include "client/text/texts.h"
#include "client/ui/ui.h"
#include "client/ui/widgets.h"
#include "shared/base/function_ref.h"

namespace rr::ui {

struct DialogSpec {
  std::string_view key;
  std::string_view title;
  float width = 560;  // where it is centred
  // Whom it is about, beside the title; hue 0: nobody.
  std::string_view person = {};
  std::int64_t hue = 0;
  HeadingLevel level = HeadingLevel::h2;  // h1: the page's address names it
  // Except on phones without a head, and near the top: what is typed decides the height.
  bool is_search = false;
  // Except on phones it stands by this rectangle, as a small window over the page, without a head;
  // 0 wide: in the middle.
  Rect anchor = {};
};

// Draws the body into the column it is given and answers the height it used.
using BodyPainter = FunctionRef<float(const Rect& column)>;

enum class DialogWish : std::uint8_t { stay, close };
[[nodiscard]] DialogWish dialog(Ui& ui, const DialogSpec& spec, BodyPainter paint);

enum class Choice : std::uint8_t { none, confirm, cancel };

struct ConfirmSpec {
  std::string_view key;
  std::string_view title;
  std::string_view text;     // what will happen
  std::string_view confirm;  // the word on the button that does it
  std::string_view cancel = tr("Cancel");
  ButtonKind kind = ButtonKind::destructive;
  Availability availability = Availability::enabled;
  std::string_view error = {};  // why the last try failed
};
// Asks first. Cancel, Escape and the scrim answer `cancel`.
[[nodiscard]] Choice confirm_dialog(Ui& ui, const ConfirmSpec& spec);

struct FormButtonsSpec {
  std::string_view submit = tr("Save");
  std::string_view cancel = tr("Cancel");
  ButtonKind kind = ButtonKind::primary;
  Availability availability = Availability::enabled;  // of the submit button
};
inline constexpr float kFormButtonsHeight = 44;
// The last row of a form: side by side over the whole width on narrow columns, right-aligned
// elsewhere.
[[nodiscard]] Choice form_buttons(Ui& ui, float x, float y, float width,
                                  const FormButtonsSpec& spec);

// A message that stands alone, announced when it appears; answers its height (0 without words).
float error_message(Ui& ui, std::string_view key, float x, float y, float width,
                    std::string_view words);

}  // namespace rr::ui
