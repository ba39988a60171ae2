#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include "client/ui/theme.h"

namespace rr::ui {
namespace {

// "#RRGGBB", with alpha where there is some, as documents write colours.
std::string written(Colour colour) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string words = "#";
  for (const int shift : {0, 8, 16, 24}) {
    const auto channel = static_cast<std::size_t>((colour >> shift) & 0xFF);
    if (shift == 24 && channel == 0xFF) break;
    words += kDigits[channel >> 4];
    words += kDigits[channel & 15];
  }
  return words;
}

TEST_CASE("the design page lists the colours that are drawn with") {
  const std::ifstream file(std::string(RR_SOURCE_DIR) + "/docs/design.md");
  std::stringstream page;
  page << file.rdbuf();
  for (std::size_t i = 0; i < kTokenCount; ++i) {
    const auto token = static_cast<Token>(i);
    std::string row = "| `" + std::string(name_of(token)) + "` |";
    for (std::size_t theme = 0; theme < kThemeCount; ++theme) {
      row += " " + written(colour_of(static_cast<ThemeName>(theme), token)) + " |";
    }
    CHECK_MESSAGE(page.str().find(row) != std::string::npos, row);
  }
}

}  // namespace
}  // namespace rr::ui
