#include "shared/base/time_zones.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "server/ops/built_in_time_zones.h"

namespace rr {
namespace {

struct Sample {
  std::string_view name;
  std::uint64_t sum;
};

// Made by tools/generate_time_zone_samples.py with Python's own reader of the same database.
constexpr Sample kSamples[] = {
#include "tests/unit/base/time_zone_samples.inc"
};

TimeZone zone(std::string_view name) {
  const auto found = built_in_time_zones().find(name);
  REQUIRE(found.has_value());
  return *found;
}

// UTC.
Instant at(YearMonthDay day, int hour, int minute) {
  return Instant{make_date(day).days * kMillisecondsPerDay + hour * kMillisecondsPerHour +
                 minute * kMillisecondsPerMinute};
}

std::string local(const TimeZone& of, Instant instant) {
  const LocalTime time = of.local_time_of(instant);
  return to_string(time.date) + " " + std::to_string(time.minute / 60) + ":" +
         std::to_string(time.minute % 60);
}

std::string blob() {
  std::ifstream file(RR_BINARY_DIR "/generated/time_zones.bin", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every zone and link agrees with another reader of the database, 1970 to 2100") {
  for (const Sample& sample : kSamples) {
    const TimeZone of = zone(sample.name);
    std::uint64_t sum = 0;
    for (std::int64_t i = 0; i < 2370; ++i) {
      const std::int64_t seconds = 86'400 + i * (20 * 86'400 + 1'800);
      const std::int64_t offset = of.offset_seconds(Instant{seconds * kMillisecondsPerSecond});
      sum = sum * 31 + static_cast<std::uint64_t>(offset);
    }
    INFO(sample.name);
    CHECK(sum == sample.sum);
  }
}

TEST_CASE("old names are understood, others are not, and the list offers present ones") {
  const TimeZones& zones = built_in_time_zones();
  CHECK(zones.contains("Asia/Calcutta"));
  CHECK(zones.contains("Europe/Kiev"));
  CHECK(zones.contains("US/Pacific"));
  CHECK_FALSE(zones.contains("asia/calcutta"));
  CHECK_FALSE(zones.contains("Europe/Atlantis"));
  CHECK_FALSE(zones.contains(""));
  const auto listed = zones.listed_names();
  CHECK(std::find(listed.begin(), listed.end(), "Asia/Kolkata") != listed.end());
  CHECK(std::find(listed.begin(), listed.end(), "Asia/Calcutta") == listed.end());
  CHECK(std::is_sorted(listed.begin(), listed.end()));
  for (const Instant instant : {at({1975, 1, 1}, 0, 0), at({2026, 7, 1}, 12, 0)}) {
    CHECK(zone("Asia/Calcutta").offset_seconds(instant) == 5 * 3600 + 1800);
    CHECK(zone("Asia/Kolkata").offset_seconds(instant) == 5 * 3600 + 1800);
  }
}

TEST_CASE("spring forward: a time that clocks skip is the first instant after the gap") {
  const TimeZone los_angeles = zone("America/Los_Angeles");
  const Date day = make_date({2026, 3, 8});
  CHECK(local(los_angeles, at({2026, 3, 8}, 9, 59)) == "2026-03-08 1:59");
  CHECK(local(los_angeles, at({2026, 3, 8}, 10, 0)) == "2026-03-08 3:0");
  CHECK(los_angeles.instant_of(day, 2 * 60 + 30) == at({2026, 3, 8}, 10, 0));
  CHECK(los_angeles.instant_of(day, 60) == at({2026, 3, 8}, 9, 0));
  CHECK(los_angeles.end_of_day(day).unix_ms - los_angeles.start_of_day(day).unix_ms ==
        23 * kMillisecondsPerHour);

  const TimeZone berlin = zone("Europe/Berlin");
  CHECK(berlin.instant_of(make_date({2026, 3, 29}), 150) == at({2026, 3, 29}, 1, 0));
}

TEST_CASE("fall back: a time that clocks show twice is the earlier instant") {
  const TimeZone berlin = zone("Europe/Berlin");
  const Date day = make_date({2026, 10, 25});
  CHECK(berlin.instant_of(day, 150) == at({2026, 10, 25}, 0, 30));
  CHECK(local(berlin, at({2026, 10, 25}, 0, 30)) == "2026-10-25 2:30");
  CHECK(local(berlin, at({2026, 10, 25}, 1, 30)) == "2026-10-25 2:30");
  CHECK(berlin.end_of_day(day).unix_ms - berlin.start_of_day(day).unix_ms ==
        25 * kMillisecondsPerHour);
}

TEST_CASE("Lord Howe moves its clocks by half an hour") {
  const TimeZone lord_howe = zone("Australia/Lord_Howe");
  const Date day = make_date({2026, 10, 4});
  CHECK(lord_howe.end_of_day(day).unix_ms - lord_howe.start_of_day(day).unix_ms ==
        23 * kMillisecondsPerHour + 30 * kMillisecondsPerMinute);
  CHECK(local(lord_howe, at({2026, 10, 3}, 15, 30)) == "2026-10-04 2:30");
}

TEST_CASE("Apia had no 30 December 2011") {
  const TimeZone apia = zone("Pacific/Apia");
  const Date skipped = make_date({2011, 12, 30});
  const Instant after = at({2011, 12, 30}, 10, 0);
  CHECK(local(apia, Instant{after.unix_ms - 1}) == "2011-12-29 23:59");
  CHECK(local(apia, after) == "2011-12-31 0:0");
  CHECK(apia.start_of_day(skipped) == after);
  CHECK(apia.instant_of(skipped, 720) == after);
  CHECK(apia.end_of_day(make_date({2011, 12, 29})) == after);
  CHECK(apia.end_of_day(skipped) == after);
}

TEST_CASE("a day that begins in a gap begins after it, and minutes reach into other days") {
  const TimeZone sao_paulo = zone("America/Sao_Paulo");
  const Date day = make_date({2018, 11, 4});
  CHECK(local(sao_paulo, sao_paulo.start_of_day(day)) == "2018-11-04 1:0");
  const TimeZone utc = zone("UTC");
  CHECK(utc.instant_of(day, 1440) == utc.start_of_day(add_days(day, 1)));
  CHECK(utc.instant_of(day, -1) == at({2018, 11, 3}, 23, 59));
}

TEST_CASE("before 1970 and after 2100 the nearest known offset holds") {
  const TimeZone tokyo = zone("Asia/Tokyo");
  CHECK(tokyo.offset_seconds(Instant{-kMillisecondsPerDay}) == 9 * 3600);
  CHECK(local(tokyo, Instant{-kMillisecondsPerMinute}) == "1970-01-01 8:59");
  CHECK(tokyo.instant_of(make_date({2190, 1, 1}), 540) == at({2190, 1, 1}, 0, 0));
}

TEST_CASE("damaged data is refused whole") {
  const std::string good = blob();
  REQUIRE(TimeZones::parse(good).ok());
  CHECK_FALSE(TimeZones::parse("").ok());
  CHECK_FALSE(TimeZones::parse(good + "x").ok());
  CHECK_FALSE(TimeZones::parse("RRTZ\2" + good.substr(5)).ok());
  for (std::size_t length = 0; length < good.size(); length += 397) {
    CHECK_FALSE(TimeZones::parse(good.substr(0, length)).ok());
  }
}

TEST_CASE("data with any byte changed is refused or still answers") {
  const std::string good = blob();
  std::size_t accepted = 0;
  for (std::size_t place = 0; place < good.size(); place += 211) {
    for (const char to : {'\0', '\x7f', '\xff'}) {
      std::string damaged = good;
      damaged[place] = to;
      const Result<TimeZones> zones = TimeZones::parse(std::move(damaged));
      if (!zones.ok()) continue;
      ++accepted;
      for (const std::string_view name : zones->listed_names()) {
        const auto found = zones->find(name);
        REQUIRE(found.has_value());
        const std::int32_t offset = found->offset_seconds(at({2026, 7, 1}, 12, 0));
        CHECK(std::abs(offset) <= 24 * 3600);
        break;
      }
    }
  }
  CHECK(accepted > 0);
}

}  // namespace rr
