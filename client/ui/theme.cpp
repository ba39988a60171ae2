#include "client/ui/theme.h"

#include <algorithm>
#include <cmath>

namespace rr::ui {
namespace {

struct TokenRow {
  std::string_view name;
  std::array<Colour, kThemeCount> colours;  // light, dark, high contrast light, dark
};

constexpr std::array<TokenRow, kTokenCount> kTokens{{
    {"bg", {0xFFF1F5F4, 0xFF121513, 0xFFFFFFFF, 0xFF000000}},
    {"surface", {0xFFFFFFFF, 0xFF1A1F1C, 0xFFFFFFFF, 0xFF000000}},
    {"sunken", {0xFFE6ECEA, 0xFF0C0F0D, 0xFFF0F0F0, 0xFF141414}},
    {"raised", {0xFFFFFFFF, 0xFF252B27, 0xFFFFFFFF, 0xFF000000}},
    {"hover", {0xFFEBF1EF, 0xFF2A322D, 0xFFE0E0E0, 0xFF262626}},
    {"pressed", {0xFFDEE6E3, 0xFF333C36, 0xFFCFCFCF, 0xFF333333}},
    {"border", {0xFFD9E1DE, 0xFF2E3631, 0xFF000000, 0xFFFFFFFF}},
    {"border-control", {0xFF7B8780, 0xFF75827B, 0xFF000000, 0xFFFFFFFF}},
    {"text", {0xFF1D221E, 0xFFEAF0EE, 0xFF000000, 0xFFFFFFFF}},
    {"text-2", {0xFF4C564F, 0xFFB3BFB9, 0xFF000000, 0xFFFFFFFF}},
    {"text-3", {0xFF5B665F, 0xFF9DAAA3, 0xFF1A1A1A, 0xFFE6E6E6}},
    {"accent", {0xFF1B44C8, 0xFF5C8AFF, 0xFF00268A, 0xFF8FB0FF}},
    {"accent-hover", {0xFF143AB5, 0xFF779EFF, 0xFF001E6E, 0xFFABC4FF}},
    {"accent-pressed", {0xFF0E309C, 0xFF4A7AF2, 0xFF001757, 0xFFC5D6FF}},
    {"on-accent", {0xFFFFFFFF, 0xFF06102B, 0xFFFFFFFF, 0xFF000000}},
    {"accent-text", {0xFF1238AE, 0xFF779EFF, 0xFF00268A, 0xFF8FB0FF}},
    {"accent-soft", {0xFFDFE8FB, 0xFF19223A, 0xFFFFFFFF, 0xFF000000}},
    {"on-accent-soft", {0xFF0D2D8C, 0xFFA9C3FF, 0xFF00268A, 0xFF8FB0FF}},
    {"focus", {0xFF1D221E, 0xFFF0F6F4, 0xFF000000, 0xFFFFFFFF}},
    {"success", {0xFF4A7A1D, 0xFF94C863, 0xFF2E5C00, 0xFFB2F07D}},
    {"success-text", {0xFF3D6517, 0xFFA6D67A, 0xFF2E5C00, 0xFFB2F07D}},
    {"success-soft", {0xFFE7F1E1, 0xFF1F3018, 0xFFFFFFFF, 0xFF000000}},
    {"on-success", {0xFFFFFFFF, 0xFF14210B, 0xFFFFFFFF, 0xFF000000}},
    {"warning", {0xFF005FA4, 0xFF4AB0EF, 0xFF003E6B, 0xFF7AD2FF}},
    {"warning-text", {0xFF00497E, 0xFF70C1F5, 0xFF003E6B, 0xFF7AD2FF}},
    {"warning-soft", {0xFFD6F0FB, 0xFF0F2833, 0xFFFFFFFF, 0xFF000000}},
    {"danger", {0xFF3D20B4, 0xFF583CD0, 0xFF20008F, 0xFFAB9DFF}},
    {"danger-text", {0xFF351AA3, 0xFFA798FF, 0xFF20008F, 0xFFAB9DFF}},
    {"danger-soft", {0xFFE9E5FB, 0xFF211A3D, 0xFFFFFFFF, 0xFF000000}},
    {"on-danger", {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000}},
    {"info", {0xFFB45A2C, 0xFFFFB18F, 0xFF802F0B, 0xFFFFC3A9}},
    {"info-text", {0xFF9A4C24, 0xFFFFC1A6, 0xFF802F0B, 0xFFFFC3A9}},
    {"info-soft", {0xFFFAECE5, 0xFF42271B, 0xFFFFFFFF, 0xFF000000}},
    {"inverse", {0xFF242B26, 0xFFE4ECE9, 0xFF000000, 0xFFFFFFFF}},
    {"inverse-text", {0xFFF1F7F5, 0xFF1A1F1B, 0xFFFFFFFF, 0xFF000000}},
    {"inverse-accent", {0xFF92B4FF, 0xFF1033A2, 0xFFBDD2FF, 0xFF00227A}},
    {"scrim", {0x731D221E, 0xA6000000, 0xB3000000, 0xCC000000}},
    {"series-1", {0xFF1B44C8, 0xFF5C8AFF, 0xFF00268A, 0xFF8FB0FF}},
    {"series-2", {0xFFB45A2C, 0xFFFFB18F, 0xFF802F0B, 0xFFFFC3A9}},
    {"series-3", {0xFF4A7A1D, 0xFF94C863, 0xFF2E5C00, 0xFFB2F07D}},
    {"series-4", {0xFF68448A, 0xFFBA98DD, 0xFF401F5E, 0xFFD4BBF0}},
    {"mood-1", {0xFF9C4E3F, 0xFFD67F6C, 0xFF6B2A1F, 0xFFFFAE9D}},
    {"mood-2", {0xFFE0A893, 0xFFEEBBA9, 0xFFCC846C, 0xFFFFD4C8}},
    {"mood-3", {0xFFCDD9D8, 0xFFBECBC9, 0xFFBDBDBD, 0xFFE0E0E0}},
    {"mood-4", {0xFF73B8F3, 0xFF73B8F3, 0xFF3F92D9, 0xFF9AD1FF}},
    {"mood-5", {0xFF2F69E2, 0xFF407AF0, 0xFF0B3FA8, 0xFF669CFF}},
}};

struct PersonRow {
  PersonColours light;
  PersonColours dark;
};

constexpr std::array<PersonRow, 8> kPeople{{
    {{0xFF724C9B, 0xFFFFFFFF}, {0xFF8C64B5, 0xFF120A1B}},
    {{0xFF537F1F, 0xFFFFFFFF}, {0xFF6CA035, 0xFF0C1504}},
    {{0xFF0E8CE7, 0xFF001324}, {0xFF269AEE, 0xFF001324}},
    {{0xFFECA888, 0xFF381A0E}, {0xFFF2B193, 0xFF381A0E}},
    {{0xFFA94F33, 0xFFFFFFFF}, {0xFFC4664C, 0xFFFFFFFF}},
    {{0xFFBBB4E9, 0xFF19123A}, {0xFFC2BCED, 0xFF19123A}},
    {{0xFF333D4A, 0xFFFFFFFF}, {0xFF56667A, 0xFFFFFFFF}},
    {{0xFF94E5D6, 0xFF082B25}, {0xFF94E5D6, 0xFF082B25}},
}};

double channel(Colour colour, int shift) {
  const double value = static_cast<double>((colour >> shift) & 0xFF) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 16);
}

}  // namespace

