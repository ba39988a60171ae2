#include <algorithm>

#include "client/ui/field_parts.h"

namespace rr::ui {
namespace {

struct Typing {
  std::string_view keyboard;  // empty: as the browser has it
  std::string_view capitals;
  std::string_view spelling;
};

Typing typing_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::number: return {"numeric", "off", "false"};
    case FieldKind::name: return {"", "words", "false"};
    case FieldKind::code: return {"", "off", "false"};
    case FieldKind::search: return {"search", "off", "false"};
    case FieldKind::text: break;
  }
  return {"", "sentences", "true"};
}

void describe(Ui& ui, Node& node, const FieldSpec& spec) {
  node.attributes.emplace_back(Attribute::label, spec.name);
  node.attributes.emplace_back(Attribute::autocomplete, spec.autocomplete);
  node.attributes.emplace_back(Attribute::enter_key_hint, spec.enter_hint);
  if (!spec.placeholder.empty()) {
    node.attributes.emplace_back(Attribute::placeholder, spec.placeholder);
  }
  const Typing typing = typing_of(spec.kind);
  if (!typing.keyboard.empty()) {
    node.attributes.emplace_back(Attribute::input_mode, typing.keyboard);
  }
  node.attributes.emplace_back(Attribute::auto_capitalize, typing.capitals);
  node.attributes.emplace_back(Attribute::spell_check, typing.spelling);
  if (spec.maximum_length != 0) {
    node.attributes.emplace_back(Attribute::max_length, std::to_string(spec.maximum_length));
  }
  if (spec.availability != Availability::enabled) node.flags |= kDisabled;
  node.look.size = type::body.font.size;
  node.look.weight = type::body.font.weight;
  node.look.colour = ui.colour(Token::text);
  node.look.padding_left = kFieldPadding;
  node.look.line_height = kFieldBoxHeight;
}

// The reference of a node that is drawn already; else the next frame tells it.
void refer(Ui& ui, Node& node, Attribute attribute, std::uint64_t key) {
  const std::uint32_t number = ui.number_of(key);
  if (number != 0) {
    node.attributes.emplace_back(attribute, std::to_string(number));
  } else {
    platform::request_frame();
  }
}

void describe_list(Ui& ui, Node& node, const FieldSpec& spec) {
  node.attributes.emplace_back(Attribute::role, "combobox");
  node.attributes.emplace_back(Attribute::completion, "list");
  const bool is_open = spec.list_state == Popup::open;
  node.attributes.emplace_back(Attribute::expanded, is_open ? "true" : "false");
  if (!is_open) return;
  refer(ui, node, Attribute::controls, spec.list);
  if (spec.chosen_option != 0) refer(ui, node, Attribute::active_descendant, spec.chosen_option);
}

// A field's name is its own; where the mirror is seen it needs words beside it.
void show_alone(Ui& ui, std::uint64_t key, const Rect& rect, std::string_view name) {
  if (!ui.viewport().has_forced_colours) return;
  Node& node = ui.leaf(Tag::span, join_key(key, "name"), rect);
  node.text = name;
  node.look.size = type::caption_strong.font.size;
  node.look.weight = type::caption_strong.font.weight;
  node.look.line_height = rect.height;
  node.attributes.emplace_back(Attribute::hidden_from_readers, "true");
}

constexpr float kMessageIcon = 22;

float message_width(float box_width, const FieldSpec& spec) {
  return std::max(box_width, spec.message_width);
}

}  // namespace

float field_height(Ui& ui, float width, const FieldSpec& spec) {
  const float label = spec.label == LabelPlace::above ? kFieldLabelHeight : 0.0F;
  if (spec.error.empty()) return label + kFieldBoxHeight;
  const float words = message_width(width, spec) - kMessageIcon;
  const auto lines = wrap_text(ui, spec.error, type::caption, words).size();
  return label + kFieldBoxHeight + 4 + type::caption.line_height * static_cast<float>(lines);
}

