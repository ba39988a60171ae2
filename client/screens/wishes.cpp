#include "client/screens/wishes.h"

#include <array>

#include "client/screens/acting.h"
#include "client/screens/chores_view.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/choices.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/text.h"
#include "shared/commands/effort_votes.h"
#include "shared/commands/preferences.h"
#include "shared/domain/cycle_time.h"
#include "shared/domain/ratings.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kRoomy = 440;  // from here on the effort stands beside the chore's name
constexpr float kEffortWidth = 148;

// In the order of PreferenceLevel.
constexpr std::array<std::string_view, 4> kLevels{to_translate("Never"), to_translate("Dislike"),
                                                  to_translate("Neutral"), to_translate("Like")};

struct Wisher {
  Id roommate_id;
  bool needs_reasons = false;
};

void choose(Ui& ui, app::Session& session, WishesState& state, const SetPreference& wish) {
  const Status status = act(ui, session, make_command(wish));
  state.refused_chore = status ? Id{} : wish.chore_id;
  state.refusal = status ? "" : tr_sentence(status.error().message);
  const Id& household = session.household_id();
  // A reason is kept for as long as there is something that it explains.
  const bool is_idle = wish.level == PreferenceLevel::never ||
                       !session.person().find<VetoReason>(veto_reason_id(household, wish.chore_id));
  if (status && !is_idle) {
    act_or_tell(ui, session, make_command(SetVetoReason{household, wish.chore_id, std::nullopt}));
  }
}

// The veto first: where it is refused there is nothing to explain.
void save_reason(Ui& ui, app::Session& session, WishesState& state, const Wisher& wisher) {
  const SetVetoReason arguments{session.household_id(), state.asked_chore,
                                std::string(trim(state.reason))};
  const Result<Command> reason = make_command(arguments);
  if (!reason) {
    state.reason_error = refusal_words(reason.error(), tr("Reason"));
    return;
  }
  const Status status = act(ui, session,
                            make_command(SetPreference{state.asked_chore, wisher.roommate_id,
                                                       PreferenceLevel::never, true}));
  if (!status) {
    state.reason_error = tr_sentence(status.error().message);
    return;
  }
  act_or_tell(ui, session, reason);
  state.asked_chore = Id{};
  state.reason.clear();
}

// The field for a reason with its buttons; answers the height used.
float draw_question(Ui& ui, app::Session& session, WishesState& state, const Wisher& wisher,
                    const Rect& rect) {
  ui::FieldSpec field;
  field.key = "reason";
  field.name = tr("Reason");
  field.placeholder = tr("An allergy, for example");
  field.error = state.reason_error;
  float y = rect.y +
            ui::paragraph(ui, "why", rect.x, rect.y, rect.width,
                          tr("This household asks for a reason. Only you can read it; the "
                             "others see that there is one."),
                          ui::type::caption) +
            8;
  const auto typed = ui::text_field(ui, {rect.x, y, rect.width, 0}, field, state.reason);
  if (typed.is_changed) state.reason_error.clear();
  y += ui::field_height(ui, rect.width, field) + 12;
  ui::Choice choice = ui::form_buttons(ui, rect.x, y, rect.width, {});
  if (typed.is_entered) choice = ui::Choice::confirm;
  if (choice == ui::Choice::confirm) save_reason(ui, session, state, wisher);
  if (choice == ui::Choice::cancel) state.asked_chore = Id{};
  return y + ui::kFormButtonsHeight - rect.y;
}

// What belongs to "Never" below the choice; answers the height used.
float draw_reason(Ui& ui, app::Session& session, WishesState& state, const Wisher& wisher,
                  const Id& chore, const Rect& rect) {
  if (state.asked_chore == chore) {
    return 10 + draw_question(ui, session, state, wisher,
                              {rect.x, rect.y + 10, rect.width, rect.height});
  }
  const auto kept =
      session.person().find<VetoReason>(veto_reason_id(session.household_id(), chore));
  if (!kept) return 0;
  const std::string words = tr("Only you see why: {reason}", {{"reason", kept->reason}});
  return 6 + ui::paragraph(ui, "kept", rect.x, rect.y + 6, rect.width, words, ui::type::caption);
}

float draw_level(Ui& ui, app::Session& session, WishesState& state, const Wisher& wisher,
                 const Chore& chore, const Rect& rect) {
  const PreferenceLevel level = preference_of(session.household(), chore.id, wisher.roommate_id);
  const bool is_refused = state.refused_chore == chore.id;
  const std::array<std::string_view, 4> levels{tr(kLevels[0]), tr(kLevels[1]), tr(kLevels[2]),
                                               tr(kLevels[3])};
  ui::SegmentsSpec spec{"level", chore.name, levels, static_cast<std::size_t>(level)};
  if (is_refused) spec.described_by = ui.key("refusal");
  const auto chosen = ui::segments(ui, {rect.x, rect.y, rect.width, ui::kSegmentsHeight}, spec);
  float y = rect.y + ui::kSegmentsHeight;
  if (is_refused) {
    y += 6 + ui::error_message(ui, "refusal", rect.x, y + 6, rect.width, state.refusal);
  }
  y += draw_reason(ui, session, state, wisher, chore.id, {rect.x, y, rect.width, 0});
  if (chosen == spec.selected) return y - rect.y;
  const auto wanted = static_cast<PreferenceLevel>(chosen);
  state.reason.clear();
  state.reason_error.clear();
  state.asked_chore = Id{};
  if (wanted == PreferenceLevel::never && wisher.needs_reasons) {
    state.asked_chore = chore.id;
    state.refused_chore = Id{};
  } else {
    choose(ui, session, state, {chore.id, wisher.roommate_id, wanted});
  }
  return y - rect.y;
}

