#include "client/screens/gate_forms.h"

#include <algorithm>

#include "client/screens/acting.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
#include "client/ui/choices.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/widgets.h"
#include "shared/base/text.h"

namespace rr::screens {
namespace {

using app::Job;
using app::JobState;
using app::JobStatus;
using ui::Rect;
using ui::Ui;

constexpr std::size_t kInvitationLetters = 26;
constexpr std::size_t kDeviceCodeLetters = 10;
constexpr float kGap = 16;

// The refusal in the label's words, when it is about one of the two inner names of a field.
std::string error_about(const JobStatus& status, std::string_view label, std::string_view name,
                        std::string_view other = {}) {
  if (status.state != JobState::failed || status.error.field.empty()) return {};
  const bool is_about = status.error.field == name || status.error.field == other;
  return is_about ? refusal_words(status.error, label) : std::string();
}

// The refusal, when no field of the form shows it.
std::string error_elsewhere(const JobStatus& status,
                            std::initializer_list<std::string_view> shown) {
  if (status.state != JobState::failed) return {};
  const bool is_shown = std::any_of(shown.begin(), shown.end(), [&](std::string_view name) {
    return status.error.field == name;
  });
  return is_shown ? std::string() : tr_sentence(status.error.message);
}

// Draws a field at `y` and moves `y` below it.
ui::FieldResult form_field(Ui& ui, const Rect& column, float& y, const ui::FieldSpec& spec,
                           std::string& draft) {
  const float height = ui::field_height(ui, column.width, spec);
  const auto result = ui::text_field(ui, {column.x, y, column.width, height}, spec, draft);
  y += height + kGap;
  return result;
}

void form_error(Ui& ui, const Rect& column, float& y, std::string_view words) {
  const float height = ui::error_message(ui, "error", column.x, y, column.width, words);
  if (height > 0) y += height + kGap;
}

// As the server reads a code: without case, spaces and dashes.
std::size_t count_letters(std::string_view code) {
  return static_cast<std::size_t>(
      std::count_if(code.begin(), code.end(), [](char c) { return c != ' ' && c != '-'; }));
}

// What is wrong with a code before any server is asked; empty: nothing.
std::string fault_of_code(std::string_view code) {
  const bool is_legible = std::all_of(code.begin(), code.end(), [](char c) {
    return c == ' ' || c == '-' || (c >= '0' && c <= '9') ||
           ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  });
  if (!is_legible) return tr("Invitation code may have only letters, digits, spaces and dashes.");
  const std::size_t letters = count_letters(code);
  if (letters == 0) return tr("Invitation code is required.");
  if (letters == kInvitationLetters || letters == kDeviceCodeLetters) return {};
  return tr("Invitation code has {long} letters, or {short} for another device; this has {count}.",
            {{"long", std::to_string(kInvitationLetters)},
             {"short", std::to_string(kDeviceCodeLetters)},
             {"count", std::to_string(letters)}});
}

void close_form(app::Session& session, GateState& state) {
  state.form = GateForm::none;
  state.is_start_tried = false;
  state.code_error.clear();
  for (const Job job : {Job::start_household, Job::preview_join, Job::join, Job::recover}) {
    if (session.account().status(job).state != JobState::busy) session.account().clear(job);
  }
}

// Both names at once: a server would name the first that it misses.
std::string missing_name(const GateState& state, std::string_view label, std::string_view draft) {
  const bool is_missing = state.is_start_tried && trim(draft).empty();
  return is_missing ? tr("{name} is required.", {{"name", label}}) : std::string();
}

void start(app::Session& session, GateState& state) {
  state.is_start_tried = true;
  if (trim(state.household_name).empty() || trim(state.person_name).empty()) return;
  session.account().start_household({state.household_name, state.person_name,
                                     state.form == GateForm::start
                                         ? app::HouseholdPlace::synced
                                         : app::HouseholdPlace::this_device_only});
}

// ---- joining -----------------------------------------------------------------------------------

struct JoinView {
  JobStatus preview;
  JobStatus join;
  JobStatus recover;

