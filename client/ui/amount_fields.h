// Money and quantities: text fields with a decimal keypad that take a point or a comma.
//
// The draft holds what was typed. When the focus has left and it is no amount, or out of bounds,
// the field says so by its own name; a valid one is then shown as the reader's language writes it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "client/ui/widgets.h"

namespace rr::ui {

struct MoneySpec {
  FieldSpec field;                    // its error wins over the field's own
  std::string_view currency = "USD";  // ISO 4217
  std::int64_t minimum = 0;           // cents
  std::int64_t maximum = 99'999'999;
};
// What an empty field means is the caller's affair: no amount is no refusal here.
FieldResult money_field(Ui& ui, const Rect& rect, const MoneySpec& spec, std::string& draft);
// Why this draft is refused; empty when it is not. "Price must be an amount such as 4.99."
[[nodiscard]] std::string money_refusal(const MoneySpec& spec, std::string_view draft);

struct QuantitySpec {
  FieldSpec field;
  std::string_view unit = {};  // behind the number: "bottle"
  std::int64_t step = 1000;    // thousandths, of the buttons
  std::int64_t minimum = 0;    // thousandths
  std::int64_t maximum = 1'000'000'000;
};
// Between buttons "Decrease <name>" and "Increase <name>".
FieldResult quantity_field(Ui& ui, const Rect& rect, const QuantitySpec& spec, std::string& draft);
[[nodiscard]] std::string quantity_refusal(const QuantitySpec& spec, std::string_view draft);

// As high as this, with a refusal below where there is one.
[[nodiscard]] float amount_field_height(Ui& ui, float width, const FieldSpec& field,
                                        std::string_view refusal);

}  // namespace rr::ui
