#include "client/screens/gate.h"

#include <algorithm>

#include "client/ui/widgets.h"

namespace rr::screens {
namespace {

using app::Job;
using app::JobState;
using ui::Rect;
using ui::Ui;

constexpr float kWidest = 420;
constexpr float kButtonHeight = 52;
constexpr float kGap = 12;

bool wide_button(Ui& ui, Rect& place, std::string_view key, std::string_view name,
                 ui::ButtonKind kind, ui::Availability availability = ui::Availability::enabled) {
  ui::ButtonSpec spec;
  spec.key = key;
  spec.name = name;
  spec.kind = kind;
  spec.availability = availability;
  place.height = kButtonHeight;
  const bool is_pressed = ui::button(ui, place, spec);
  place.y += kButtonHeight + kGap;
  return is_pressed;
}

bool field(Ui& ui, Rect& place, std::string_view key, std::string_view name, std::string& draft,
           std::string_view error) {
  ui::FieldSpec spec;
  spec.key = key;
  spec.name = name;
  spec.error = error;
  place.height = ui::field_height(spec);
  const auto result = ui::text_field(ui, place, spec, draft);
  place.y += place.height + kGap;
  return result.is_entered;
}

// The refusal of a job, when it is about `name` (empty: about no field of the form).
std::string_view error_of(const app::JobStatus& status, std::string_view name) {
  if (status.state != JobState::failed) return {};
  return status.error.field == name ? std::string_view(status.error.message) : std::string_view();
}

ui::Availability availability_of(const app::JobStatus& status) {
  return status.state == JobState::busy ? ui::Availability::busy : ui::Availability::enabled;
}

void draw_choices(Ui& ui, app::Session& session, GateState& state, Rect place) {
  if (session.account().can_start_synced()) {
    if (wide_button(ui, place, "start", "Start a household", ui::ButtonKind::primary)) {
      state.form = GateForm::start;
    }
    if (wide_button(ui, place, "join", "Join a household", ui::ButtonKind::secondary)) {
      state.form = GateForm::join;
    }
  }
  if (wide_button(ui, place, "device", "Use on this device only", ui::ButtonKind::secondary)) {
    state.form = GateForm::device_only;
  }
}

void draw_start(Ui& ui, app::Session& session, GateState& state, Rect place) {
  app::Account& account = session.account();
  const app::JobStatus status = account.status(Job::start_household);
  bool is_wanted = field(ui, place, "household-name", "Household name", state.household_name,
                         error_of(status, "household_name"));
  std::string_view name_error = error_of(status, "person_name");
  if (name_error.empty()) name_error = error_of(status, "name");
  if (name_error.empty()) name_error = error_of(status, "");
  is_wanted |= field(ui, place, "person-name", "Your name", state.person_name, name_error);
  is_wanted |= wide_button(ui, place, "create", "Create household", ui::ButtonKind::primary,
                           availability_of(status));
  if (wide_button(ui, place, "cancel", "Cancel", ui::ButtonKind::plain)) {
    state.form = GateForm::none;
    account.clear(Job::start_household);
  } else if (is_wanted && status.state != JobState::busy) {
    account.start_household({state.household_name, state.person_name,
                             state.form == GateForm::start ? app::HouseholdPlace::synced
                                                           : app::HouseholdPlace::this_device_only});
  }
}

void draw_join(Ui& ui, app::Session& session, GateState& state, Rect place) {
  app::Account& account = session.account();
  const app::JobStatus preview = account.status(Job::preview_join);
  const app::JobStatus status = account.status(Job::join);
  const app::JobStatus& failing = status.state == JobState::failed ? status : preview;
  std::string_view code_error = error_of(failing, "code");
  if (code_error.empty()) code_error = error_of(failing, "");
  const bool is_code_entered =
      field(ui, place, "code", "Invitation code", state.code, code_error);
  if (preview.state == JobState::done) {
    for (const app::FreeRoommate& each : account.join_preview().roommates) {
      ui::CheckboxSpec spec;
      spec.key = each.name;
      spec.name = each.name;
      spec.is_checked = state.roommate == each.id;
      if (ui::checkbox(ui, {place.x, place.y, place.width, 44}, spec)) {
        state.roommate = spec.is_checked ? Id{} : each.id;
      }
      place.y += 44;
    }
    if (state.roommate.is_nil()) {
      field(ui, place, "person-name", "Your name", state.person_name, error_of(status, "name"));
    }
  } else if (is_code_entered) {
    account.preview_join(state.code);
  }
  const bool is_ready = preview.state == JobState::done;
  if (wide_button(ui, place, "join-now", is_ready ? "Join household" : "Continue",
                  ui::ButtonKind::primary, availability_of(is_ready ? status : preview))) {
    if (is_ready) {
      account.join({state.code, state.roommate, state.person_name});
    } else {
      account.preview_join(state.code);
    }
  }
  if (wide_button(ui, place, "cancel", "Cancel", ui::ButtonKind::plain)) {
    state.form = GateForm::none;
    account.clear(Job::preview_join);
    account.clear(Job::join);
  }
}

}  // namespace

void draw_gate(Ui& ui, app::Session& session, GateState& state) {
  const auto& view = ui.viewport();
  ui.open(ui::Tag::main, ui.key("main"), {0, 0, view.width, view.height});
  const float width = std::min(kWidest, view.width - 32);
  Rect place{(view.width - width) / 2, std::max(24.0F, view.height * 0.2F), width, 34};
  ui::heading(ui, "title", place, "RoomieRoster", ui::type::display, ui::HeadingLevel::h1);
  place.y += 64;
  switch (state.form) {
    case GateForm::none: draw_choices(ui, session, state, place); break;
    case GateForm::start:
    case GateForm::device_only: draw_start(ui, session, state, place); break;
    case GateForm::join: draw_join(ui, session, state, place); break;
  }
  ui.close();
}

}  // namespace rr::screens
