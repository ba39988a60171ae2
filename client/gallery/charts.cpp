#include "client/gallery/rooms.h"
#include "client/platform/system.h"
#include "shared/base/time.h"

namespace rr::gallery {
namespace {

using ui::ChartKind;
using ui::ChartPoint;
using ui::ChartSeries;
using ui::ValueKind;

constexpr std::size_t kDays = 14;
using Numbers = std::array<int, kDays>;
constexpr int kNone = -1;

std::vector<ChartPoint> days_before_today() {
  std::vector<ChartPoint> points;
  for (std::size_t i = 0; i < kDays; ++i) {
    const std::int32_t day = kToday - static_cast<std::int32_t>(kDays - 1 - i);
    points.push_back(
        {platform::format_date(day, platform::DateStyle::day_month), platform::format_date(day)});
  }
  return points;
}

ChartSeries series_of(std::string name, const Numbers& numbers, int colour = 0) {
  ChartSeries series{std::move(name), {}, colour};
  for (const int each : numbers) {
    series.values.push_back(each == kNone ? std::nullopt : std::optional<double>(each));
  }
  return series;
}

// Two cards side by side where they fit.
class Cards {
 public:
  Cards(const Rect& column, float y) : column_(column), bottoms_{y, y} {
    count_ = column.width >= 720 ? 2 : 1;
  }
  [[nodiscard]] Rect next() const {
    const std::size_t side = side_of();
    const float width =
        (column_.width - 16 * static_cast<float>(count_ - 1)) / static_cast<float>(count_);
    return {column_.x + (width + 16) * static_cast<float>(side), bottoms_[side], width, 0};
  }
  void use(float height) { bottoms_[side_of()] += height + 16; }
  [[nodiscard]] float bottom() const {
    return count_ == 1 ? bottoms_[0] : std::max(bottoms_[0], bottoms_[1]);
  }

