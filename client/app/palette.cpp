#include "client/app/palette.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "client/screens/past_cycles.h"
#include "client/screens/standing.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/options.h"
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
  const auto offer = [&](std::string_view name, std::string_view icon, const Route& route,
                         PaletteAct act) {
    finder.offer({to_translate("Do"), std::string(name), {}, icon, 0, {route, act}});
  };
  offer(tr("Add New Chore"), "plus", {ScreenName::chores, "new"}, PaletteAct::go);
  offer(tr("Preview"), "eye", {ScreenName::assignments, {}}, PaletteAct::preview_run);
  if (!screens::own_roommate(session).is_nil()) {
    offer(tr("My preferences"), "smile", {ScreenName::chores, {}}, PaletteAct::say_preferences);
  }
}

void offer_items(const Session& session, Finder& finder) {
  const Reader& household = session.household();
  for (const auto& chore : household.all<Chore>()) {
    const std::string_view icon = chore->type == ChoreType::predefined ? "repeat" : "dices";
    finder.offer({kFound,
                  chore->name,
                  tr("Chore"),
                  icon,
                  0,
                  {{ScreenName::chores, chore->id.to_string()}, PaletteAct::go}});
  }
  for (const auto& roommate : household.all<Roommate>()) {
    if (roommate->status != RoommateStatus::active) continue;
    finder.offer({kFound,
                  roommate->name,
                  tr("Roommate"),
                  {},
                  roommate->colour,
                  {{ScreenName::roommates, roommate->id.to_string()}, PaletteAct::go}});
  }
  const screens::Calendar calendar = screens::calendar_of(session);
  for (const auto& cycle : household.all<Cycle>()) {
    if (!cycle->ends_at) continue;
    finder.offer({kFound,
                  screens::cycle_title(*cycle, calendar),
                  tr("Past cycle"),
                  "history",
                  0,
                  {{ScreenName::past_cycles, cycle->id.to_string()}, PaletteAct::go}});
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
                  {{screen, {}}, PaletteAct::go}});
  }
  offer_actions(session, finder);
  if (finder.is_asked()) offer_items(session, finder);
  std::vector<Option> options = finder.take();
  std::size_t found = 0;
  std::erase_if(options, [&](const Option& option) {
    return option.group == kFound && ++found > kMostFound;
  });
  return options;
}

std::vector<ui::Option> shown_options(const std::vector<Option>& options) {
  std::vector<ui::Option> shown;
  shown.reserve(options.size());
  for (const Option& each : options) {
    shown.push_back({each.name, tr(each.group), each.kind, each.icon, each.hue});
  }
  return shown;
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
  if (!options.empty()) field.chosen_option = ui::option_key(list, state.place);
  const Rect box{column.x, column.y, column.width, ui::kFieldBoxHeight};
  const ui::FieldResult typed = ui::text_field(ui, box, field, state.query);
  if (!std::exchange(state.is_shown, true)) ui::focus_field(ui, "query");
  if (typed.is_changed) state.place = 0;
  float y = box.bottom() + 8;
  const std::vector<ui::Option> shown = shown_options(options);
  const ui::OptionsResult list_result = ui::draw_options(
      ui, {column.x - 8, y, column.width + 16, 0}, {list, tr("Results"), shown, state.place});
  if (list_result.pressed) pressed = list_result.pressed;
  y += list_result.height;
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
    state.place = ui::move_in_options(ui, state.place, options.size());
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
  const float room = rect.width - 60 - cap;
  ui::text_line(ui, {rect.x + 42, rect.y, room, rect.height}, tr(kName),
                ui::fitted(ui, tr(kName), ui::type::body, room), ui.colour(Token::text_2));
  if (interaction.is_focus_shown) ui::focus_ring(ui, rect, 12);
  if (interaction.is_activated) state.is_open = true;
}

}  // namespace rr::app
