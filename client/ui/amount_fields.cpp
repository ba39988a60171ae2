#include "client/ui/amount_fields.h"

#include <algorithm>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/field_parts.h"
#include "client/ui/paint.h"
#include "client/ui/typed_values.h"
#include "shared/base/function_ref.h"

namespace rr::ui {
namespace {

// The caller's error, else the field's own once the focus has left.
FieldSpec with_refusal(const Ui& ui, const FieldSpec& field, std::uint64_t key,
                       const std::string& refusal) {
  FieldSpec shown = field;
  if (shown.error.empty() && !ui.is_focused(key)) shown.error = refusal;
  return shown;
}

// Why a value outside its bounds is refused; empty inside them.
std::string bound_refusal(std::string_view field, std::int64_t value, std::int64_t least,
                          std::int64_t most, FunctionRef<std::string(std::int64_t)> write) {
  if (value < least) {
    const std::string bound = write(least);
    return tr("{field} must be at least {bound}.", {{"field", field}, {"bound", bound}});
  }
  if (value > most) {
    const std::string bound = write(most);
    return tr("{field} must be at most {bound}.", {{"field", field}, {"bound", bound}});
  }
  return {};
}

void paint_text(Ui& ui, const Rect& inside, const FieldSpec& field, std::string_view words,
                Align align) {
  const bool is_blank = words.empty();
  const bool is_quiet = is_blank || field.availability != Availability::enabled;
  text_line(ui, inside, is_blank ? field.placeholder : words, type::body,
            ui.colour(is_quiet ? Token::text_3 : Token::text), align);
}

}  // namespace

std::string money_refusal(const MoneySpec& spec, std::string_view draft) {
  if (draft.empty()) return {};
  const auto cents = parse_cents(draft);
  if (!cents) {
    const std::string example = platform::format_number(4.99, 2);
    return tr("{field} must be an amount such as {example}.",
              {{"field", spec.field.name}, {"example", example}});
  }
  return bound_refusal(
      spec.field.name, *cents, spec.minimum, spec.maximum,
      [&](std::int64_t value) { return platform::format_money(value, spec.currency); });
}

FieldResult money_field(Ui& ui, const Rect& rect, const MoneySpec& spec, std::string& draft) {
  const std::uint64_t key = ui.key(spec.field.key);
  const FieldResult result = take_typed(ui, key, draft);
  const std::string refusal = money_refusal(spec, draft);
  const FieldSpec field = with_refusal(ui, spec.field, key, refusal);
  const Rect box = field_box(rect, field, kFieldBoxHeight);
  emit_field(ui, Tag::text_input, key, box, field, draft)
      .attributes.emplace_back(Attribute::input_mode, "decimal");
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, field, state);
  if (!state.is_focused) {
    const auto cents = parse_cents(draft);
    const std::string words = cents ? platform::format_money(*cents, spec.currency) : draft;
    const Rect inside{box.x + kFieldPadding, box.y, box.width - 2 * kFieldPadding, box.height};
    paint_text(ui, inside, field, words, Align::start);
  }
  field_message(ui, key, box, field);
  return result;
}

std::string quantity_refusal(const QuantitySpec& spec, std::string_view draft) {
  if (draft.empty()) return {};
  const auto amount = parse_thousandths(draft);
  if (!amount) {
    const std::string example = platform::format_number(1.5, 1);
    return tr("{field} must be a number such as {example}.",
              {{"field", spec.field.name}, {"example", example}});
  }
  return bound_refusal(spec.field.name, *amount, spec.minimum, spec.maximum,
                       [](std::int64_t value) {
                         return platform::format_number(static_cast<double>(value) / 1000, 3);
                       });
}

FieldResult quantity_field(Ui& ui, const Rect& rect, const QuantitySpec& spec, std::string& draft) {
  const std::uint64_t key = ui.key(spec.field.key);
  FieldResult result = take_typed(ui, key, draft);
  const std::string refusal = quantity_refusal(spec, draft);
  const FieldSpec field = with_refusal(ui, spec.field, key, refusal);
  const Rect box = field_box(rect, field, kFieldBoxHeight);
  Node& node = emit_field(ui, Tag::text_input, key, box, field, draft);
  node.look.padding_left = 48;  // the buttons' room
  node.attributes.emplace_back(Attribute::input_mode, "decimal");
  const Interaction state = ui.interact(key, box);
  paint_field(ui, rect, box, field, state);
  if (!state.is_focused) {
    const auto amount = parse_thousandths(draft);
    std::string words = draft;
    if (amount) words = platform::format_number(static_cast<double>(*amount) / 1000, 3);
    if (amount && !spec.unit.empty()) words += " " + std::string(spec.unit);
    paint_text(ui, {box.x + 48, box.y, box.width - 96, box.height}, field, words, Align::centre);
  }
  const int step = step_buttons(ui, key, box, field.name);
  if (step != 0) {
    const std::int64_t present = parse_thousandths(draft).value_or(spec.minimum);
    draft = thousandths_text(std::clamp(present + step * spec.step, spec.minimum, spec.maximum));
    result.is_changed = true;
    platform::request_frame();
  }
  field_message(ui, key, box, field);
  return result;
}

float amount_field_height(Ui& ui, float width, const FieldSpec& field, std::string_view refusal) {
  FieldSpec shown = field;
  if (shown.error.empty()) shown.error = refusal;
  return field_height(ui, width, shown);
}

}  // namespace rr::ui