 private:
  [[nodiscard]] std::size_t side_of() const {
    return count_ == 2 && bottoms_[1] < bottoms_[0] ? 1 : 0;
  }
  Rect column_;
  std::array<float, 2> bottoms_;
  std::size_t count_ = 1;
};

void draw_counts(Ui& ui, ChartsRoom& room, std::span<const ChartPoint> points, Cards& cards) {
  constexpr Numbers kAssigned{2, 1, 0, 2, 3, 1, 2, 4, 2, 1, 2, 3, 2, 2};
  constexpr Numbers kCompleted{2, 1, 0, 1, 3, 1, 2, 3, 2, 1, 2, 2, 1, 1};
  std::vector<ChartSeries> both{series_of("Assigned", kAssigned, 2),
                                series_of("Completed", kCompleted, 1)};
  both[0].is_outline = true;
  ui::ChartSpec spec{"completed", "Chores completed versus assigned", ChartKind::bars, points,
                     both};
  cards.use(ui::chart(ui, cards.next(), spec, room.completed));
  constexpr Numbers kFocus{3, 4, 2, 0, 1, 5, 6, 4, 3, 0, 4, 5, 6, 3};
  constexpr Numbers kBreaks{1, 2, 1, 0, 0, 2, 3, 2, 1, 0, 2, 2, 3, 1};
  const std::vector<ChartSeries> stacked{series_of("Focus", kFocus, 1),
                                         series_of("Breaks", kBreaks, 3)};
  spec = {"pomodoros", "Pomodoros per day", ChartKind::stacked_bars, points, stacked};
  cards.use(ui::chart(ui, cards.next(), spec, room.pomodoros));
}

void draw_lines(Ui& ui, ChartsRoom& room, std::span<const ChartPoint> points, Cards& cards) {
  constexpr Numbers kMood{4, 3, kNone, 3, 4, 5, 4, kNone, kNone, 3, 4, 4, 5, 4};
  constexpr Numbers kEnergy{3, 3, kNone, 2, 3, 4, 4, kNone, kNone, 2, 3, 3, 4, 4};
  constexpr Numbers kStress{2, 3, kNone, 4, 3, 1, 2, kNone, kNone, 4, 3, 2, 1, 2};
  const std::vector<ChartSeries> three{series_of("Mood", kMood, 2), series_of("Energy", kEnergy, 3),
                                       series_of("Stress", kStress, 4)};
  ui::ChartSpec spec{"moods", "Mood, energy, stress", ChartKind::lines, points, three};
  spec.format.unit = "of 5";
  spec.maximum = 5;
  cards.use(ui::chart(ui, cards.next(), spec, room.moods));
  constexpr Numbers kMinutes{75, 100, 50, 0, 25, 125, 150, 100, 75, 0, 100, 125, 150, 75};
  const std::vector<ChartSeries> one{series_of("Focus", kMinutes)};
  spec = {"focus", "Daily focus time", ChartKind::area, points, one};
  spec.format.kind = ValueKind::minutes;
  spec.reference = 82;
  spec.reference_name = "Average 1 h 22 min";
  cards.use(ui::chart(ui, cards.next(), spec, room.focus));
}

void draw_money(Ui& ui, ChartsRoom& room, Cards& cards) {
  const std::vector<ui::RingPart> parts{
      {"Ana", 12450, 1}, {"Ben", 8320, 2}, {"Chi", 6199, 3}, {"Dev", 2875, 4}};
  ui::RingChartSpec ring{"shares", "Spending this month", "Roommate", "Spent", parts};
  ring.format.kind = ValueKind::money;
  cards.use(ui::ring_chart(ui, cards.next(), ring, room.shares));
  std::vector<ChartPoint> months;
  ChartSeries spent{"Spent", {}};
  constexpr std::array<int, 12> kCents{21480, 19999, 25310, 18725, 23040, 26400,
                                       20115, 22870, 30950, 24660, 21775, 29844};
  Date month = ui::first_heat_day(Date{kToday});
  for (const int cents : kCents) {
    months.push_back({platform::format_date(month.days, platform::DateStyle::month_short),
                      platform::format_date(month.days, platform::DateStyle::month)});
    spent.values.emplace_back(cents);
    month = add_one_month(month);
  }
  ui::ChartSpec spec{"spending", "Groceries per month", ChartKind::bars, months, {&spent, 1}};
  spec.format.kind = ValueKind::money;
  spec.point_name = "Month";
  cards.use(ui::chart(ui, cards.next(), spec, room.spending));
  const ChartSeries none{"Entries", {}};
  spec = {"nothing", "Before the first entry", ChartKind::lines, {}, {&none, 1}};
  spec.nothing = "The first mood you save begins this chart.";
  cards.use(ui::chart(ui, cards.next(), spec, room.nothing));
}

void draw_year(Ui& ui, ChartsRoom& room, Cards& cards) {
  constexpr std::array<ui::HeatLevel, 5> kMoods{{{"Very Bad", ui::Token::mood_1},
                                                 {"Bad", ui::Token::mood_2},
                                                 {"Okay", ui::Token::mood_3},
                                                 {"Good", ui::Token::mood_4},
                                                 {"Great", ui::Token::mood_5}}};
  std::vector<ui::HeatDay> days;
  const Date first = ui::first_heat_day(Date{kToday});
  // Something that looks like a life: waves with gaps.
  for (std::int32_t day = first.days; day <= kToday; ++day) {
    const std::int32_t wave = (day * 7 % 11 + day / 9 % 5 + day * 3 % 4) % 7;
    if (wave < 5) days.push_back({Date{day}, wave + 1});
  }
  const ui::HeatMapSpec spec{"year", "Your year", "Mood", Date{kToday}, days, kMoods};
  cards.use(ui::heat_map(ui, cards.next(), spec, room.year));
}

}  // namespace

float draw_charts(Ui& ui, ChartsRoom& room, const Rect& column) {
  Cards cards(column, column.y);
  const std::vector<ChartPoint> points = days_before_today();
  draw_counts(ui, room, points, cards);
  draw_lines(ui, room, points, cards);
  draw_year(ui, room, cards);
  draw_money(ui, room, cards);
  return cards.bottom() - column.y;
}

}  // namespace rr::gallery
