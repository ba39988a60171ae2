#include "shared/base/time.h"

#include <doctest/doctest.h>

namespace rr {

TEST_CASE("dates survive splitting over four centuries") {
  for (std::int32_t days = -25567; days < 80000; ++days) {
    const Date date{days};
    CHECK(make_date(split_date(date)) == date);
  }
}

TEST_CASE("known days fall on their weekday") {
  CHECK(weekday_of(make_date({1970, 1, 1})) == Weekday::thursday);
  CHECK(weekday_of(make_date({2026, 11, 22})) == Weekday::sunday);
  CHECK(weekday_of(make_date({1969, 12, 28})) == Weekday::sunday);
}

TEST_CASE("one month later keeps the day or takes the month's last") {
  CHECK(add_one_month(make_date({2026, 1, 31})) == make_date({2026, 2, 28}));
  CHECK(add_one_month(make_date({2028, 1, 31})) == make_date({2028, 2, 29}));
  CHECK(add_one_month(make_date({2026, 12, 15})) == make_date({2027, 1, 15}));
}

TEST_CASE("date text is strict") {
  CHECK(to_string(*parse_date("2026-11-23")) == "2026-11-23");
  CHECK_FALSE(parse_date("2026-02-29"));
  CHECK_FALSE(parse_date("2026-13-01"));
  CHECK_FALSE(parse_date("2026-1-01"));
  CHECK_FALSE(parse_date("2026-01-0x"));
}

TEST_CASE("instants print as RFC 3339") {
  CHECK(to_rfc3339(Instant{0}) == "1970-01-01T00:00:00.000Z");
  CHECK(to_rfc3339(Instant{1'234'567'890'123}) == "2009-02-13T23:31:30.123Z");
  CHECK(to_rfc3339(Instant{-1}) == "1969-12-31T23:59:59.999Z");
}

}  // namespace rr
