#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "client/ui/tooltip.h"
#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr float kHoverMs = 120;
constexpr float kCheckboxWords = 36;  // from its left edge to its words

struct ButtonLook {
  Token ground;
  Token words;
  Token hover;
  Token pressed;
  bool has_ground;
  bool has_edge;
};

ButtonLook look_of(ButtonKind kind) {
  switch (kind) {
    case ButtonKind::primary:
      return {Token::accent, Token::on_accent, Token::accent_hover, Token::accent_pressed, true,
              false};
    case ButtonKind::secondary:
      return {Token::surface, Token::text, Token::hover, Token::pressed, true, true};
    case ButtonKind::soft:
      return {Token::accent_soft, Token::on_accent_soft, Token::hover, Token::pressed, true, false};
    case ButtonKind::quiet:
      return {Token::hover, Token::accent_text, Token::hover, Token::pressed, false, false};
    case ButtonKind::plain:
      return {Token::hover, Token::text_2, Token::hover, Token::pressed, false, false};
    case ButtonKind::destructive:
      return {Token::danger, Token::on_danger, Token::danger, Token::danger, true, false};
    case ButtonKind::destructive_quiet:
      return {Token::hover, Token::danger_text, Token::hover, Token::pressed, false, false};
  }
  return {Token::surface, Token::text, Token::hover, Token::pressed, true, true};
}

struct ButtonMeasures {
  const TypeStyle* style;
  float padding;
  float icon;
  float radius;
};

ButtonMeasures measures_of(ButtonSize size) {
  switch (size) {
    case ButtonSize::regular: return {&type::body_strong, 16, 20, 12};
    case ButtonSize::small: return {&type::caption_strong, 12, 16, 10};
    case ButtonSize::inline_text: return {&type::caption_strong, 0, 16, 6};
  }
  return {&type::body_strong, 16, 20, 12};
}

// The target of a control that is painted smaller than a finger.
Rect target_of(const Rect& rect) {
  Rect target = rect;
  if (target.width < kTargetSize) {
    target.x -= (kTargetSize - target.width) / 2;
    target.width = kTargetSize;
  }
  if (target.height < kTargetSize) {
    target.y -= (kTargetSize - target.height) / 2;
    target.height = kTargetSize;
  }
  return target;
}

void paint_ground(Ui& ui, const Rect& rect, const ButtonLook& look, const Interaction& state,
                  std::uint64_t key, float radius, Availability availability) {
  if (availability == Availability::disabled) {
    fill(ui, rect, ui.colour(Token::sunken), radius);
    return;
  }
  if (look.has_ground) fill(ui, rect, ui.colour(look.ground), radius);
  const float hover = ui.animate(key, state.is_hovered ? 1.0F : 0.0F, kHoverMs);
  const float eased = 1 - (1 - hover) * (1 - hover);
  if (eased > 0) fill(ui, rect, with_alpha(ui.colour(look.hover), eased), radius);
  if (state.is_pressed) fill(ui, rect, ui.colour(look.pressed), radius);
  if (look.has_edge) edge(ui, rect, ui.colour(Token::border_control), radius, control_edge(ui));
  const bool is_soft = look.ground == Token::accent_soft;
  if (is_soft && is_contrast(ui)) edge(ui, rect, ui.colour(look.words), radius, 2);
}

void paint_busy_arc(Ui& ui, float x, float y, float size, Colour colour) {
  const float turn =
      ui.viewport().has_reduced_motion ? 0.0F : static_cast<float>(ui.now_ms() / 1000.0) * 6.2832F;
  ui.draw_list()->PathArcTo({x + size / 2, y + size / 2}, size / 2 - 2, turn, turn + 4.4F, 24);
  ui.draw_list()->PathStroke(colour, 0, 2.4F);
  if (!ui.viewport().has_reduced_motion) platform::request_frame();
}

void tell_icon(const Ui& ui, Node& node, std::string_view name) {
  if (!ui.viewport().has_forced_colours || name.empty()) return;
  node.attributes.emplace_back(Attribute::icon, name);
}

}  // namespace

float button_width(Ui& ui, const ButtonSpec& spec) {
  const ButtonMeasures measures = measures_of(spec.size);
  const float icon_width = spec.icon.empty() ? 0.0F : measures.icon + 8;
  return std::ceil(text_width(ui, spec.name, *measures.style) + 2 * measures.padding + icon_width);
}

