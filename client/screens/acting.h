// How screens change data: one call that issues a command, answers the refusal, and offers undo.
#pragma once

#include <string>
#include <string_view>

#include "client/app/session.h"
#include "client/ui/ui.h"

namespace rr::screens {

// What a person hears about it: nothing, the words alone, or the words with "Undo" where the
// command can be undone exactly.
struct Notice {
  std::string words = {};
  std::string icon = "circle-check";
};

// What a household's command would be answered, without doing it. `attempt` holds what earlier ones
// would have done.
[[nodiscard]] Status try_out(const app::Session& session, const Result<Command>& command);
[[nodiscard]] Status try_out(const app::Session& session, const Result<Command>& command,
                             Transaction& attempt);

// Issues the command. On success an earlier toast goes (its undo would no longer be the last
// change) and the notice is shown. The refusal is the caller's: it belongs to a field.
[[nodiscard]] Status act(ui::Ui& ui, app::Session& session, const Result<Command>& command,
                         const Notice& notice = {});

// The same where no field is at fault: a refusal becomes a toast.
void act_or_tell(ui::Ui& ui, app::Session& session, const Result<Command>& command,
                 const Notice& notice = {});

// The sentence with the field's label in place of its inner name: "Chore Name is required."
[[nodiscard]] std::string refusal_words(const Error& error, std::string_view label);

}  // namespace rr::screens