Colour colour_of(ThemeName theme, Token token) {
  return kTokens[static_cast<std::size_t>(token)].colours[static_cast<std::size_t>(theme)];
}

std::string_view name_of(Token token) { return kTokens[static_cast<std::size_t>(token)].name; }

PersonColours person_colours(ThemeName theme, std::int64_t hue) {
  const std::int64_t place = (std::clamp<std::int64_t>(hue, 1, 8) - 1);
  const PersonRow& row = kPeople[static_cast<std::size_t>(place)];
  const bool is_dark = theme == ThemeName::dark || theme == ThemeName::contrast_dark;
  return is_dark ? row.dark : row.light;
}

double contrast_ratio(Colour a, Colour b) {
  const double first = luminance(a);
  const double second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour blend(Colour over, Colour below, float alpha) {
  Colour result = 0xFF000000;
  for (int shift = 0; shift < 24; shift += 8) {
    const auto top = static_cast<float>((over >> shift) & 0xFF);
    const auto ground = static_cast<float>((below >> shift) & 0xFF);
    const float mixed = top * alpha + ground * (1 - alpha);
    result |= static_cast<Colour>(std::lround(mixed)) << shift;
  }
  return result;
}

Colour with_alpha(Colour colour, float alpha) {
  const auto present = static_cast<float>(colour >> 24);
  const auto scaled = static_cast<Colour>(std::lround(present * std::clamp(alpha, 0.0F, 1.0F)));
  return (colour & 0x00FFFFFF) | (scaled << 24);
}

}  // namespace rr::ui
