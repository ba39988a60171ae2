#include "client/ui/paint.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "shared/base/text.h"

namespace rr::ui {
namespace {

struct ShadowLayer {
  float down;
  float grow;
  float alpha;
};

constexpr std::array<ShadowLayer, 5> kCardShadow{
    {{4, 2, 0.008F}, {3, 2, 0.01F}, {2, 1, 0.018F}, {1, 1, 0.022F}, {1, 0, 0.05F}}};
constexpr std::array<ShadowLayer, 6> kMenuShadow{
    {{10, 8, 0.006F}, {8, 6, 0.01F}, {6, 4, 0.016F}, {4, 2, 0.022F}, {3, 1, 0.03F}, {2, 0, 0.06F}}};
constexpr std::array<ShadowLayer, 8> kDialogShadow{{{18, 22, 0.005F},
                                                    {16, 18, 0.007F},
                                                    {14, 14, 0.01F},
                                                    {12, 10, 0.014F},
                                                    {10, 7, 0.018F},
                                                    {8, 4, 0.024F},
                                                    {6, 2, 0.03F},
                                                    {4, 0, 0.06F}}};

constexpr Colour kShadowLight = 0x001D221E;  // 30, 34, 29
constexpr std::string_view kEllipsis = "…";

ImVec2 corner(const Rect& rect) { return {rect.x, rect.y}; }
ImVec2 far_corner(const Rect& rect) { return {rect.right(), rect.bottom()}; }

float snap(const Ui& ui, float value) {
  const float scale = ui.viewport().scale;
  return std::round(value * scale) / scale;
}

// Where a text that is too wide for one image is best divided: after the space nearest to its
// middle, 0 when it has none.
std::size_t middle_space(std::string_view text) {
  const std::size_t before = text.rfind(' ', text.size() / 2);
  const std::size_t after = text.find(' ', text.size() / 2);
  const std::size_t found = before == std::string_view::npos || before == 0 ? after : before;
  return found == std::string_view::npos || found + 1 >= text.size() ? 0 : found + 1;
}

void draw_run(Ui& ui, float x, float baseline, std::string_view text, const TypeStyle& style,
              Colour colour) {
  if (text.empty()) return;
  const std::size_t middle = ui.text_cache().fits(text, style.font) ? 0 : middle_space(text);
  if (middle != 0) {
    const std::string_view first = text.substr(0, middle);
    draw_run(ui, x, baseline, first, style, colour);
    draw_run(ui, x + text_width(ui, first, style), baseline, text.substr(middle), style, colour);
    return;
  }
  // What is scrolled away is not rasterised: a long list costs what shows of it.
  const float size = style.font.size;
  const float reach = text_width(ui, text, style) + 2 * size;
  if (!ui.is_visible({x - size, baseline - 2 * size, reach, 3 * size})) return;
  const RunImage& run = ui.text_cache().run(text, style.font, colour);
  if (run.texture == 0) return;
  const float left = snap(ui, x) + run.left;
  const float top = snap(ui, baseline) + run.top;
  // The colour is in the image, so the image is drawn in white.
  ui.draw_list()->AddImage(reinterpret_cast<ImTextureID>(run.texture), {left, top},
                           {left + run.width, top + run.height}, {run.u0, run.v0}, {run.u1, run.v1},
                           0xFFFFFFFF);
}

// Inter's cap height is 0.727 of the size: capitals stand centred in the line.
float baseline_of(const Rect& rect, const TypeStyle& style) {
  return rect.y + (rect.height + style.font.size * 0.727F) / 2;
}

std::size_t first_length(std::string_view text) {
  std::string_view rest = text;
  static_cast<void>(take_code_point(rest));
  return text.size() - rest.size();
}

std::string shorten(Ui& ui, std::string_view text, const TypeStyle& style, float width) {
  std::size_t kept = 0;
  while (kept < text.size()) {
    const std::size_t next = kept + first_length(text.substr(kept));
    std::string candidate(text.substr(0, next));
    candidate += kEllipsis;
    if (text_width(ui, candidate, style) > width) break;
    kept = next;
  }
  return std::string(text.substr(0, kept)) + std::string(kEllipsis);
}

}  // namespace

bool is_contrast(const Ui& ui) {
  return ui.theme() == ThemeName::contrast_light || ui.theme() == ThemeName::contrast_dark;
}

float control_edge(const Ui& ui) { return is_contrast(ui) ? 2.0F : 1.0F; }

void fill(Ui& ui, const Rect& rect, Colour colour, float radius) {
  if (!ui.is_visible(rect)) return;
  ui.draw_list()->AddRectFilled(corner(rect), far_corner(rect), colour, radius);
}

void edge(Ui& ui, const Rect& rect, Colour colour, float radius, float thickness) {
  if (!ui.is_visible(rect)) return;
  const Rect line = rect.inset(thickness / 2);
  ui.draw_list()->AddRect(corner(line), far_corner(line), colour, radius - thickness / 2, 0,
                          thickness);
}

void shadow(Ui& ui, const Rect& rect, float radius, Elevation elevation) {
  if (is_contrast(ui) || elevation == Elevation::none) return;
  const bool is_dark = ui.theme() == ThemeName::dark;
  const bool is_flat = elevation == Elevation::card || elevation == Elevation::segment;
  if (is_dark && is_flat) {
    edge(ui, rect, 0x0AFFFFFF, radius);
    return;
  }
  std::span<const ShadowLayer> layers = kCardShadow;
  if (elevation == Elevation::menu) layers = kMenuShadow;
  if (elevation == Elevation::dialog) layers = kDialogShadow;
  for (const ShadowLayer& layer : layers) {
    const float alpha = layer.alpha * (is_dark ? 4.0F : 1.0F);
    const Colour colour = with_alpha((is_dark ? 0U : kShadowLight) | 0xFF000000, alpha);
    Rect grown = rect.inset(-layer.grow);
    grown.y += layer.down;
    fill(ui, grown, colour, radius + layer.grow);
  }
}

void card(Ui& ui, const Rect& rect, float radius, Elevation elevation) {
  const bool is_lifted = elevation == Elevation::menu || elevation == Elevation::dialog;
  const bool is_raised = is_lifted || elevation == Elevation::segment;
  if (ui.theme() != ThemeName::dark || is_lifted) shadow(ui, rect, radius, elevation);
  fill(ui, rect, ui.colour(is_raised ? Token::raised : Token::surface), radius);
  if (ui.theme() == ThemeName::dark && !is_lifted) shadow(ui, rect, radius, elevation);
  if (is_contrast(ui)) edge(ui, rect, ui.colour(Token::border), radius, 2);
}

void soft_ground(Ui& ui, const Rect& rect, Token ground, Token words, float radius) {
  fill(ui, rect, ui.colour(ground), radius);
  if (is_contrast(ui)) edge(ui, rect, ui.colour(words), radius, 2);
}

void circle(Ui& ui, float x, float y, float radius, Colour colour) {
  if (!ui.is_visible({x - radius, y - radius, 2 * radius, 2 * radius})) return;
  ui.draw_list()->AddCircleFilled({x, y}, radius, colour);
}

void ring(Ui& ui, float x, float y, float radius, Colour colour, float thickness) {
  ui.draw_list()->AddCircle({x, y}, radius - thickness / 2, colour, 0, thickness);
}

void focus_ring(Ui& ui, const Rect& rect, float radius) {
  const Rect ring = rect.inset(-3);
  ui.draw_list()->AddRect(corner(ring), far_corner(ring), ui.colour(Token::focus), radius + 3, 0,
                          2);
}

void icon(Ui& ui, std::string_view name, float x, float y, float size, Colour colour) {
  if (!ui.is_visible({x, y, size, size})) return;
  const RunImage& image = ui.text_cache().icon(name, size, colour);
  const float left = snap(ui, x);
  const float top = snap(ui, y);
  ui.draw_list()->AddImage(reinterpret_cast<ImTextureID>(image.texture), {left, top},
                           {left + image.width, top + image.height}, {image.u0, image.v0},
                           {image.u1, image.v1}, 0xFFFFFFFF);
}

float text_width(Ui& ui, std::string_view text, const TypeStyle& style) {
  return ui.text_cache().advance(text, style.font);
}

TypeStyle fitted(Ui& ui, std::string_view text, const TypeStyle& style, float width) {
  constexpr float kLeast = 11;
  TypeStyle smaller = style;
  while (smaller.font.size > kLeast && text_width(ui, text, smaller) > width) {
    smaller.font.size -= 1;
  }
  return smaller;
}

void text_line(Ui& ui, const Rect& rect, std::string_view text, const TypeStyle& style,
               Colour colour, Align align) {
  std::string shortened;
  float width = text_width(ui, text, style);
  if (width > rect.width + 0.5F) {
    shortened = shorten(ui, text, style, rect.width);
    text = shortened;
    width = text_width(ui, text, style);
  }
  float x = rect.x;
  if (align == Align::centre) x += (rect.width - width) / 2;
  if (align == Align::end) x += rect.width - width;
  draw_run(ui, x, baseline_of(rect, style), text, style, colour);
}

std::vector<std::string> wrap_text(Ui& ui, std::string_view text, const TypeStyle& style,
                                   float width) {
  std::vector<std::string> lines;
  std::string line;
  const auto fits = [&](const std::string& candidate) {
    return text_width(ui, candidate, style) <= width;
  };
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    std::string candidate = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (fits(candidate)) {
      line = std::move(candidate);
      continue;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
    std::string_view rest = word;
    while (!rest.empty()) {
      const std::string_view next = rest.substr(0, first_length(rest));
      if (!line.empty() && !fits(line + std::string(next))) {
        lines.push_back(std::move(line));
        line.clear();
      }
      line += next;
      rest.remove_prefix(next.size());
    }
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

float text_lines(Ui& ui, float x, float y, float width, const std::vector<std::string>& lines,
                 const TypeStyle& style, Colour colour, Align align) {
  float used = 0;
  for (const std::string& line : lines) {
    text_line(ui, {x, y + used, width, style.line_height}, line, style, colour, align);
    used += style.line_height;
  }
  return used;
}

void avatar(Ui& ui, float x, float y, float size, std::string_view name, std::int64_t hue) {
  const PersonColours colours = person_colours(ui.theme(), hue);
  circle(ui, x + size / 2, y + size / 2, size / 2, colours.fill);
  if (name.empty()) return;
  TypeStyle style = type::body_strong;
  style.font.size = std::round(std::clamp(size * 0.45F, 11.0F, 22.0F));
  const std::string_view letter = name.substr(0, first_length(name));
  text_line(ui, {x, y, size, size}, letter, style, colours.letter, Align::centre);
}

}  // namespace rr::ui
