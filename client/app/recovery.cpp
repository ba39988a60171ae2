#include "client/app/recovery.h"

#include <algorithm>

#include "client/app/state_line.h"
#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/toast.h"

namespace rr::app {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

// It is to be written down, so no letter of it may be cut.
float draw_code_box(Ui& ui, const Rect& column, const std::string& code) {
  const float width = column.width - 24;
  const auto lines = ui::wrap_text(ui, code, ui::type::body_strong, width);
  const float height = 40 + static_cast<float>(lines.size()) * ui::type::body_strong.line_height;
  ui::fill(ui, {column.x, column.y, column.width, height}, ui.colour(Token::sunken), 12);
  ui::paragraph(ui, "code", column.x + 12, column.y + 20, width, code, ui::type::body_strong,
                Token::text, ui::Align::centre);
  return height;
}

void draw_code(Ui& ui, Session& session, RecoveryState& state) {
  Account& account = session.account();
  bool is_kept = false;
  const ui::DialogWish wish =
      ui::dialog(ui, {"recovery-code", tr("Recovery code")}, [&](const Rect& column) {
        float y = column.y;
        y += ui::paragraph(
                 ui, "why", column.x, y, column.width,
                 tr("It lets you back in when every device of yours is lost. Write it down "
                    "or keep it in a password manager: it is shown only now."),
                 ui::type::body) +
             16;
        y += draw_code_box(ui, {column.x, y, column.width, 0}, account.recovery_code()) + 20;
        const ui::ButtonSpec copy{"copy", tr("Copy code"), "copy"};
        const ui::ButtonSpec kept{"kept", tr("I have kept it"), "check", ui::ButtonKind::primary};
        const float half = (column.width - 12) / 2;
        const bool is_stacked =
            std::max(ui::button_width(ui, copy), ui::button_width(ui, kept)) > half;
        const float width = is_stacked ? column.width : half;
        if (ui::button(ui, {column.x, y, width, 44}, copy)) {
          platform::copy_text(account.recovery_code());
          ui::show_toast(ui, {tr("Code copied")});
        }
        if (is_stacked) y += 56;
        is_kept = ui::button(ui, {column.right() - width, y, width, 44}, kept);
        return y + 44 - column.y;
      });
  if (is_kept) account.forget_recovery_code();
  if (is_kept || wish == ui::DialogWish::close) state.is_code_shown = false;
}

}  // namespace

float draw_recovery_notice(Ui& ui, Session& session, RecoveryState& state, const Rect& rect) {
  if (session.account().recovery_code().empty()) return 0;
  const bool is_narrow = rect.width < 440;
  const NoticeSpec spec{"recovery", is_narrow ? tr("Recovery code") : tr("Keep your recovery code"),
                        "key-round", tr("Show code")};
  if (draw_notice(ui, rect, spec)) state.is_code_shown = true;
  if (state.is_code_shown) draw_code(ui, session, state);
  return kNoticeHeight;
}

}  // namespace rr::app
