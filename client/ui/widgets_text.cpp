#include <algorithm>

#include "client/ui/widgets.h"

namespace rr::ui {
namespace {

TextLook look_of(const TypeStyle& style, Colour colour, float line_height) {
  TextLook look;
  look.size = style.font.size;
  look.weight = style.font.weight;
  look.face = static_cast<std::uint8_t>(style.font.face);
  look.colour = colour;
  look.line_height = line_height;
  return look;
}

Tag tag_of(HeadingLevel level) {
  if (level == HeadingLevel::h1) return Tag::h1;
  return level == HeadingLevel::h2 ? Tag::h2 : Tag::h3;
}

}  // namespace

Node& heading(Ui& ui, std::string_view key, const Rect& rect, std::string_view text,
              const TypeStyle& style, HeadingLevel level, Token token) {
  Node& node = ui.leaf(tag_of(level), ui.key(key), rect);
  node.text = text;
  node.look = look_of(style, ui.colour(token), rect.height);
  node.flags = kSelectable;
  text_line(ui, rect, text, style, ui.colour(token));
  return node;
}

float wrapped_heading(Ui& ui, std::string_view key, float x, float y, float width,
                      std::string_view text, const TypeStyle& style, HeadingLevel level) {
  const auto lines = wrap_text(ui, text, style, width);
  const float height = static_cast<float>(lines.size()) * style.line_height;
  Node& node = ui.leaf(tag_of(level), ui.key(key), {x, y, width, height});
  node.text = text;
  node.look = look_of(style, ui.colour(Token::text), style.line_height);
  node.flags = kSelectable;
  text_lines(ui, x, y, width, lines, style, ui.colour(Token::text));
  return height;
}

void label(Ui& ui, std::string_view key, const Rect& rect, std::string_view text,
           const TypeStyle& style, Token token, Align align) {
  if (text.empty()) return;
  Rect place = rect;
  const float width = std::min(text_width(ui, text, style) + 1, rect.width);
  if (align == Align::centre) place.x += (rect.width - width) / 2;
  if (align == Align::end) place.x += rect.width - width;
  place.width = width;
  Node& node = ui.leaf(Tag::span, ui.key(key), place);
  node.text = text;
  node.look = look_of(style, ui.colour(token), rect.height);
  node.flags = kSelectable;
  text_line(ui, rect, text, style, ui.colour(token), align);
}

void fitted_label(Ui& ui, std::string_view key, const Rect& rect, std::string_view text,
                  const TypeStyle& style, Token token, Align align) {
  label(ui, key, rect, text, fitted(ui, text, style, rect.width), token, align);
}

float paragraph(Ui& ui, std::string_view key, float x, float y, float width, std::string_view text,
                const TypeStyle& style, Token token, Align align) {
  const auto lines = wrap_text(ui, text, style, width);
  const float height = static_cast<float>(lines.size()) * style.line_height;
  Node& node = ui.leaf(Tag::paragraph, ui.key(key), {x, y, width, height});
  node.text = text;
  node.look = look_of(style, ui.colour(token), style.line_height);
  node.flags = kSelectable;
  text_lines(ui, x, y, width, lines, style, ui.colour(token), align);
  return height;
}

}  // namespace rr::ui