  [[nodiscard]] bool is_busy() const {
    return join.state == JobState::busy || recover.state == JobState::busy;
  }
  [[nodiscard]] bool is_ready() const { return preview.state == JobState::done; }
};

JoinView view_of(app::Session& session) {
  const app::Account& account = session.account();
  return {account.status(Job::preview_join), account.status(Job::join),
          account.status(Job::recover)};
}

// An unknown invitation may still be a code for a further device: said only after it was tried.
std::string code_error(const JoinView& view, const GateState& state) {
  if (!state.code_error.empty()) return state.code_error;
  if (view.recover.state == JobState::failed) return tr_sentence(view.recover.error.message);
  auto words = error_about(view.join, tr("Invitation code"), "code");
  if (!words.empty()) return words;
  const bool is_unknown = view.preview.error.code == "unknown_code";
  return is_unknown ? std::string() : std::string(failure_of(view.preview));
}

// Asks for the household of a code as soon as the code is whole.
void preview_when_whole(app::Session& session, GateState& state) {
  const bool is_whole = count_letters(state.code) == kInvitationLetters;
  if (!is_whole || state.previewed_code == state.code) return;
  state.previewed_code = state.code;
  state.roommate = Id{};
  session.account().clear(Job::recover);
  session.account().preview_join(state.code);
  platform::request_frame();
}

// Who I am in that household: somebody nobody is linked to yet, or new.
float draw_roommates(Ui& ui, const app::JoinPreview& preview, GateState& state,
                     const Rect& column) {
  const auto count = static_cast<float>(preview.roommates.size() + 1);
  const Rect place{column.x, column.y, column.width, count * 56};
  ui::open_radio_group(ui, "who", place, tr("Who are you?"));
  float y = place.y;
  std::int64_t hue = 1;
  for (const app::FreeRoommate& roommate : preview.roommates) {
    ui::RadioSpec spec;
    const std::string key = roommate.id.to_string();
    spec.key = key;
    spec.group = "who";
    spec.name = roommate.name;
    spec.hue = hue++ % 8 + 1;
    spec.is_selected = state.roommate == roommate.id;
    if (ui::radio_row(ui, {column.x, y, column.width, 52}, spec)) state.roommate = roommate.id;
    y += 56;
  }
  ui::RadioSpec fresh;
  fresh.key = "new";
  fresh.group = "who";
  fresh.name = tr("I am new here");
  fresh.is_selected = state.roommate.is_nil();
  if (ui::radio_row(ui, {column.x, y, column.width, 52}, fresh)) state.roommate = Id{};
  ui.close();
  return place.height;
}

void join(app::Session& session, GateState& state, const JoinView& view) {
  app::Account& account = session.account();
  if (view.is_ready()) {
    account.join({state.code, state.roommate, state.person_name});
    return;
  }
  state.code_error = fault_of_code(state.code);
  if (!state.code_error.empty()) return;
  // Codes for a further device are short; a long one that is no invitation may be for recovery.
  const bool is_other =
      count_letters(state.code) == kDeviceCodeLetters || view.preview.error.code == "unknown_code";
  if (is_other) {
    account.recover(state.code);
  } else {
    state.previewed_code = state.code;
    account.preview_join(state.code);
  }
}

}  // namespace

void draw_start_dialog(Ui& ui, app::Session& session, GateState& state) {
  const JobStatus status = session.account().status(Job::start_household);
  const bool is_busy = status.state == JobState::busy;
  ui::Choice choice = ui::Choice::none;
  const ui::DialogWish wish =
      ui::dialog(ui, {"start", tr("Start a household")}, [&](const Rect& column) {
        float y = column.y;
        const std::string_view note =
            state.form == GateForm::start
                ? tr("You become its owner. Invite the others when it is there.")
                : tr("Nothing leaves this device. You can sync it later, without typing anything "
                     "again.");
        y += ui::paragraph(ui, "note", column.x, y, column.width, note, ui::type::body) + kGap;
        ui::FieldSpec household{"household-name", tr("Household name"), tr("Linden Street 12")};
        auto household_error = missing_name(state, tr("Household name"), state.household_name);
        if (household_error.empty()) {
          household_error = error_about(status, tr("Household name"), "household_name");
        }
        household.error = household_error;
        household.enter_hint = "next";
        household.kind = ui::FieldKind::name;
        const bool is_next = form_field(ui, column, y, household, state.household_name).is_entered;
        ui::FieldSpec person{"person-name", tr("Your name")};
        auto person_error = missing_name(state, tr("Your name"), state.person_name);
        if (person_error.empty()) {
          person_error = error_about(status, tr("Your name"), "person_name", "name");
        }
        person.error = person_error;
        person.autocomplete = "given-name";
        person.kind = ui::FieldKind::name;
        bool is_entered = form_field(ui, column, y, person, state.person_name).is_entered;
        if (is_next) ui::focus_field(ui, "person-name");
        form_error(ui, column, y,
                   error_elsewhere(status, {"household_name", "person_name", "name"}));
        choice = ui::form_buttons(ui, column.x, y, column.width,
                                  {tr("Create household"), tr("Cancel"), ui::ButtonKind::primary,
                                   availability_of(status)});
        if (is_entered && !is_busy) choice = ui::Choice::confirm;
        return y + ui::kFormButtonsHeight - column.y;
      });
  if (choice == ui::Choice::confirm) start(session, state);
  const bool is_closing = wish == ui::DialogWish::close || choice == ui::Choice::cancel;
  if (is_closing && !is_busy) close_form(session, state);
}

void draw_join_dialog(Ui& ui, app::Session& session, GateState& state) {
  const JoinView view = view_of(session);
  const app::JoinPreview& preview = session.account().join_preview();
  ui::Choice choice = ui::Choice::none;
  const ui::DialogWish wish =
      ui::dialog(ui, {"join", tr("Join a household")}, [&](const Rect& column) {
        float y = column.y;
        ui::FieldSpec code{"code", tr("Invitation code"), tr("The letters you were given")};
        const std::string wrong_code = code_error(view, state);
        code.error = wrong_code;
        code.autocomplete = "one-time-code";
        code.kind = ui::FieldKind::code;
        code.enter_hint = "go";
        const auto result = form_field(ui, column, y, code, state.code);
        if (result.is_changed) {
          state.code_error.clear();
          session.account().clear(Job::preview_join);
          if (!view.is_busy()) session.account().clear(Job::recover);
        }
        preview_when_whole(session, state);
        bool is_wanted = result.is_entered;
        if (view.preview.state == JobState::busy) {
          ui::skeleton(ui, {column.x, y, column.width, 52}, 12);
          y += 52 + kGap;
        }
        if (view.is_ready()) {
          ui::heading(ui, "household", {column.x, y, column.width, 24}, preview.household_name,
                      ui::type::title, ui::HeadingLevel::h3);
          y += 32;
          y += draw_roommates(ui, preview, state, {column.x, y, column.width, 0}) + 8;
          if (state.roommate.is_nil()) {
            ui::FieldSpec name{"person-name", tr("Your name")};
            const auto wrong_name =
                error_about(view.join, tr("Your name"), "name", "roommate_name");
            name.error = wrong_name;
            name.autocomplete = "given-name";
            name.kind = ui::FieldKind::name;
            is_wanted |= form_field(ui, column, y, name, state.person_name).is_entered;
          }
        }
        form_error(ui, column, y, error_elsewhere(view.join, {"code", "name", "roommate_name"}));
        const ui::Availability availability =
            view.is_busy() ? ui::Availability::busy : ui::Availability::enabled;
        choice = ui::form_buttons(
            ui, column.x, y, column.width,
            {tr("Join household"), tr("Cancel"), ui::ButtonKind::primary, availability});
        if (is_wanted && !view.is_busy()) choice = ui::Choice::confirm;
        return y + ui::kFormButtonsHeight - column.y;
      });
  if (choice == ui::Choice::confirm) join(session, state, view);
  const bool is_closing = wish == ui::DialogWish::close || choice == ui::Choice::cancel;
  if (is_closing && !view.is_busy()) close_form(session, state);
}

}  // namespace rr::screens
