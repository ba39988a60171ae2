// Shapes and text on the canvas, without meaning. Widgets draw with these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/ui.h"

namespace rr::ui {

// segment: raised ground with a card's shadow.
enum class Elevation : std::uint8_t { none, card, segment, menu, dialog };
enum class Align : std::uint8_t { start, centre, end };

void fill(Ui& ui, const Rect& rect, Colour colour, float radius = 0);
void edge(Ui& ui, const Rect& rect, Colour colour, float radius, float thickness = 1);
void shadow(Ui& ui, const Rect& rect, float radius, Elevation elevation);
// A surface with its shadow, or its edge in high contrast.
void card(Ui& ui, const Rect& rect, float radius = 16, Elevation elevation = Elevation::card);
void circle(Ui& ui, float x, float y, float radius, Colour colour);
// A tinted ground for a message; in high contrast edged in its words' colour.
void soft_ground(Ui& ui, const Rect& rect, Token ground, Token words, float radius);
[[nodiscard]] bool is_contrast(const Ui& ui);
// How thick a control's edge is: thicker in high contrast.
[[nodiscard]] float control_edge(const Ui& ui);
// A circle's edge, inside its radius.
void ring(Ui& ui, float x, float y, float radius, Colour colour, float thickness);
// Around a control that has the focus: 2 px, 2 px outside the shape.
void focus_ring(Ui& ui, const Rect& rect, float radius);
void icon(Ui& ui, std::string_view name, float x, float y, float size, Colour colour);

[[nodiscard]] float text_width(Ui& ui, std::string_view text, const TypeStyle& style);
// `style`, smaller as far as `text` needs it to fit into `width` (units), but never below 11: words
// of controls get smaller before they are cut.
[[nodiscard]] TypeStyle fitted(Ui& ui, std::string_view text, const TypeStyle& style, float width);
// One line in `rect` (centred by height), cut with an ellipsis when it does not fit.
void text_line(Ui& ui, const Rect& rect, std::string_view text, const TypeStyle& style,
               Colour colour, Align align = Align::start);
// Breaks at spaces (and inside words that are wider than the line).
[[nodiscard]] std::vector<std::string> wrap_text(Ui& ui, std::string_view text,
                                                 const TypeStyle& style, float width);
// Draws the lines and answers the height used.
float text_lines(Ui& ui, float x, float y, float width, const std::vector<std::string>& lines,
                 const TypeStyle& style, Colour colour, Align align = Align::start);

// A circle in the person's hue with the first letter of the name.
void avatar(Ui& ui, float x, float y, float size, std::string_view name, std::int64_t hue);

}  // namespace rr::ui
