#include "client/ui/fields.h"

#include <algorithm>
#include <charconv>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/field_parts.h"
#include "shared/base/time.h"

namespace rr::ui {
namespace {

std::int64_t number_of(std::string_view text, std::int64_t otherwise) {
  std::int64_t value = otherwise;
  static_cast<void>(std::from_chars(text.data(), text.data() + text.size(), value));
  return value;
}

}  // namespace

float text_area_height(Ui& ui, float width, const FieldSpec& spec, float box_height) {
  return field_height(ui, width, spec) - kFieldBoxHeight + box_height;
}

FieldResult text_area(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft,
                      float box_height) {
  const std::uint64_t key = ui.key(spec.key);
  const FieldResult result = take_typed(ui, key, draft);
  const Rect box = field_box(rect, spec, box_height);
  FieldSpec described = spec;
  described.enter_hint = "enter";
  Node& node = emit_field(ui, Tag::text_area, key, box, described, draft);
  node.look.line_height = type::body.line_height;
  // The page paints its words, which must not shine through what lies over it.
  const bool is_covered = !ui.is_top_layer();
  if (is_covered) node.flags |= kCovered;
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, spec, state);
  field_message(ui, key, box, spec);
  if (!is_covered) return result;
  const auto lines = wrap_text(ui, draft, type::body, box.width - 2 * kFieldPadding);
  const auto shown = std::min(lines.size(), static_cast<std::size_t>((box_height - 11) / 22));
  text_lines(ui, box.x + kFieldPadding, box.y + 11, box.width - 2 * kFieldPadding,
             {lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(shown)}, type::body,
             ui.colour(Token::text));
  return result;
}

int step_buttons(Ui& ui, std::uint64_t key, const Rect& box, std::string_view name) {
  ui.open(Tag::group, join_key(key, "steps"), {box.x, box.y, 0, 0});  // the field lies under it
  const std::string less = tr("Decrease {name}", {{"name", name}});
  const std::string more = tr("Increase {name}", {{"name", name}});
  int step = 0;
  if (icon_button(ui, {box.x, box.y, 44, 44}, {"less", less, "minus", Token::text_2})) step = -1;
  if (icon_button(ui, {box.right() - 44, box.y, 44, 44}, {"more", more, "plus", Token::text_2})) {
    step = 1;
  }
  ui.close();
  return step;
}

FieldResult number_field(Ui& ui, const Rect& rect, const NumberSpec& spec, std::string& draft) {
  const std::uint64_t key = ui.key(spec.field.key);
  FieldResult result = take_typed(ui, key, draft);
  const Rect box = field_box(rect, spec.field, kFieldBoxHeight);
  FieldSpec described = spec.field;
  described.kind = FieldKind::number;
  Node& node = emit_field(ui, Tag::number_input, key, box, described, draft);
  node.look.padding_left = 48;  // the buttons' room
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, spec.field, state);
  if (!state.is_focused) {
    const Rect inside{box.x + 48, box.y, box.width - 96, box.height};
    text_line(ui, inside, draft, type::body, ui.colour(Token::text), Align::centre);
  }
  const int step = step_buttons(ui, key, box, spec.field.name);
  if (step != 0) {
    const std::int64_t present = number_of(draft, spec.minimum);
    draft = std::to_string(std::clamp(present + step, spec.minimum, spec.maximum));
    result.is_changed = true;
    platform::request_frame();
  }
  field_message(ui, key, box, spec.field);
  return result;
}

FieldResult date_field(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft) {
  const std::uint64_t key = ui.key(spec.key);
  const FieldResult result = take_typed(ui, key, draft);
  const Rect box = field_box(rect, spec, kFieldBoxHeight);
  emit_field(ui, Tag::date_input, key, box, spec, draft);
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, spec, state);
  if (!state.is_focused) {
    const auto day = parse_date(draft);
    const std::string words = day ? platform::format_date(day->days) : std::string(tr("No date"));
    text_line(ui, {box.x + kFieldPadding, box.y, box.width - 52, box.height}, words, type::body,
              ui.colour(day ? Token::text : Token::text_3));
    icon(ui, "calendar", box.right() - 32, box.y + 12, 20, ui.colour(Token::text_2));
  }
  field_message(ui, key, box, spec);
  return result;
}

std::size_t select(Ui& ui, const Rect& rect, const SelectSpec& spec) {
  const std::uint64_t key = ui.key(spec.field.key);
  std::string value = std::to_string(spec.selected);
  static_cast<void>(take_typed(ui, key, value));
  const auto chosen = static_cast<std::size_t>(number_of(value, 0));
  const Rect box = field_box(rect, spec.field, kFieldBoxHeight);
  emit_field(ui, Tag::select, key, box, spec.field, value);
  for (std::size_t i = 0; i < spec.options.size(); ++i) {
    Node& option = ui.leaf(Tag::option, ui.key(std::to_string(i)), box);
    option.text = spec.options[i];
    option.value = std::to_string(i);
    option.has_value = true;
  }
  ui.close();
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, spec.field, state);
  const bool is_enabled = spec.field.availability == Availability::enabled;
  const Rect inside{box.x + kFieldPadding, box.y, box.width - 52, box.height};
  if (chosen < spec.options.size()) {
    text_line(ui, inside, spec.options[chosen],
              fitted(ui, spec.options[chosen], type::body, inside.width),
              ui.colour(is_enabled ? Token::text : Token::text_3));
  }
  if (is_enabled) {
    icon(ui, "chevron-down", box.right() - 32, box.y + 12, 20, ui.colour(Token::text_2));
  }
  field_message(ui, key, box, spec.field);
  return chosen;
}

}  // namespace rr::ui