void take_effort(Ui& ui, app::Session& session, const Wisher& wisher, EffortDraft& draft) {
  draft.error.clear();
  SetEffortVote vote{draft.chore_id, wisher.roommate_id, std::nullopt};
  if (!trim(draft.text).empty()) {
    const Result<std::int64_t> points = parse_whole_number(draft.text, 1, 20, "");
    if (!points) {
      draft.error = tr("From 1 to 20.");  // all that fits below so narrow a field
      return;
    }
    vote.points = *points;
  }
  const Status status = act(ui, session, make_command(vote));
  if (!status) draft.error = tr_sentence(status.error().message);
}

// From 1 to 20, the chore's points until something else is said; answers the height used.
float draw_effort(Ui& ui, app::Session& session, WishesState& state, const Wisher& wisher,
                  const Chore& chore, const Rect& rect) {
  EffortDraft* draft = nullptr;
  for (EffortDraft& each : state.efforts) {
    if (each.chore_id == chore.id) draft = &each;
  }
  const auto vote = effort_vote_of(session.household(), chore.id, wisher.roommate_id);
  std::string text = draft != nullptr ? draft->text : std::to_string(vote.value_or(chore.points));
  const std::string name = tr("Effort of {name}", {{"name", chore.name}});
  ui::NumberSpec spec;
  spec.field.key = "effort";
  spec.field.name = name;
  spec.field.label = ui::LabelPlace::hidden;
  if (draft != nullptr) spec.field.error = draft->error;
  spec.minimum = 1;
  spec.maximum = 20;
  const std::string_view words = vote ? tr("Effort for you") : tr("Effort, as its points");
  const float room = rect.width - kEffortWidth - 12;
  ui::fitted_label(ui, "effort-words", {rect.x, rect.y, room, 44}, words, ui::type::caption,
                   Token::text_2, ui::Align::end);
  const Rect place{rect.right() - kEffortWidth, rect.y, kEffortWidth, 0};
  const float height = ui::field_height(ui, kEffortWidth, spec.field);
  if (!ui::number_field(ui, place, spec, text).is_changed) return height;
  if (draft == nullptr) draft = &state.efforts.emplace_back();
  draft->chore_id = chore.id;
  draft->text = std::move(text);
  take_effort(ui, session, wisher, *draft);
  return height;
}

float draw_wish(Ui& ui, app::Session& session, WishesState& state, const Wisher& wisher,
                const Chore& chore, const Rect& rect) {
  const std::string key = chore.id.to_string();
  ui.open(ui::Tag::list_item, ui.key(key), rect);
  const bool is_roomy = rect.width >= kRoomy;
  const float name_width = is_roomy ? rect.width - kEffortWidth - 156 : rect.width;
  const float line = is_roomy ? 44.0F : 22.0F;
  ui::text_line(ui, {rect.x, rect.y, name_width, line}, chore.name, ui::type::body_strong,
                ui.colour(Token::text));
  float y = rect.y + (is_roomy ? 0.0F : 26.0F);
  const auto row = [&](float left) { return Rect{rect.x + left, y, rect.width - left, 0}; };
  if (is_roomy) y += draw_effort(ui, session, state, wisher, chore, row(name_width)) + 6;
  y += draw_level(ui, session, state, wisher, chore, row(0));
  if (!is_roomy) {
    y += 6;
    y += draw_effort(ui, session, state, wisher, chore, row(0));
  }
  ui.close();
  return y + 20 - rect.y;
}

std::string about_words(std::size_t chore_count, bool divides_by_ratings) {
  const auto most = static_cast<std::int64_t>(chore_count / 3);
  std::string words =
      tr("Among divisions that are equally fair, the one that suits people better wins. Everybody "
         "in the household sees likes, dislikes and what somebody never does.");
  words += " " + tr_count(most, "Never works for at most a third of the chores: {n} chore now.",
                          "Never works for at most a third of the chores: {n} chores now.");
  words += " ";
  words += divides_by_ratings
               ? tr("Effort is how heavy a chore is for you, from 1 to 20. Random chores are "
                    "divided by these ratings of everybody.")
               : tr("Effort is how heavy a chore is for you, from 1 to 20. The middle of all "
                    "ratings is suggested as its points.");
  return words;
}

}  // namespace

void draw_wishes(Ui& ui, app::Session& session, WishesState& state) {
  if (!state.is_open) return;
  const ChoresView view = make_chores_view(session.household());
  Wisher wisher{own_roommate(session)};
  bool divides_by_ratings = false;
  if (const auto household = household_of(session.household())) {
    wisher.needs_reasons = household->needs_veto_reasons;
    divides_by_ratings = household->division_method == DivisionMethod::own_ratings;
  }
  const ui::DialogSpec spec{"wishes", tr("My preferences")};
  const ui::DialogWish wish = ui::dialog(ui, spec, [&](const Rect& column) {
    float y = column.y;
    y += ui::paragraph(ui, "about", column.x, y, column.width,
                       about_words(view.cards.size(), divides_by_ratings), ui::type::body) +
         20;
    ui.open(ui::Tag::list, ui.key("chores"), {column.x, y, column.width, 0});
    for (const ChoreCard& card : view.cards) {
      y += draw_wish(ui, session, state, wisher, *card.chore, {column.x, y, column.width, 0});
    }
    ui.close();
    return y - column.y;
  });
  if (wish == ui::DialogWish::close) state = WishesState{};
}

}  // namespace rr::screens
