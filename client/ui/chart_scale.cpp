#include "client/ui/chart_scale.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "client/platform/system.h"
#include "client/text/texts.h"

namespace rr::ui {
namespace {

constexpr double kMinuteSteps[] = {1,   2,   5,   10,  15,   30,   60,   120,
                                   180, 240, 360, 720, 1440, 2880, 7200, 14400};

// Steps that people count in, around `rough`, in their order.
std::vector<double> steps_around(double rough, ValueKind kind) {
  if (kind == ValueKind::minutes) return {std::begin(kMinuteSteps), std::end(kMinuteSteps)};
  std::vector<double> steps;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double scale : {power / 10, power, power * 10}) {
    for (const double factor : {1.0, 2.0, 5.0}) steps.push_back(factor * scale);
  }
  const bool is_whole = kind != ValueKind::number;
  if (is_whole) {
    std::erase_if(steps, [](double step) { return step < 0.999; });
    if (steps.empty()) steps.push_back(1);
  }
  return steps;
}

// The one that comes nearest to `wanted` steps: rather fewer than more, and none longer than
// needed.
double step_of(double range, int wanted, ValueKind kind) {
  double best = 0;
  double best_count = 0;
  for (const double step : steps_around(range / wanted, kind)) {
    const double count = std::ceil(range / step - 1e-9);
    const bool is_further = std::abs(count - wanted) > std::abs(best_count - wanted);
    if (best != 0 && (is_further || count == best_count)) continue;
    best = step;
    best_count = count;
  }
  return best;
}

std::string minutes_words(std::int64_t minutes) {
  const std::string hours = std::to_string(minutes / 60);
  const std::string rest = std::to_string(minutes % 60);
  if (minutes < 60) return tr("{minutes} min", {{"minutes", rest}});
  if (minutes % 60 == 0) return tr("{hours} h", {{"hours", hours}});
  return tr("{hours} h {minutes} min", {{"hours", hours}, {"minutes", rest}});
}

// Does every label from `stride` to `stride` have room?
bool has_room(std::span<const float> widths, std::span<const AxisLabel> all, std::size_t stride,
              float gap) {
  for (std::size_t i = stride; i < all.size(); i += stride) {
    const std::size_t before = i - stride;
    if (all[before].x + widths[before] + gap > all[i].x) return false;
  }
  return true;
}

}  // namespace

Scale make_scale(double least, double most, ValueKind kind, int wanted) {
  Scale scale;
  least = std::min(0.0, least);
  most = std::max(most, least);
  if (most - least < 1e-9) most = least + (kind == ValueKind::percent ? 100 : wanted);
  const double step = step_of(most - least, wanted, kind);
  const auto first = static_cast<std::int64_t>(std::floor(least / step + 1e-9));
  const auto last = static_cast<std::int64_t>(std::ceil(most / step - 1e-9));
  for (std::int64_t i = first; i <= last; ++i) scale.ticks.push_back(static_cast<double>(i) * step);
  scale.minimum = scale.ticks.front();
  scale.maximum = scale.ticks.back();
  return scale;
}

std::string format_value(double value, const ValueFormat& format) {
  std::string words;
  switch (format.kind) {
    case ValueKind::count: words = platform::format_number(value, 0); break;
    case ValueKind::number: words = platform::format_number(value, 2); break;
    case ValueKind::money: return platform::format_money(std::llround(value), format.currency);
    case ValueKind::minutes: return minutes_words(std::llround(value));
    case ValueKind::percent: return platform::format_number(value, 0) + "%";
  }
  if (!format.unit.empty()) words += " " + std::string(format.unit);
  return words;
}

std::string format_tick(double value, const ValueFormat& format) {
  ValueFormat plain = format;
  plain.unit = {};
  if (value == 0 && format.kind == ValueKind::minutes) return "0";
  const std::string words = format_value(value, plain);
  if (format.kind != ValueKind::money || std::llround(value) % 100 != 0) return words;
  // The separator and two zeros, wherever the currency stands.
  const std::size_t zeros = words.rfind("00");
  if (zeros == std::string::npos || zeros == 0) return words;
  const char separator = words[zeros - 1];
  if (separator != '.' && separator != ',') return words;
  return words.substr(0, zeros - 1) + words.substr(zeros + 2);
}

std::vector<AxisLabel> place_labels(std::span<const float> widths, std::span<const float> middles,
                                    float left, float right, float gap) {
  std::vector<AxisLabel> all;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const float most = std::max(left, right - widths[i]);
    all.push_back({i, std::clamp(middles[i] - widths[i] / 2, left, most)});
  }
  std::size_t stride = 1;
  while (stride < all.size() && !has_room(widths, all, stride, gap)) ++stride;
  std::vector<AxisLabel> drawn;
  for (std::size_t i = 0; i < all.size(); i += stride) drawn.push_back(all[i]);
  return drawn;
}

}  // namespace rr::ui
