// Axes: nice steps, labels that never touch, words for values; and the files that charts offer.
#include <doctest/doctest.h>

#include <numeric>

#include "client/platform/headless/fake.h"
#include "client/ui/chart.h"
#include "client/ui/ring_chart.h"

namespace rr::ui {
namespace {

std::vector<double> ticks(double most, ValueKind kind, int wanted = 4) {
  return make_scale(0, most, kind, wanted).ticks;
}

}  // namespace

TEST_CASE("steps of an axis are 1, 2 or 5 times a power of ten") {
  CHECK(ticks(4, ValueKind::count) == std::vector<double>{0, 1, 2, 3, 4});
  CHECK(ticks(6, ValueKind::count) == std::vector<double>{0, 2, 4, 6});
  CHECK(ticks(9, ValueKind::count) == std::vector<double>{0, 2, 4, 6, 8, 10});
  CHECK(ticks(730, ValueKind::count) == std::vector<double>{0, 200, 400, 600, 800});
  CHECK(ticks(0.31, ValueKind::number) == std::vector<double>{0, 0.1, 0.2, 0.1 * 3, 0.4});
}

TEST_CASE("an axis of points never has half points, and one of minutes counts in quarters") {
  CHECK(ticks(1, ValueKind::count) == std::vector<double>{0, 1});
  CHECK(ticks(100, ValueKind::minutes) == std::vector<double>{0, 30, 60, 90, 120});
  CHECK(ticks(400, ValueKind::minutes) == std::vector<double>{0, 120, 240, 360, 480});
}

TEST_CASE("a scale reaches below zero where values do, and holds all of them") {
  const Scale scale = make_scale(-12, 31, ValueKind::count);
  CHECK(scale.minimum == -20);
  CHECK(scale.maximum == 40);
  for (double most = 1; most < 100'000; most = most * 1.37 + 1) {
    const Scale each = make_scale(0, most, ValueKind::count);
    CHECK(each.maximum >= most);
    CHECK(each.ticks.size() >= 2);
    CHECK(each.ticks.size() <= 9);
    CHECK(each.share(0) == 0);
  }
}

TEST_CASE("nothing but zeros still has an axis") {
  CHECK(ticks(0, ValueKind::count).size() > 1);
  CHECK(ticks(0, ValueKind::percent).back() == 100);
}

TEST_CASE("values are written with their unit, ticks as short as can be") {
  platform::fake::Browser browser;
  const platform::fake::Tab tab(browser);
  CHECK(format_value(4, {ValueKind::count, {}, "of 5"}) == "4 of 5");
  CHECK(format_tick(4, {ValueKind::count, {}, "of 5"}) == "4");
  CHECK(format_value(90, {ValueKind::minutes}) == "1 h 30 min");
  CHECK(format_value(45, {ValueKind::minutes}) == "45 min");
  CHECK(format_value(450, {ValueKind::money, "EUR"}) == "EUR 4.50");
  CHECK(format_tick(20000, {ValueKind::money, "EUR"}) == "EUR 200");
  CHECK(format_tick(50, {ValueKind::money, "EUR"}) == "EUR 0.50");
  CHECK(format_value(40, {ValueKind::percent}) == "40%");
}

TEST_CASE("labels under an axis never touch, whatever their number and the width") {
  for (std::size_t count = 1; count < 60; ++count) {
    for (const float width : {200.0F, 288.0F, 700.0F}) {
      const std::vector<float> widths(count, 41);
      std::vector<float> middles;
      for (std::size_t i = 0; i < count; ++i) {
        middles.push_back((static_cast<float>(i) + 0.5F) * width / static_cast<float>(count));
      }
      const auto labels = place_labels(widths, middles, 0, width, 12);
      REQUIRE(!labels.empty());
      CHECK(labels.front().index == 0);
      for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK(labels[i].x >= 0);
        CHECK(labels[i].x + 41 <= width);
        if (i > 0) CHECK(labels[i - 1].x + 41 + 12 <= labels[i].x);
      }
      // Evenly: people count along.
      for (std::size_t i = 2; i < labels.size(); ++i) {
        CHECK(labels[i].index - labels[i - 1].index == labels[1].index - labels[0].index);
      }
    }
  }
}

TEST_CASE("a file quotes what needs it and guards what a spreadsheet would calculate") {
  const std::vector<CsvRow> rows{
      {std::string("Day"), std::string("Note, with comma"), std::string("A \"word\"")},
      {std::string("=1+1"), std::string("@cmd"), std::string("two\nlines")},
      {std::string("-5 points"), CsvNumber{-12.5, 2}, CsvCell()}};
  CHECK(to_csv(rows) ==
        "Day,\"Note, with comma\",\"A \"\"word\"\"\"\r\n"
        "'=1+1,'@cmd,\"two\nlines\"\r\n"
        "'-5 points,-12.50,\r\n");
}

TEST_CASE("a file is named after its title") {
  CHECK(csv_file_name("Mood, energy, stress") == "mood-energy-stress.csv");
  CHECK(csv_file_name("日本") == "table.csv");
}

TEST_CASE("a chart's file has money in whole units and leaves gaps empty") {
  const std::vector<ChartPoint> points{{"Jan", "January"}, {"Feb", "February"}};
  const std::vector<ChartSeries> series{{"Spent", {1250.0, std::nullopt}}};
  ChartSpec spec{"spent", "Spent", ChartKind::bars, points, series};
  spec.format = {ValueKind::money, "EUR"};
  spec.point_name = "Month";
  CHECK(to_csv(chart_rows(spec)) == "Month,Spent (EUR)\r\nJanuary,12.50\r\nFebruary,\r\n");
}

TEST_CASE("the words of a point name every series that shows, gaps too") {
  platform::fake::Browser browser;
  const platform::fake::Tab tab(browser);
  const std::vector<ChartPoint> points{{"Mar 10", "Tue, Mar 10"}};
  const std::vector<ChartSeries> series{{"Mood", {4.0}}, {"Energy", {std::nullopt}}};
  ChartSpec spec{"moods", "Moods", ChartKind::lines, points, series};
  spec.format.unit = "of 5";
  ChartState state;
  CHECK(point_words(spec, state, 0) == "Tue, Mar 10: Mood 4 of 5, Energy no entry");
  state.hidden = {true, false};
  CHECK(point_words(spec, state, 0) == "Tue, Mar 10: Energy no entry");
}

TEST_CASE("the shares of a ring add up to a hundred") {
  const std::vector<RingPart> thirds{{"a", 1}, {"b", 1}, {"c", 1}};
  const std::vector<int> percents = ring_percents(thirds);
  CHECK(percents == std::vector<int>{34, 33, 33});
  CHECK(std::accumulate(percents.begin(), percents.end(), 0) == 100);
  CHECK(ring_percents(std::vector<RingPart>{{"a", 0}}) == std::vector<int>{0});
}

}  // namespace rr::ui