void focus_field(Ui& ui, std::string_view key) { ui.focus(ui.key(key)); }

Rect field_box(const Rect& rect, const FieldSpec& spec, float height) {
  const float label = spec.label == LabelPlace::above ? kFieldLabelHeight : 0.0F;
  return {rect.x, rect.y + label, rect.width, height};
}

Node& emit_field(Ui& ui, Tag tag, std::uint64_t key, const Rect& box, const FieldSpec& spec,
                 std::string_view value) {
  Node& node = tag == Tag::select ? ui.open(tag, key, box) : ui.leaf(tag, key, box);
  node.value = value;
  node.has_value = true;
  describe(ui, node, spec);
  if (spec.list != 0) describe_list(ui, node, spec);
  if (spec.error.empty()) return node;
  node.flags |= kInvalid;
  refer(ui, node, Attribute::described_by, join_key(key, "error"));
  return node;
}

void paint_field(Ui& ui, const Rect& rect, const Rect& box, const FieldSpec& spec,
                 const Interaction& state) {
  if (spec.label == LabelPlace::above) {
    const Rect words{rect.x, rect.y, rect.width, 18};
    text_line(ui, words, spec.name, type::caption_strong, ui.colour(Token::text_2));
    show_alone(ui, ui.key(spec.key), words, spec.name);
  }
  if (spec.availability != Availability::enabled) {
    fill(ui, box, ui.colour(Token::sunken), 12);
    return;
  }
  fill(ui, box, ui.colour(Token::surface), 12);
  if (!spec.error.empty()) {
    edge(ui, box, ui.colour(Token::danger), 12, 2);
  } else if (state.is_focused) {
    edge(ui, box, ui.colour(Token::focus), 12, 1 + control_edge(ui));
  } else {
    edge(ui, box, ui.colour(Token::border_control), 12, control_edge(ui));
  }
}

void field_message(Ui& ui, std::uint64_t key, const Rect& box, const FieldSpec& spec) {
  if (spec.error.empty()) return;
  const float top = box.bottom() + 4;
  const float width = message_width(box.width, spec) - kMessageIcon;
  const auto lines = wrap_text(ui, spec.error, type::caption, width);
  const float x = box.x + kMessageIcon;
  const float height =
      text_lines(ui, x, top, width, lines, type::caption, ui.colour(Token::danger_text));
  Node& message = ui.leaf(Tag::paragraph, join_key(key, "error"), {x, top, width, height});
  message.text = spec.error;
  message.attributes.emplace_back(Attribute::role, "alert");
  icon(ui, "circle-alert", box.x, top + 1, 16, ui.colour(Token::danger_text));
}

FieldResult take_typed(Ui& ui, std::uint64_t key, std::string& draft) {
  FieldResult result;
  if (const std::string* typed = ui.typed(key)) {
    result.is_changed = draft != *typed;
    draft = *typed;
  }
  result.is_entered = ui.is_entered(key);
  return result;
}

FieldResult text_field(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft) {
  const std::uint64_t key = ui.key(spec.key);
  const FieldResult result = take_typed(ui, key, draft);
  const Rect box = field_box(rect, spec, kFieldBoxHeight);
  emit_field(ui, Tag::text_input, key, box, spec, draft);
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, spec, state);
  // A focused field paints its own text, caret and composition (the page's input).
  if (!state.is_focused) {
    const bool is_blank = draft.empty();
    const bool is_quiet = is_blank || spec.availability != Availability::enabled;
    const float inner = box.width - 2 * kFieldPadding - spec.padding_right;
    const Rect inside{box.x + kFieldPadding, box.y, inner, box.height};
    const TypeStyle style =
        is_blank ? fitted(ui, spec.placeholder, type::body, inner) : type::body;
    text_line(ui, inside, is_blank ? spec.placeholder : std::string_view(draft), style,
              ui.colour(is_quiet ? Token::text_3 : Token::text));
  }
  field_message(ui, key, box, spec);
  return result;
}

}  // namespace rr::ui
