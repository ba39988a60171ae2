#include "client/app/palette.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "client/screens/standing.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/widgets.h"
#include "shared/base/fold.h"
#include "shared/base/text.h"

namespace rr::app {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr std::string_view kName = to_translate("Search or go to");
constexpr std::string_view kFound = to_translate("Found");
constexpr float kRow = 48;
constexpr float kGroupHead = 36;
constexpr std::size_t kMostFound = 8;

struct Option {
  std::string_view group;  // in English
  std::string name;
  std::string_view kind;  // at the right: what it is
  std::string_view icon;
  std::int64_t hue = 0;  // a person's, instead of the icon
  PaletteChoice choice;
};

// Offers what has the query in its name, in order.
class Finder {
 public:
  explicit Finder(std::string_view query) : query_(fold_case(trim(query))) {}

  [[nodiscard]] bool is_asked() const { return !query_.empty(); }

  void offer(Option option) {
    if (fold_case(option.name).find(query_) == std::string::npos) return;
    options_.push_back(std::move(option));
  }

  [[nodiscard]] std::vector<Option> take() { return std::move(options_); }

 private:
  std::string query_;
  std::vector<Option> options_;
};

constexpr std::pair<ScreenName, std::string_view> kScreens[] = {
    {ScreenName::assignments, "clipboard-list"},
    {ScreenName::roommates, "users"},
    {ScreenName::chores, "broom"},
    {ScreenName::past_cycles, "history"},
    {ScreenName::settings_members, "user-plus"},
    {ScreenName::settings_device, "smartphone"},
    {ScreenName::settings_appearance, "palette"},
};

void offer_actions(const Session& session, Finder& finder) {
  const auto offer = [&](std::string_view name, std::string_view icon, ScreenName screen,
                         PaletteAct act) {
    finder.offer({to_translate("Do"), std::string(name), {}, icon, 0, {{screen, {}}, act, {}}});
  };
  offer(tr("Add New Chore"), "plus", ScreenName::chores, PaletteAct::add_chore);
  offer(tr("Preview"), "eye", ScreenName::assignments, PaletteAct::preview_run);
  if (!screens::own_roommate(session).is_nil()) {
    offer(tr("My preferences"), "smile", ScreenName::chores, PaletteAct::say_preferences);
  }
}

void offer_items(const Reader& household, Finder& finder) {
  for (const auto& chore : household.all<Chore>()) {
    const std::string_view icon = chore->type == ChoreType::predefined ? "repeat" : "dices";
    finder.offer({kFound,
                  chore->name,
                  tr("Chore"),
                  icon,
                  0,
                  {{ScreenName::chores, {}}, PaletteAct::edit_chore, chore->id}});
  }
  for (const auto& roommate : household.all<Roommate>()) {
    if (roommate->status != RoommateStatus::active) continue;
    finder.offer({kFound,
                  roommate->name,
                  tr("Roommate"),
                  {},
                  roommate->colour,
                  {{ScreenName::roommates, {}}, PaletteAct::edit_roommate, roommate->id}});
  }
}

std::vector<Option> options_for(const Session& session, std::string_view query) {
  Finder finder(query);
  for (const auto& [screen, icon] : kScreens) {
    const bool is_part = screen == ScreenName::past_cycles;  // of Assignments
    const Text name = tr(is_part ? screen_title(screen) : section_name(screen));
    finder.offer({to_translate("Go to"),
                  std::string(name),
                  is_part ? std::string_view() : std::string_view(tr("Section")),
                  icon,
                  0,
                  {{screen, {}}, PaletteAct::go, {}}});
  }
  offer_actions(session, finder);
  if (finder.is_asked()) offer_items(session.household(), finder);
  std::vector<Option> options = finder.take();
  std::size_t found = 0;
  std::erase_if(options, [&](const Option& option) {
    return option.group == kFound && ++found > kMostFound;
  });
  return options;
}

bool draw_option(Ui& ui, const Option& option, bool is_chosen, std::uint64_t key,
                 const Rect& rect) {
  ui::Node& node = ui.leaf(ui::Tag::button, key, rect);
  node.text = option.name;
  node.attributes.emplace_back(ui::Attribute::role, "option");
  node.attributes.emplace_back(ui::Attribute::tab_index, "-1");
  node.attributes.emplace_back(ui::Attribute::selected, is_chosen ? "true" : "false");
  const ui::Interaction state = ui.interact(key, rect);
  if (is_chosen || state.is_hovered) {
    ui::fill(ui, rect, ui.colour(is_chosen ? Token::pressed : Token::hover), 12);
  }
  if (option.hue > 0) {
    ui::avatar(ui, rect.x + 10, rect.y + 12, 24, option.name, option.hue);
  } else {
    ui::icon(ui, option.icon, rect.x + 12, rect.y + 14, 20,
             ui.colour(is_chosen ? Token::accent_text : Token::text_2));
  }
  float right = rect.right() - 12;
  if (is_chosen && ui.layout() == ui::LayoutClass::desktop) {
    right -= ui::key_cap(ui, tr("Enter"), right, rect.y + 11) + 10;
  }
  float kind = 0;
  if (!option.kind.empty()) kind = ui::text_width(ui, option.kind, ui::type::caption);
  ui::text_line(ui, {right - kind, rect.y, kind + 1, rect.height}, option.kind, ui::type::caption,
                ui.colour(Token::text_2));
  ui::text_line(ui, {rect.x + 44, rect.y, right - kind - rect.x - 56, rect.height}, option.name,
                ui::type::body, ui.colour(Token::text));
  return state.is_activated;
}

// One group of options with its name above; answers the height. `first`: place of its first one.
float draw_group(Ui& ui, const std::vector<Option>& options, std::size_t first, const Rect& rect,
                 std::uint64_t list, std::size_t chosen, std::optional<std::size_t>& pressed) {
  const std::string_view name = options[first].group;
  std::size_t end = first;
  while (end < options.size() && options[end].group == name) ++end;
  const float height = kGroupHead + kRow * static_cast<float>(end - first);
  ui::Node& node = ui.open(ui::Tag::group, ui.key(name), {rect.x, rect.y, rect.width, height});
  node.attributes.emplace_back(ui::Attribute::role, "group");
  node.attributes.emplace_back(ui::Attribute::label, tr(name));
  ui::text_line(ui, {rect.x + 12, rect.y + 8, rect.width - 24, 24}, tr(name),
                ui::type::caption_strong, ui.colour(Token::text_2));
  for (std::size_t i = first; i < end; ++i) {
    const float y = rect.y + kGroupHead + kRow * static_cast<float>(i - first);
    const Rect row{rect.x, y, rect.width, kRow};
    if (draw_option(ui, options[i], i == chosen, ui::join_key(list, i), row)) pressed = i;
  }
  ui.close();
  return height;
}

// Arrow keys go round, while the field keeps the focus.
void move(const Ui& ui, PaletteState& state, std::size_t count) {
  if (state.place >= count) state.place = 0;
  if (count == 0) return;
  if (ui.is_key_pressed("ArrowDown")) state.place = (state.place + 1) % count;
  if (ui.is_key_pressed("ArrowUp")) state.place = (state.place + count - 1) % count;
}

// The field, and below it what there is; answers the height.
float draw_body(Ui& ui, const std::vector<Option>& options, PaletteState& state, const Rect& column,
                std::optional<std::size_t>& pressed) {
  const std::uint64_t list = ui.key("options");
  ui::FieldSpec field{"query", tr(kName), tr(kName)};
  field.label = ui::LabelPlace::hidden;
  field.enter_hint = "go";
  field.kind = ui::FieldKind::search;
  field.list = list;
  if (!options.empty()) field.chosen_option = ui::join_key(list, state.place);
  const Rect box{column.x, column.y, column.width, ui::kFieldBoxHeight};
  const ui::FieldResult typed = ui::text_field(ui, box, field, state.query);
  if (!std::exchange(state.is_shown, true)) ui::focus_field(ui, "query");
  if (typed.is_changed) state.place = 0;
  float y = box.bottom() + 8;
  float& height = ui.kept(list);
  const Rect place{column.x - 8, y, column.width + 16, height};
  ui::Node& node = ui.open(ui::Tag::group, list, place);
  node.attributes.emplace_back(ui::Attribute::role, "listbox");
  node.attributes.emplace_back(ui::Attribute::label, tr("Results"));
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i > 0 && options[i].group == options[i - 1].group) continue;
    y += draw_group(ui, options, i, {place.x, y, place.width, 0}, list, state.place, pressed);
  }
  ui.close();
  height = y - place.y;
  if (options.empty()) {
    ui.open(ui::Tag::status, ui.key("none"), {column.x, y, column.width, 60});
    y += 20 + ui::paragraph(ui, "words", column.x, y + 10, column.width,
                            tr("Nothing here is called that."), ui::type::body);
    ui.close();
  }
  // Options are made of the query before the field hears of it: letters and Enter in one frame
  // choose from the next one's.
  const bool is_entered = std::exchange(state.is_entered, false) || typed.is_entered;
  if (typed.is_changed) {
    state.is_entered = is_entered;
    platform::request_frame();
  } else if (is_entered && !options.empty()) {
    pressed = state.place;
  }
  return y - column.y;
}

}  // namespace