bool button(Ui& ui, const Rect& rect, const ButtonSpec& spec) {
  const ButtonMeasures measures = measures_of(spec.size);
  const ButtonLook look = look_of(spec.kind);
  const std::uint64_t key = ui.key(spec.key);
  const Rect target = target_of(rect);
  Node& node = ui.leaf(Tag::button, key, target);
  node.text = spec.name;
  tell_icon(ui, node, spec.icon);
  if (spec.availability == Availability::disabled) node.flags |= kDisabled;
  // A busy button keeps the focus, so it is not disabled for the browser.
  if (spec.availability == Availability::busy) {
    node.attributes.emplace_back(Attribute::busy, "true");
    node.attributes.emplace_back(Attribute::disabled, "true");
  }
  const Interaction state = ui.interact(key, target);
  const float radius = measures.radius;
  paint_ground(ui, rect, look, state, key, radius, spec.availability);
  const bool is_disabled = spec.availability == Availability::disabled;
  const Colour words = ui.colour(is_disabled ? Token::text_3 : look.words);
  const bool is_busy = spec.availability == Availability::busy;
  const bool has_icon = is_busy || !spec.icon.empty();
  const float icon_room = has_icon ? measures.icon + 8 : 0.0F;
  // A busy button keeps its width: the arc takes from the padding.
  const float least = std::min(is_busy ? 2.0F : 8.0F, measures.padding);
  const float room = rect.width - icon_room - 1.5F * least;
  const TypeStyle style = fitted(ui, spec.name, *measures.style, room);
  const float words_width = text_width(ui, spec.name, style);
  float x = rect.x + std::max(least, (rect.width - words_width - icon_room) / 2);
  if (has_icon) {
    const float y = rect.y + (rect.height - measures.icon) / 2;
    if (is_busy) {
      paint_busy_arc(ui, x, y, measures.icon, words);
    } else {
      icon(ui, spec.icon, x, y, measures.icon, words);
    }
    x += icon_room;
  }
  text_line(ui, {x, rect.y, rect.right() - x - least / 2, rect.height}, spec.name, style,
            words);
  if (state.is_focus_shown) focus_ring(ui, rect, radius);
  return state.is_activated && spec.availability == Availability::enabled;
}

bool icon_button(Ui& ui, const Rect& rect, const IconButtonSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  const Rect target = target_of(rect);
  Node& node = ui.leaf(Tag::button, key, target);
  node.attributes.emplace_back(Attribute::label, spec.name);
  tell_icon(ui, node, spec.icon);
  if (spec.is_grip) node.flags |= kGrip;
  if (spec.popup != Popup::none) {
    node.attributes.emplace_back(Attribute::has_popup, "menu");
    const bool is_open = spec.popup == Popup::open;
    node.attributes.emplace_back(Attribute::expanded, is_open ? "true" : "false");
  }
  const Interaction state = ui.interact(key, target);
  const ButtonLook look = look_of(ButtonKind::plain);
  paint_ground(ui, rect, look, state, key, rect.height / 2, Availability::enabled);
  icon(ui, spec.icon, rect.x + (rect.width - 20) / 2, rect.y + (rect.height - 20) / 2, 20,
       ui.colour(spec.token));
  if (state.is_focus_shown) focus_ring(ui, rect, rect.height / 2);
  tooltip(ui, {key, rect, spec.name, true});
  return state.is_activated;
}

void paint_bar_item(Ui& ui, const Rect& rect, const NavLinkSpec& spec, const Interaction& state) {
  const Colour mark = ui.colour(spec.is_current ? Token::accent_text : Token::text_2);
  const TypeStyle& normal = spec.is_current ? type::caption_strong : type::caption;
  if (state.is_hovered || state.is_pressed) {
    fill(ui, rect.inset(4), ui.colour(state.is_pressed ? Token::pressed : Token::hover), 12);
  }
  const float width = rect.width - 4;
  // A single word is rather small than broken.
  const bool is_one_word = spec.name.find(' ') == std::string_view::npos;
  const TypeStyle style = is_one_word ? fitted(ui, spec.name, normal, width) : normal;
  const bool is_wrapped = text_width(ui, spec.name, style) > width;
  const float icon_y = rect.y + (is_wrapped ? 3.0F : 9.0F);
  icon(ui, spec.icon, rect.x + (rect.width - 24) / 2, icon_y, 24, mark);
  if (is_wrapped) {
    float y = rect.y + 28;
    for (const std::string& line : wrap_text(ui, spec.name, style, width)) {
      text_line(ui, {rect.x + 2, y, width, 16}, line, style, mark, Align::centre);
      y += 16;
    }
  } else {
    text_line(ui, {rect.x + 2, rect.y + 36, width, 18}, spec.name, style, mark, Align::centre);
  }
  if (state.is_focus_shown) focus_ring(ui, rect.inset(4), 12);
}

