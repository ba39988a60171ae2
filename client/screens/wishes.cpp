#include "client/screens/wishes.h"

#include <algorithm>
#include <array>

#include "client/screens/acting.h"
#include "client/screens/chores_view.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/ui/choices.h"
#include "client/ui/dialog.h"
#include "shared/commands/preferences.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

// In the order of PreferenceLevel.
constexpr std::array<std::string_view, 4> kLevels{"Never", "Dislike", "Neutral", "Like"};

void choose(Ui& ui, app::Session& session, WishesState& state, const SetPreference& wish) {
  const Status status = act(ui, session, make_command(wish));
  state.refused_chore = status ? Id{} : wish.chore_id;
  state.refusal = status ? "" : status.error().message;
}

float draw_wish(Ui& ui, app::Session& session, WishesState& state, const Chore& chore,
                const Rect& rect) {
  const Id own = own_roommate(session);
  const PreferenceLevel level = preference_of(session.household(), chore.id, own);
  const bool is_refused = state.refused_chore == chore.id;
  const std::string key = chore.id.to_string();
  ui.open(ui::Tag::list_item, ui.key(key), rect);
  ui::text_line(ui, {rect.x, rect.y, rect.width, 22}, chore.name, ui::type::body_strong,
                ui.colour(Token::text));
  float y = rect.y + 26;
  ui::SegmentsSpec spec{"level", chore.name, kLevels, static_cast<std::size_t>(level)};
  if (is_refused) spec.described_by = ui.key("refusal");
  const auto chosen = ui::segments(ui, {rect.x, y, rect.width, ui::kSegmentsHeight}, spec);
  y += ui::kSegmentsHeight;
  if (is_refused) {
    y += 6 + ui::error_message(ui, "refusal", rect.x, y + 6, rect.width, state.refusal);
  }
  ui.close();
  if (chosen != spec.selected) {
    choose(ui, session, state, {chore.id, own, static_cast<PreferenceLevel>(chosen)});
  }
  return y + 14 - rect.y;
}

}  // namespace

void draw_wishes(Ui& ui, app::Session& session, WishesState& state) {
  if (!state.is_open) return;
  const ChoresView view = make_chores_view(session.household());
  const ui::DialogSpec spec{"wishes", "My preferences"};
  const ui::DialogWish wish = ui::dialog(ui, spec, [&](const Rect& column) {
    const auto most = static_cast<std::int64_t>(view.cards.size() / 3);
    const std::string words =
        "Among divisions that are equally fair, the one that suits people better wins. Everybody "
        "in the household sees likes, dislikes and what somebody never does. Never works for at "
        "most a third of the chores: " +
        count_words(most, "chore", "chores") + " now.";
    float y = column.y;
    y += ui::paragraph(ui, "about", column.x, y, column.width, words, ui::type::body) + 20;
    ui.open(ui::Tag::list, ui.key("chores"), {column.x, y, column.width, 0});
    for (const ChoreCard& card : view.cards) {
      y += draw_wish(ui, session, state, *card.chore, {column.x, y, column.width, 0});
    }
    ui.close();
    return y - column.y;
  });
  if (wish == ui::DialogWish::close) state = WishesState{};
}

}  // namespace rr::screens
