#include "client/screens/members.h"

#include <algorithm>
#include <array>

#include "client/screens/invitations.h"
#include "client/screens/settings_parts.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/fields.h"
#include "shared/base/sort.h"
#include "shared/commands/members.h"

namespace rr::screens {
namespace {

using app::Job;
using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr std::array<std::string_view, 3> kRoles{to_translate("member"), to_translate("admin"),
                                                 to_translate("owner")};
constexpr float kNarrow = 600;

using Members = std::vector<std::shared_ptr<const Member>>;

Members members_of(const app::Session& session) {
  Members members = session.household().all<Member>();
  stable_sort_in_place(members,
                       [](const auto& a, const auto& b) { return a->joined_at < b->joined_at; });
  return members;
}

Role own_role(const app::Session& session) {
  const auto me = session.household().find<Member>(session.person_id());
  return me ? me->role : Role::member;
}

bool is_last_owner(const Members& members, const Member& member) {
  const auto owners = std::count_if(members.begin(), members.end(),
                                    [](const auto& each) { return each->role == Role::owner; });
  return member.role == Role::owner && owners < 2;
}

void keep_error(MembersState& state, const Status& status) {
  state.error = status ? std::string() : tr_sentence(status.error().message);
}

template <typename Arguments>
void issue(app::Session& session, MembersState& state, const Arguments& arguments) {
  const Result<Command> command = make_command(arguments);
  keep_error(state, command.ok() ? session.issue(*command) : Status(command.error()));
}

float width_of_roles(Ui& ui) {
  constexpr float kLeast = 128;
  constexpr float kBesideWords = 53;  // padding and the arrow of a list to choose from
  float widest = 0;
  for (const std::string_view role : kRoles) {
    widest = std::max(widest, ui::text_width(ui, tr(role), ui::type::body));
  }
  return std::max(kLeast, widest + kBesideWords);
}

void draw_role(Ui& ui, app::Session& session, MembersState& state, const Members& members,
               const Member& member, const Rect& rect) {
  const bool may_change = own_role(session) == Role::owner && !is_last_owner(members, member);
  ui::SelectSpec spec;
  spec.field.key = "role";
  const std::string name = tr("Role of {name}", {{"name", member.name}});
  spec.field.name = name;
  spec.field.label = ui::LabelPlace::hidden;
  if (!may_change) spec.field.availability = ui::Availability::disabled;
  const std::array<std::string_view, 3> roles{tr(kRoles[0]), tr(kRoles[1]), tr(kRoles[2])};
  spec.options = roles;
  spec.selected = static_cast<std::size_t>(member.role);
  const std::size_t chosen = ui::select(ui, rect, spec);
  if (chosen == spec.selected || chosen >= kRoles.size()) return;
  SetMemberRole arguments;
  arguments.member_id = member.id;
  arguments.role = static_cast<Role>(chosen);
  issue(session, state, arguments);
}

bool may_remove(const app::Session& session, const Members& members, const Member& member) {
  if (is_last_owner(members, member)) return false;
  if (member.id == session.person_id()) return true;
  const Role own = own_role(session);
  return own == Role::owner || (own == Role::admin && member.role == Role::member);
}

void draw_name(Ui& ui, const app::Session& session, const Member& member, const Rect& rect) {
  const auto roommate = session.household().find<Roommate>(member.roommate_id);
  ui::avatar(ui, rect.x, rect.y + 2, 40, member.name, roommate ? roommate->colour : 1);
  const bool is_me = member.id == session.person_id();
  const ui::BadgeSpec you{"you", tr("You"), ui::BadgeKind::accent};
  const float badge = is_me ? ui::badge_width(ui, you) + 8 : 0;
  const float width =
      std::min(rect.width - 56 - badge, ui::text_width(ui, member.name, ui::type::body_strong) + 1);
  ui::heading(ui, "name", {rect.x + 56, rect.y, width, 24}, member.name, ui::type::body_strong,
              ui::HeadingLevel::h3);
  if (is_me) ui::badge(ui, rect.x + 64 + width, rect.y, you);
  const std::string note = roommate ? tr("Roommate {name}", {{"name", roommate->name}})
                                    : std::string(tr("Linked to no roommate"));
  ui::label(ui, "note", {rect.x + 56, rect.y + 25, rect.width - 56, 18}, note, ui::type::caption,
            Token::text_2);
}

void draw_member(Ui& ui, app::Session& session, MembersState& state, const Members& members,
                 const Member& member, SettingsCard& card) {
  ui::ButtonSpec remove;
  remove.key = "remove";
  remove.name =
      member.id == session.person_id() ? tr("Leave household") : tr("Remove from household");
  remove.kind = ui::ButtonKind::destructive_quiet;
  remove.size = ui::ButtonSize::small;
  const bool has_button = may_remove(session, members, member);
  const bool is_narrow = card.inside_width() < kNarrow;
  const float remove_width = ui::button_width(ui, remove);
  const float role_width = width_of_roles(ui);
  const Rect row = card.take(44);
  Rect controls = row;
  Rect remove_row = row;
  if (is_narrow) {
    static_cast<void>(card.take(10));
    remove_row = controls = card.take(44);
    const bool is_beside = row.width >= role_width + 8 + remove_width;
    if (has_button && !is_beside) remove_row = card.take(44);
  }
  ui.open(ui::Tag::list_item, ui.key(member.id.to_string()),
          {row.x, row.y, row.width, remove_row.bottom() - row.y});
  // The names end where the controls begin, alike in every row.
  constexpr float kRemoveRoom = 176;
  const float names = is_narrow ? row.width : row.width - role_width - kRemoveRoom - 16;
  draw_name(ui, session, member, {row.x, row.y, names, 44});
  const float role_x = is_narrow ? row.x : row.right() - kRemoveRoom - role_width;
  draw_role(ui, session, state, members, member, {role_x, controls.y, role_width, 44});
  const Rect place{row.right() - remove_width, remove_row.y + 4, remove_width, 36};
  if (has_button && ui::button(ui, place, remove)) {
    state.asked_to_remove = member.id;
    state.error.clear();
  }
  ui.close();
}

void ask_to_remove(Ui& ui, app::Session& session, MembersState& state) {
  const auto member = session.household().find<Member>(state.asked_to_remove);
  if (!member) {
    state.asked_to_remove = Id{};
    return;
  }
  const bool is_me = member->id == session.person_id();
  const std::string title = is_me ? std::string(tr("Leave this household?"))
                                  : tr("Remove {name}?", {{"name", member->name}});
  ui::ConfirmSpec spec;
  spec.key = "ask-remove";
  spec.title = title;
  spec.text = is_me ? tr("Your account no longer sees this household. Your roommate entry and its "
                         "points stay with the others.")
                    : tr("Their account no longer sees this household. The roommate and the points "
                         "stay.");
  spec.confirm = is_me ? tr("Leave") : tr("Remove");
  spec.error = state.error;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::confirm) {
    RemoveMember arguments;
    arguments.member_id = state.asked_to_remove;
    issue(session, state, arguments);
    if (state.error.empty()) state.asked_to_remove = Id{};
  }
  if (choice == ui::Choice::cancel) {
    state.asked_to_remove = Id{};
    state.error.clear();
  }
}

bool may_invite(app::Session& session) {
  return own_role(session) != Role::member && !session.account().is_device_only();
}

ui::ButtonSpec head_button(std::string_view key, std::string_view name, std::string_view icon,
                           ui::ButtonKind kind, const app::JobStatus& status) {
  ui::ButtonSpec spec;
  spec.key = key;
  spec.name = name;
  spec.icon = icon;
  spec.kind = kind;
  spec.availability = availability_of(status);
  return spec;
}

// The title with what can be done: beside it where there is room, below it elsewhere.
void draw_head(Ui& ui, app::Session& session, MembersState& state, SettingsCard& card) {
  app::Account& account = session.account();
  const auto device = head_button("device", tr("Add a device"), "smartphone",
                                  ui::ButtonKind::secondary, account.status(Job::add_device));
  const auto invite = head_button("invite", tr("Invite a roommate"), "user-plus",
                                  ui::ButtonKind::primary, account.status(Job::invite));
  const bool has_device = !account.is_device_only();
  const bool has_invite = may_invite(session);
  const bool is_narrow = card.inside_width() < kNarrow;
  const Rect head = card.take(is_narrow || !has_device ? 24 : 44);
  ui::heading(ui, "title", {head.x, head.y, 160, head.height}, tr("Members"), ui::type::title,
              ui::HeadingLevel::h2);
  bool is_device_wanted = false;
  bool is_invite_wanted = false;
  if (is_narrow) {
    if (has_invite) {
      static_cast<void>(card.take(12));
      is_invite_wanted = ui::button(ui, card.take(44), invite);
    }
    if (has_device) {
      static_cast<void>(card.take(12));
      is_device_wanted = ui::button(ui, card.take(44), device);
    }
  } else {
    float right = head.right();
    const float invite_width = has_invite ? ui::button_width(ui, invite) + 12 : 0;
    const float device_width = ui::button_width(ui, device);
    const Rect place{right - invite_width - device_width, head.y, device_width, 44};
    if (has_device) is_device_wanted = ui::button(ui, place, device);
    const Rect last{right - invite_width + 12, head.y, invite_width - 12, 44};
    if (has_invite) is_invite_wanted = ui::button(ui, last, invite);
  }
  if (is_invite_wanted) account.invite();
  if (is_device_wanted) {
    account.add_device();
    state.is_device_code_shown = true;
  }
}

// What went wrong with a button of the head or with a role.
void draw_failures(Ui& ui, app::Session& session, const MembersState& state, SettingsCard& card) {
  const auto show = [&](std::string_view key, std::string_view words) {
    if (words.empty()) return;
    const Rect place = card.take(12);
    const float height = ui::error_message(ui, key, place.x, place.bottom(), place.width, words);
    static_cast<void>(card.take(height));
  };
  show("device-error", failure_of(session.account().status(Job::add_device)));
  show("invite-error", failure_of(session.account().status(Job::invite)));
  show("error",
       state.asked_to_remove.is_nil() ? std::string_view(state.error) : std::string_view());
}

}  // namespace

float draw_members(Ui& ui, app::Session& session, MembersState& state, const Rect& column) {
  const Members members = members_of(session);
  float y = column.y + 8;
  const auto at = [&] { return Rect{column.x, y, std::min(column.width, 860.0F), 0}; };
  {
    SettingsCard card(ui, "members", at(), tr("Members"));
    draw_head(ui, session, state, card);
    draw_failures(ui, session, state, card);
    ui.open(ui::Tag::list, ui.key("list"), card.take(0));
    for (const auto& member : members) {
      card.rule();
      draw_member(ui, session, state, members, *member, card);
    }
    ui.close();
    y += card.height() + 16;
  }
  if (state.is_device_code_shown) y += draw_device_code(ui, session, at());
  if (may_invite(session)) {
    if (state.loaded_for != session.household_id()) {
      state.loaded_for = session.household_id();
      session.account().list_invitations();
    }
    y += draw_new_invitation(ui, session, at());
    y += draw_open_invitations(ui, session, at());
  }
  if (!state.asked_to_remove.is_nil()) ask_to_remove(ui, session, state);
  return y - column.y;
}

}  // namespace rr::screens
