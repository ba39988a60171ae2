#include "client/ui/theme.h"

#include <doctest/doctest.h>

namespace rr::ui {
namespace {

constexpr Token kGrounds[] = {Token::bg,     Token::surface, Token::sunken,
                              Token::raised, Token::hover,   Token::pressed};
constexpr Token kTexts[] = {Token::text, Token::text_2, Token::text_3};
constexpr Token kWords[] = {Token::accent_text, Token::success_text, Token::warning_text,
                            Token::danger_text, Token::info_text};
constexpr std::pair<Token, Token> kOn[] = {
    {Token::on_accent, Token::accent},         {Token::on_accent, Token::accent_hover},
    {Token::on_accent, Token::accent_pressed}, {Token::on_success, Token::success},
    {Token::on_danger, Token::danger},         {Token::on_accent_soft, Token::accent_soft},
    {Token::inverse_text, Token::inverse},     {Token::inverse_accent, Token::inverse}};

void check_least(ThemeName theme, Token over, Token below, double least) {
  CAPTURE(static_cast<int>(theme));
  CAPTURE(name_of(over));
  CAPTURE(name_of(below));
  CHECK(contrast_ratio(colour_of(theme, over), colour_of(theme, below)) >= least);
}

}  // namespace

TEST_CASE("words reach 4.5 to 1 on every ground they may stand on, in all four themes") {
  for (std::size_t i = 0; i < kThemeCount; ++i) {
    const auto theme = static_cast<ThemeName>(i);
    for (const Token ground : kGrounds) {
      for (const Token text : kTexts) check_least(theme, text, ground, 4.5);
      for (const Token word : kWords) check_least(theme, word, ground, 4.5);
    }
    for (const auto& [over, below] : kOn) check_least(theme, over, below, 4.5);
  }
}

TEST_CASE("edges of controls and the focus ring reach 3 to 1") {
  for (std::size_t i = 0; i < kThemeCount; ++i) {
    const auto theme = static_cast<ThemeName>(i);
    for (const Token ground : {Token::bg, Token::surface, Token::raised}) {
      check_least(theme, Token::border_control, ground, 3.0);
      check_least(theme, Token::focus, ground, 3.0);
      check_least(theme, Token::accent, ground, 3.0);
      check_least(theme, Token::danger, ground, 3.0);
      check_least(theme, Token::success, ground, 3.0);
    }
  }
}

TEST_CASE("a letter on a person's hue reaches 4.5 to 1") {
  for (const ThemeName theme : {ThemeName::light, ThemeName::dark}) {
    for (std::int64_t hue = 1; hue <= 8; ++hue) {
      const PersonColours colours = person_colours(theme, hue);
      CHECK(contrast_ratio(colours.fill, colours.letter) >= 4.5);
    }
  }
}

TEST_CASE("the ratio of black and white is 21") {
  CHECK(contrast_ratio(0xFF000000, 0xFFFFFFFF) == doctest::Approx(21.0));
}

}  // namespace rr::ui
