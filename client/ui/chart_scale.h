// Numbers of a chart's axes: where lines stand, what stands beside them, which labels have room.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rr::ui {

// What a chart's values are. count: whole numbers; money: cents; minutes: whole minutes.
enum class ValueKind : std::uint8_t { count, number, money, minutes, percent };

struct ValueFormat {
  ValueKind kind = ValueKind::count;
  std::string_view currency = "USD";  // ISO 4217, of money
  std::string_view unit = {};         // behind a count or a number: "points", "of 5"
};

struct Scale {
  double minimum = 0;
  double maximum = 1;
  std::vector<double> ticks;  // from minimum to maximum, evenly

  // 0 at the minimum, 1 at the maximum.
  [[nodiscard]] double share(double value) const { return (value - minimum) / (maximum - minimum); }
};

// From `least` (or 0, if that is lower) to `most` at least, in steps that people count in: 1, 2 and
// 5 times a power of ten, for minutes also quarters and halves of hours and whole days. As near to
// `wanted` steps as these allow. Whole steps for what is only whole.
[[nodiscard]] Scale make_scale(double least, double most, ValueKind kind, int wanted = 4);

// As people read it: "4 points", "$4.50", "1 h 30 min", "40%".
[[nodiscard]] std::string format_value(double value, const ValueFormat& format);
// The shorter form beside an axis: no unit, no cents where they are 0.
[[nodiscard]] std::string format_tick(double value, const ValueFormat& format);

// A label under an axis: centred on `middle`, moved inside the axis where it would stand out.
struct AxisLabel {
  std::size_t index = 0;
  float x = 0;  // of its left edge
};
// Which labels are drawn: every first, second, third... one, as close as at least `gap` lets them.
[[nodiscard]] std::vector<AxisLabel> place_labels(std::span<const float> widths,
                                                  std::span<const float> middles, float left,
                                                  float right, float gap);

}  // namespace rr::ui
