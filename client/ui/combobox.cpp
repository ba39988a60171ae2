#include "client/ui/combobox.h"

#include <algorithm>

#include "client/text/texts.h"
#include "client/ui/field_parts.h"
#include "shared/base/fold.h"
#include "shared/base/text.h"

namespace rr::ui {
namespace {

constexpr float kMostHeight = 6.5F * kOptionHeight;  // half a row says that there is more
constexpr float kPadding = 6;

struct Offer {
  std::vector<std::size_t> places;  // of what is offered, in the spec's list
  std::vector<Option> options;
};

Offer offer_of(const ComboboxSpec& spec, const ComboboxState& state) {
  Offer offer;
  offer.places = matching_options(spec.options, state.is_asked ? state.query : std::string_view());
  for (const std::size_t place : offer.places) offer.options.push_back(spec.options[place]);
  return offer;
}

void open_list(const ComboboxSpec& spec, ComboboxState& state) {
  state.is_open = true;
  state.is_asked = false;
  state.is_moved = true;
  state.place = spec.selected.value_or(0);
}

// Under the field, or over it where there is more room.
Rect list_place(const Ui& ui, const Rect& box, float wanted) {
  const float below = ui.viewport().height - box.bottom() - 12;
  const float above = box.y - 12;
  const bool is_below = below >= std::min(wanted, 4 * kOptionHeight) || below >= above;
  const float height = std::min(wanted, is_below ? below : above);
  return {box.x, is_below ? box.bottom() + 4 : box.y - height - 4, box.width, height};
}

struct ListResult {
  std::optional<std::size_t> pressed;
  bool is_left = false;  // closed without a choice
  bool is_used = false;  // the focus is in it
};

// The list over the page. It lies in a layer of its own, so keys are its alone.
ListResult draw_list_over(Ui& ui, const Rect& box, std::uint64_t list, const ComboboxSpec& spec,
                          const Offer& offer, ComboboxState& state) {
  ListResult result;
  ui.open_layer(Ui::LayerKind::overlay);
  const float content = offer.options.empty() ? 60.0F : options_height(offer.options);
  const Rect rect =
      list_place(ui, box, std::min(content + 2 * kPadding, kMostHeight + 2 * kPadding));
  // A landmark around it: an overlay stands outside the page's own.
  ui.open(Tag::section, join_key(list, "landmark"), rect)
      .attributes.emplace_back(Attribute::label, spec.field.name);
  card(ui, rect, 14, Elevation::menu);
  const Rect inside = rect.inset(kPadding);
  if (offer.options.empty()) {
    ui.open(Tag::status, join_key(list, "none"), inside);
    paragraph(ui, "words", inside.x + 10, inside.y + 14, inside.width - 20, tr(spec.nothing),
              type::body);
    ui.close();
  }
  ui.open_scroll(join_key(list, "scroll"), inside);
  const OptionsSpec options{list, spec.field.name, offer.options, state.place};
  result.pressed = draw_options(ui, {inside.x, ui.scroll_top(), inside.width, 0}, options).pressed;
  ui.close_scroll(content);
  ui.close();
  const std::size_t before = state.place;
  if (state.is_moved || !ui.is_key_pressed("ArrowDown")) {
    state.place = move_in_options(ui, state.place, offer.options.size());
  }
  const bool is_down = ui.is_key_pressed("ArrowDown");
  state.is_moved = state.is_moved || is_down || state.place != before;
  result.is_left = ui.is_key_pressed("Escape");
  for (std::size_t i = 0; i < offer.options.size(); ++i) {
    result.is_used = result.is_used || ui.is_focused(option_key(list, i));
  }
  result.is_used = result.is_used || ui.is_focused(join_key(list, "scroll"));
  ui.close_layer();
  return result;
}

bool press_button(Ui& ui, const Rect& box, const ComboboxSpec& spec, bool is_open) {
  const std::string name = tr("Show options of {field}", {{"field", spec.field.name}});
  const std::string key = std::string(spec.field.key) + "-button";
  const Rect place{box.right() - 44, box.y, 44, 44};
  const bool is_pressed =
      icon_button(ui, place, {key, name, is_open ? "chevron-up" : "chevron-down"});
  // Keys have the arrows instead.
  if (Node* node = ui.emitted(ui.key(key))) {
    node->attributes.emplace_back(Attribute::tab_index, "-1");
  }
  return is_pressed;
}

}  // namespace

std::vector<std::size_t> matching_options(std::span<const Option> options, std::string_view query) {
  const std::string wanted = fold_case(trim(query));
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (fold_case(options[i].name).find(wanted) != std::string::npos) places.push_back(i);
  }
  return places;
}

ComboboxResult combobox(Ui& ui, const Rect& rect, const ComboboxSpec& spec, ComboboxState& state) {
  ComboboxResult result;
  const std::uint64_t key = ui.key(spec.field.key);
  const std::uint64_t list = join_key(key, "list");
  const bool is_here = ui.is_focused(key);
  const bool is_resting = !is_here && !state.is_open && !spec.is_free;
  if (is_resting) state.query = spec.selected ? spec.options[*spec.selected].name : "";
  Offer offer = offer_of(spec, state);

  FieldSpec field = spec.field;
  field.list = list;
  field.list_state = state.is_open ? Popup::open : Popup::closed;
  field.padding_right = 36;
  const bool has_place = !offer.options.empty() && (!spec.is_free || state.is_moved);
  if (state.is_open && has_place) field.chosen_option = option_key(list, state.place);
  const FieldResult typed = text_field(ui, rect, field, state.query);
  const Rect box = field_box(rect, field, kFieldBoxHeight);
  if (typed.is_changed) {
    state.is_open = state.is_asked = true;
    state.is_moved = !spec.is_free;
    state.place = 0;
    result.is_changed = spec.is_free;
    offer = offer_of(spec, state);
    platform::request_frame();
  } else if (is_here && !state.is_open &&
             (ui.is_key_pressed("ArrowDown") || ui.is_key_pressed("ArrowUp"))) {
    // The key that opens it shall not move in it, too.
    open_list(spec, state);
    platform::request_frame();
    static_cast<void>(press_button(ui, box, spec, true));
    return result;
  }
  if (press_button(ui, box, spec, state.is_open)) {
    if (!state.is_open) open_list(spec, state);
    ui.focus(key);
    platform::request_frame();
    return result;
  }
  if (!state.is_open) {
    result.is_entered = typed.is_entered;
    return result;
  }
  const ListResult drawn = draw_list_over(ui, box, list, spec, offer, state);
  std::optional<std::size_t> pressed = drawn.pressed;
  if (typed.is_entered && has_place) pressed = state.place;
  const bool is_gone =
      !is_here && !drawn.is_used && !ui.is_focused(ui.key(std::string(spec.field.key) + "-button"));
  if (pressed) {
    result.chosen = offer.places[std::min(*pressed, offer.places.size() - 1)];
    state.query = spec.options[*result.chosen].name;
    ui.focus(key);
  }
  if (pressed || drawn.is_left || typed.is_entered || is_gone) {
    state.is_open = state.is_asked = false;
    platform::request_frame();
  }
  return result;
}

}  // namespace rr::ui