std::optional<PaletteChoice> draw_palette(Ui& ui, const Session& session, PaletteState& state) {
  if (ui.is_key_pressed("ctrl+k")) state.is_open = true;
  if (!state.is_open) return std::nullopt;
  const std::vector<Option> options = options_for(session, state.query);
  std::optional<std::size_t> pressed;
  ui::DialogSpec spec{"palette", tr(kName), 616};
  spec.is_search = true;
  const ui::DialogWish wish = ui::dialog(ui, spec, [&](const Rect& column) {
    move(ui, state, options.size());
    return draw_body(ui, options, state, column, pressed);
  });
  if (!pressed && wish == ui::DialogWish::stay) return std::nullopt;
  state = PaletteState{};
  if (!pressed) return std::nullopt;
  return options[*pressed].choice;
}

void draw_palette_button(Ui& ui, PaletteState& state, const Rect& rect) {
  const std::uint64_t key = ui.key("palette-button");
  ui::Node& node = ui.leaf(ui::Tag::button, key, rect);
  node.attributes.emplace_back(ui::Attribute::label, tr(kName));
  node.attributes.emplace_back(ui::Attribute::has_popup, "dialog");
  const ui::Interaction interaction = ui.interact(key, rect);
  ui::fill(ui, rect, ui.colour(interaction.is_hovered ? Token::hover : Token::surface), 12);
  ui::edge(ui, rect, ui.colour(Token::border_control), 12, ui::control_edge(ui));
  ui::icon(ui, "search", rect.x + 12, rect.y + 12, 20, ui.colour(Token::text_2));
  const float cap = ui::key_cap(ui, tr("Ctrl K"), rect.right() - 9, rect.y + 9);
  ui::text_line(ui, {rect.x + 42, rect.y, rect.width - 60 - cap, rect.height}, tr(kName),
                ui::type::body, ui.colour(Token::text_2));
  if (interaction.is_focus_shown) ui::focus_ring(ui, rect, 12);
  if (interaction.is_activated) state.is_open = true;
}

}  // namespace rr::app
