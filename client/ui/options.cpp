#include "client/ui/options.h"

#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/paint.h"

namespace rr::ui {
namespace {

constexpr float kGroupHead = 36;

bool draw_option(Ui& ui, const Option& option, bool is_chosen, std::uint64_t key,
                 const Rect& rect) {
  Node& node = ui.leaf(Tag::button, key, rect);
  node.text = option.name;
  node.attributes.emplace_back(Attribute::role, "option");
  node.attributes.emplace_back(Attribute::tab_index, "-1");
  node.attributes.emplace_back(Attribute::selected, is_chosen ? "true" : "false");
  const Interaction state = ui.interact(key, rect);
  if (is_chosen || state.is_hovered) {
    fill(ui, rect, ui.colour(is_chosen ? Token::pressed : Token::hover), 12);
  }
  float x = rect.x + 12;
  if (option.hue > 0) {
    avatar(ui, rect.x + 10, rect.y + 12, 24, option.name, option.hue);
    x += 32;
  } else if (!option.icon.empty()) {
    icon(ui, option.icon, x, rect.y + 14, 20,
         ui.colour(is_chosen ? Token::accent_text : Token::text_2));
    x += 32;
  }
  float right = rect.right() - 12;
  if (is_chosen && ui.layout() == LayoutClass::desktop) {
    right -= key_cap(ui, tr("Enter"), right, rect.y + 11) + 10;
  }
  float note = 0;
  if (!option.note.empty()) note = text_width(ui, option.note, type::caption);
  text_line(ui, {right - note, rect.y, note + 1, rect.height}, option.note, type::caption,
            ui.colour(Token::text_2));
  text_line(ui, {x, rect.y, right - note - x - 12, rect.height}, option.name, type::body,
            ui.colour(Token::text));
  return state.is_activated;
}

std::size_t end_of_group(std::span<const Option> options, std::size_t first) {
  std::size_t end = first;
  while (end < options.size() && options[end].group == options[first].group) ++end;
  return end;
}

float group_height(std::span<const Option> options, std::size_t first) {
  const float head = options[first].group.empty() ? 0.0F : kGroupHead;
  return head + kOptionHeight * static_cast<float>(end_of_group(options, first) - first);
}

// One group of options with its name above; options without a group stand alone.
void draw_group(Ui& ui, const OptionsSpec& spec, std::size_t first, const Rect& rect,
                OptionsResult& result) {
  const std::string_view name = spec.options[first].group;
  const float head = name.empty() ? 0.0F : kGroupHead;
  if (!name.empty()) {
    Node& node = ui.open(Tag::group, ui.key(name), rect);
    node.attributes.emplace_back(Attribute::role, "group");
    node.attributes.emplace_back(Attribute::label, name);
    text_line(ui, {rect.x + 12, rect.y + 8, rect.width - 24, 24}, name, type::caption_strong,
              ui.colour(Token::text_2));
  }
  const std::size_t end = end_of_group(spec.options, first);
  for (std::size_t i = first; i < end; ++i) {
    const float y = rect.y + head + kOptionHeight * static_cast<float>(i - first);
    const Rect row{rect.x, y, rect.width, kOptionHeight};
    if (draw_option(ui, spec.options[i], i == spec.chosen, option_key(spec.key, i), row)) {
      result.pressed = i;
    }
  }
  if (!name.empty()) ui.close();
}

}  // namespace

std::uint64_t option_key(std::uint64_t list, std::size_t place) { return join_key(list, place); }

float options_height(std::span<const Option> options) {
  float height = 0;
  for (std::size_t i = 0; i < options.size(); i = end_of_group(options, i)) {
    height += group_height(options, i);
  }
  return height;
}

OptionsResult draw_options(Ui& ui, const Rect& rect, const OptionsSpec& spec) {
  OptionsResult result;
  result.height = options_height(spec.options);
  Node& node = ui.open(Tag::group, spec.key, {rect.x, rect.y, rect.width, result.height});
  node.attributes.emplace_back(Attribute::role, "listbox");
  node.attributes.emplace_back(Attribute::label, spec.name);
  float y = rect.y;
  for (std::size_t i = 0; i < spec.options.size(); i = end_of_group(spec.options, i)) {
    const float height = group_height(spec.options, i);
    draw_group(ui, spec, i, {rect.x, y, rect.width, height}, result);
    y += height;
  }
  ui.close();
  return result;
}

std::size_t move_in_options(const Ui& ui, std::size_t place, std::size_t count) {
  if (count == 0) return 0;
  if (place >= count) place = 0;
  if (ui.is_key_pressed("ArrowDown")) place = (place + 1) % count;
  if (ui.is_key_pressed("ArrowUp")) place = (place + count - 1) % count;
  return place;
}

}  // namespace rr::ui