bool nav_link(Ui& ui, const Rect& rect, const NavLinkSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  Node& node = ui.leaf(Tag::link, key, rect);
  node.text = spec.name;
  node.attributes.emplace_back(Attribute::href, spec.href);
  tell_icon(ui, node, spec.icon);
  if (spec.is_current) node.attributes.emplace_back(Attribute::current, "page");
  const Interaction state = ui.interact(key, rect);
  if (spec.layout == LayoutClass::desktop) {
    if (spec.is_current) {
      if (spec.current_ground == Token::raised) {
        card(ui, rect, 12, Elevation::segment);
      } else {
        fill(ui, rect, ui.colour(spec.current_ground), 12);
      }
    } else if (state.is_hovered || state.is_pressed) {
      fill(ui, rect, ui.colour(state.is_pressed ? Token::pressed : Token::hover), 12);
    }
    const Colour mark = ui.colour(spec.is_current ? Token::accent_text : Token::text_2);
    icon(ui, spec.icon, rect.x + 12, rect.y + (rect.height - 20) / 2, 20, mark);
    const TypeStyle& style = spec.is_current ? type::body_strong : type::body;
    const Colour words = ui.colour(spec.is_current ? Token::text : Token::text_2);
    text_line(ui, {rect.x + 44, rect.y, rect.width - 56, rect.height}, spec.name,
              fitted(ui, spec.name, style, rect.width - 56), words);
  } else {
    paint_bar_item(ui, rect, spec, state);
    return state.is_activated;
  }
  if (state.is_focus_shown) focus_ring(ui, rect.inset(3), 12);
  return state.is_activated;
}

float checkbox_height(Ui& ui, float width, const CheckboxSpec& spec) {
  const auto lines = wrap_text(ui, spec.name, type::body, width - kCheckboxWords);
  const float words = static_cast<float>(lines.size()) * type::body.line_height;
  return std::max(kTargetSize, words + 12);
}

bool checkbox(Ui& ui, const Rect& rect, const CheckboxSpec& spec) {
  const std::uint64_t key = ui.key(spec.key);
  Node& node = ui.leaf(Tag::checkbox, key, rect);
  node.check = spec.is_checked ? CheckState::on : CheckState::off;
  node.attributes.emplace_back(Attribute::label, spec.name);
  const Interaction state = ui.interact(key, rect);
  const Rect box{rect.x, rect.y + (rect.height - 24) / 2, 24, 24};
  const Token tick = spec.tick_ground == Token::success ? Token::on_success : Token::on_accent;
  const float grown = ui.animate(key, spec.is_checked ? 1.0F : 0.0F, 160);
  if (grown > 0) {
    fill(ui, box.inset(12 * (1 - grown)), ui.colour(spec.tick_ground), 7 * grown);
    if (spec.is_checked) icon(ui, "check", box.x + 4, box.y + 4, 16, ui.colour(tick));
  }
  if (grown < 1) edge(ui, box, ui.colour(Token::border_control), 7, 1.5F);
  const float words_width = rect.width - kCheckboxWords;
  const auto lines = wrap_text(ui, spec.name, type::body, words_width);
  const float words_height = static_cast<float>(lines.size()) * type::body.line_height;
  text_lines(ui, rect.x + kCheckboxWords, rect.y + (rect.height - words_height) / 2, words_width,
             lines, type::body, ui.colour(spec.is_checked ? Token::text_2 : Token::text));
  if (state.is_focus_shown) focus_ring(ui, box, 7);
  return state.is_activated;
}

}  // namespace rr::ui
