#include <algorithm>

#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

constexpr float kPadding = 12;

void describe_field(Ui& ui, Node& node, const FieldSpec& spec, std::string_view draft) {
  node.value = draft;
  node.has_value = true;
  node.attributes.emplace_back(Attribute::label, spec.name);
  node.attributes.emplace_back(Attribute::autocomplete, spec.autocomplete);
  node.attributes.emplace_back(Attribute::enter_key_hint, spec.enter_hint);
  if (!spec.placeholder.empty()) {
    node.attributes.emplace_back(Attribute::placeholder, spec.placeholder);
  }
  if (spec.kind == FieldKind::number) {
    node.attributes.emplace_back(Attribute::input_mode, "numeric");
  }
  if (spec.maximum_length != 0) {
    node.attributes.emplace_back(Attribute::max_length, std::to_string(spec.maximum_length));
  }
  node.look.size = type::body.font.size;
  node.look.weight = type::body.font.weight;
  node.look.colour = ui.colour(Token::text);
  node.look.padding_left = kPadding;
  node.look.line_height = kFieldBoxHeight;
}

}  // namespace

float field_height(const FieldSpec& spec) {
  return kFieldLabelHeight + kFieldBoxHeight + (spec.error.empty() ? 0.0F : kFieldErrorHeight);
}

void focus_field(Ui& ui, std::string_view key) { ui.focus(ui.key(key)); }

FieldResult text_field(Ui& ui, const Rect& rect, const FieldSpec& spec, std::string& draft) {
  FieldResult result;
  const std::uint64_t key = ui.key(spec.key);
  if (const std::string* typed = ui.typed(key)) {
    result.is_changed = draft != *typed;
    draft = *typed;
  }
  result.is_entered = ui.is_entered(key);
  const Rect label_line{rect.x, rect.y, rect.width, 18};
  text_line(ui, label_line, spec.name, type::caption_strong, ui.colour(Token::text_2));
  const Rect box{rect.x, rect.y + kFieldLabelHeight, rect.width, kFieldBoxHeight};
  const std::uint64_t error_key = join_key(key, "error");
  Node& node = ui.leaf(Tag::text_input, key, box);
  describe_field(ui, node, spec, draft);
  if (!spec.error.empty()) {
    node.flags |= kInvalid;
    node.attributes.emplace_back(Attribute::invalid, "true");
    const std::uint32_t number = ui.number_of(error_key);
    if (number != 0) {
      node.attributes.emplace_back(Attribute::described_by, std::to_string(number));
    } else {
      platform::request_frame();  // the message has a number from the next frame on
    }
  }
  const Interaction state = ui.interact(key, box);
  fill(ui, box, ui.colour(Token::surface), 12);
  if (!spec.error.empty()) {
    edge(ui, box, ui.colour(Token::danger), 12, 2);
  } else if (state.is_focused) {
    edge(ui, box, ui.colour(Token::focus), 12, 2);
  } else {
    edge(ui, box, ui.colour(Token::border_control), 12);
  }
  // A focused field paints its own text, caret and composition (the page's input).
  const Rect inside{box.x + kPadding, box.y, box.width - 2 * kPadding, box.height};
  if (!state.is_focused) {
    const bool is_blank = draft.empty();
    text_line(ui, inside, is_blank ? spec.placeholder : std::string_view(draft), type::body,
              ui.colour(is_blank ? Token::text_3 : Token::text));
  }
  if (!spec.error.empty()) {
    const Rect line{rect.x, box.bottom() + 4, rect.width, 18};
    Node& message = ui.leaf(Tag::paragraph, error_key, line);
    message.text = spec.error;
    message.attributes.emplace_back(Attribute::role, "alert");
    icon(ui, "circle-alert", line.x, line.y + 1, 16, ui.colour(Token::danger_text));
    text_line(ui, {line.x + 22, line.y, line.width - 22, line.height}, spec.error, type::caption,
              ui.colour(Token::danger_text));
  }
  return result;
}

}  // namespace rr::ui
