#include <algorithm>

#include "tests/fairness/comparison.h"

namespace rr::fairness {
namespace {

// Lengths in the chart's own units, which are pixels at its natural size.
constexpr std::int64_t kPanelWidth = 400;
constexpr std::int64_t kPanelHeight = 190;
constexpr std::int64_t kRowHeight = 27;
constexpr std::int64_t kFirstRow = 42;
constexpr std::int64_t kBarLeft = 146;
constexpr std::int64_t kBarLength = 180;

// The card brings its own background, so that words stay readable wherever it is shown.
constexpr std::string_view kStyle =
    "<style>\n"
    ".card { fill: #ffffff; stroke: #d0d4dc }\n"
    "text { font: 13px system-ui, sans-serif; fill: #1f2430 }\n"
    ".title { font-weight: 600 }\n"
    ".bar { fill: #8a93a6 }\n"
    ".own { fill: #2f6fde }\n"
    ".line { stroke: #5b6475; stroke-width: 2 }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ".card { fill: #171b24; stroke: #3a4150 }\n"
    "text { fill: #e8ebf2 }\n"
    ".bar { fill: #7d879b }\n"
    ".own { fill: #6ea1ff }\n"
    ".line { stroke: #b4bccb }\n"
    "}\n"
    "</style>\n";

std::string attribute(std::string_view name, std::int64_t value) {
  return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

std::string text_at(std::int64_t x, std::int64_t y, std::string_view words,
                    std::string_view more = "") {
  return "<text" + attribute("x", x) + attribute("y", y) + std::string(more) + ">" +
         std::string(words) + "</text>\n";
}

std::string row(std::int64_t left, std::int64_t top, std::size_t model, const Figures& figures,
                std::int64_t longest) {
  const std::int64_t x = left + kBarLeft;
  const std::int64_t middle = top + 9;
  const std::int64_t bar = std::max<std::int64_t>(2, figures.median * kBarLength / longest);
  const std::int64_t high = figures.high * kBarLength / longest;
  std::string drawn = text_at(x - 8, top + 13, kModels[model].name, " text-anchor=\"end\"");
  drawn += "<rect class=\"" + std::string(model == kProduct ? "own" : "bar") + "\"" +
           attribute("x", x) + attribute("y", top) + attribute("width", bar) +
           attribute("height", 18) + "/>\n";
  if (high > bar) {
    drawn += "<line class=\"line\"" + attribute("x1", x + bar) + attribute("y1", middle) +
             attribute("x2", x + high) + attribute("y2", middle) + "/>\n";
  }
  return drawn + text_at(x + std::max(bar, high) + 6, top + 13, std::to_string(figures.median));
}

std::string panel(const Comparison& comparison, std::int64_t left, std::int64_t top,
                  const NamedMeasure& measure) {
  std::int64_t longest = 1;
  for (std::size_t model = 0; model < kModelCount; ++model) {
    longest = std::max(longest, figures_of(comparison, model, measure).high);
  }
  std::string drawn =
      text_at(left + 16, top + 26, std::string(measure.name) + ", " + std::string(measure.unit),
              " class=\"title\"");
  for (std::size_t model = 0; model < kModelCount; ++model) {
    const std::int64_t y = top + kFirstRow + kRowHeight * static_cast<std::int64_t>(model);
    drawn += row(left, y, model, figures_of(comparison, model, measure), longest);
  }
  return drawn;
}

}  // namespace

std::string print_chart(const Comparison& comparison) {
  const std::int64_t width = 2 * kPanelWidth;
  const std::int64_t height = 2 * kPanelHeight;
  std::string chart = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " +
                      std::to_string(width) + " " + std::to_string(height) + "\"" +
                      attribute("width", width) + attribute("height", height) +
                      " role=\"img\">\n<title>Fairness over a year, by way of dividing</title>\n";
  chart += kStyle;
  chart += "<rect class=\"card\" x=\"0.5\" y=\"0.5\"" + attribute("width", width - 1) +
           attribute("height", height - 1) + " rx=\"8\"/>\n";
  for (std::size_t i = 0; i < kMeasures; ++i) {
    const auto place = static_cast<std::int64_t>(i);
    chart += panel(comparison, place % 2 * kPanelWidth, place / 2 * kPanelHeight, kMeasureList[i]);
  }
  return chart + "</svg>\n";
}

}  // namespace rr::fairness
