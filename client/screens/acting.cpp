#include "client/screens/acting.h"

#include "client/text/texts.h"
#include "client/ui/toast.h"
#include "shared/store/overlay.h"

namespace rr::screens {

namespace {

Context context_of(const app::Session& session) {
  Context context;
  context.person = session.person_id();
  context.scope = session.household_id();
  context.meant_at = context.now = session.now();
  context.time_zones = session.time_zones();
  return context;
}

// Judged on the rows as they are before the command, as the session itself does.
bool has_inverse(const app::Session& session, const Command& command) {
  if (command.info->inverse == nullptr) return false;
  return command.info->inverse(session.household(), context_of(session), command.arguments.get())
      .has_value();
}

}  // namespace

Status try_out(const app::Session& session, const Result<Command>& command) {
  Overlay attempt(session.household());
  return try_out(session, command, attempt);
}

Status try_out(const app::Session& session, const Result<Command>& command, Transaction& attempt) {
  if (!command) return command.error();
  return run_command(attempt, context_of(session), *command);
}

Status act(ui::Ui& ui, app::Session& session, const Result<Command>& command,
           const Notice& notice) {
  if (!command) return command.error();
  const bool can_undo = has_inverse(session, *command);
  if (Status status = session.issue(*command); !status) return status;
  ui.toasts().clear();
  if (notice.words.empty()) return success();
  ui::Toast toast;
  toast.words = notice.words;
  toast.icon = notice.icon;
  if (can_undo) {
    toast.action = tr("Undo");
    toast.act = [&session] { session.undo(); };
  }
  ui::show_toast(ui, std::move(toast));
  return success();
}

void act_or_tell(ui::Ui& ui, app::Session& session, const Result<Command>& command,
                 const Notice& notice) {
  const Status status = act(ui, session, command, notice);
  if (status) return;
  ui.toasts().clear();
  ui::show_error(ui, tr_sentence(status.error().message));
}

std::string refusal_words(const Error& error, std::string_view label) {
  const bool names_field = !error.field.empty() && error.message.starts_with(error.field);
  if (!names_field) return tr_sentence(error.message);
  return tr_sentence(std::string(label) + error.message.substr(error.field.size()));
}

}  // namespace rr::screens
