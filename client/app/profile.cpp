#include "client/app/profile.h"

#include <algorithm>
#include <array>
#include <vector>

#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/menu.h"

namespace rr::app {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

struct Person {
  std::string name;
  std::string roommate;  // empty: linked to nobody
  std::int64_t hue = 1;
};

Person person_of(const Session& session) {
  Person person;
  const auto member = session.household().find<Member>(session.person_id());
  if (!member) return person;
  person.name = member->name;
  if (const auto roommate = session.household().find<Roommate>(member->roommate_id)) {
    person.roommate = roommate->name;
    person.hue = roommate->colour;
  }
  return person;
}

struct Look {
  std::string note;  // below the name
  float size = 0;    // of the avatar
  float words = 0;   // width
  float width = 0;
};

Look look_of(Ui& ui, const Person& person) {
  const bool is_phone = ui.layout() == ui::LayoutClass::phone;
  Look look;
  look.size = is_phone ? 36.0F : 40.0F;
  if (!person.roommate.empty()) look.note = tr("Roommate {name}", {{"name", person.roommate}});
  if (!is_phone) {
    look.words = std::min(180.0F, std::max(ui::text_width(ui, person.name, ui::type::body_strong),
                                           ui::text_width(ui, look.note, ui::type::caption))) +
                 12;
  }
  look.width = std::max(44.0F, look.size + look.words + (is_phone ? 0.0F : 16.0F));
  return look;
}

enum class Item : std::uint8_t { members, device, appearance, shortcuts, sign_out };

constexpr std::array<Item, 5> kItems{Item::members, Item::device, Item::appearance, Item::shortcuts,
                                     Item::sign_out};

ui::MenuItem menu_item_of(Item item) {
  switch (item) {
    case Item::members: return {tr("Members"), "users"};
    case Item::device: return {tr("This device"), "smartphone"};
    case Item::appearance: return {tr("Appearance"), "palette"};
    case Item::shortcuts: return {tr("Keyboard shortcuts"), "keyboard"};
    case Item::sign_out: return {tr("Sign out"), "log-out", ui::MenuItemKind::destructive};
  }
  return {};
}

// Signing out takes this browser's copy away: what no server has would be lost.
void ask_to_leave(Ui& ui, Session& session, ProfileState& state) {
  Account& account = session.account();
  const JobStatus status = account.status(Job::sign_out);
  const std::size_t unsent = account.device_facts().unsent_changes;
  std::string text =
      tr("This browser forgets the household. Sign in again with a code from another "
         "device or your recovery code.");
  if (unsent > 0) text += " " + std::string(tr("Changes that were not sent yet would be lost."));
  ui::ConfirmSpec spec;
  spec.key = "sign-out";
  spec.title = tr("Sign out?");
  spec.text = text;
  spec.confirm = tr("Sign out");
  std::string failure;
  if (status.state == JobState::failed) failure = tr_sentence(status.error.message);
  spec.error = failure;
  if (status.state == JobState::busy) spec.availability = ui::Availability::busy;
  const ui::Choice choice = ui::confirm_dialog(ui, spec);
  if (choice == ui::Choice::confirm) account.sign_out();
  if (choice == ui::Choice::cancel || status.state == JobState::done) {
    state.is_leaving_asked = false;
    account.clear(Job::sign_out);
  }
}

std::optional<Route> choose(Session& session, ProfileState& state, Item item) {
  switch (item) {
    case Item::members: return Route{ScreenName::settings_members, {}};
    case Item::device: return Route{ScreenName::settings_device, {}};
    case Item::appearance: return Route{ScreenName::settings_appearance, {}};
    case Item::shortcuts: state.are_shortcuts_wanted = true; return std::nullopt;
    case Item::sign_out:
      session.account().clear(Job::sign_out);
      state.is_leaving_asked = true;
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

float profile_width(Ui& ui, const Session& session) {
  return look_of(ui, person_of(session)).width;
}

std::optional<Route> draw_profile(Ui& ui, Session& session, ProfileState& state, const Rect& rect) {
  const Person person = person_of(session);
  const Look look = look_of(ui, person);
  const bool is_phone = ui.layout() == ui::LayoutClass::phone;
  const auto& [note, size, words, width] = look;
  const Rect chip{rect.right() - width, rect.y + (rect.height - 48) / 2, width, 48};
  const std::uint64_t key = ui.key("profile");
  ui::Node& node = ui.leaf(ui::Tag::button, key, chip);
  std::string name = tr("Profile: {name}", {{"name", person.name}});
  if (!note.empty()) name += ", " + note;
  node.attributes.emplace_back(ui::Attribute::label, name);
  if (is_phone && ui.viewport().has_forced_colours) {
    node.attributes.emplace_back(ui::Attribute::icon, "users");
  }
  node.attributes.emplace_back(ui::Attribute::has_popup, "menu");
  node.attributes.emplace_back(ui::Attribute::expanded, ui.open_menu() == key ? "true" : "false");
  const ui::Interaction interaction = ui.interact(key, chip);
  if (interaction.is_hovered || interaction.is_pressed) {
    ui::fill(ui, chip, ui.colour(interaction.is_pressed ? Token::pressed : Token::hover), 14);
  }
  const float x = is_phone ? chip.right() - size : chip.x + 8;
  ui::avatar(ui, x, chip.y + (chip.height - size) / 2, size, person.name, person.hue);
  if (!is_phone) {
    const float words_x = x + size + 12;
    const float line = note.empty() ? 13.0F : 4.0F;
    ui::text_line(ui, {words_x, chip.y + line, words, 22}, person.name, ui::type::body_strong,
                  ui.colour(Token::text));
    ui::text_line(ui, {words_x, chip.y + 25, words, 18}, note, ui::type::caption,
                  ui.colour(Token::text_2));
  }
  if (interaction.is_focus_shown) ui::focus_ring(ui, chip, 14);
  std::vector<Item> offered;
  std::vector<ui::MenuItem> items;
  for (const Item item : kItems) {
    // A household of this device alone has nobody to sign out; phones have no keys.
    if (item == Item::sign_out && session.account().is_device_only()) continue;
    if (item == Item::shortcuts && is_phone) continue;
    offered.push_back(item);
    items.push_back(menu_item_of(item));
  }
  const auto place = ui::menu_under(ui, chip, key, interaction.is_activated, tr("Profile"), items);
  std::optional<Route> chosen;
  if (place) chosen = choose(session, state, offered[*place]);
  if (state.is_leaving_asked) ask_to_leave(ui, session, state);
  return chosen;
}

}  // namespace rr::app
