#include "client/screens/words.h"

#include <doctest/doctest.h>

namespace rr::screens {

TEST_CASE("a due day is told in local days from today") {
  const Date today = make_date({2026, 3, 12});
  CHECK(due_words(make_date({2026, 3, 12}), today) == "Today");
  CHECK(due_words(make_date({2026, 3, 13}), today) == "Tomorrow");
  CHECK(due_words(make_date({2026, 3, 14}), today) == "In 2 days");
  CHECK(due_words(make_date({2026, 4, 12}), today) == "In 31 days");
  CHECK(due_words(make_date({2026, 3, 11}), today) == "Overdue by 1 day");
  CHECK(due_words(make_date({2026, 2, 28}), today) == "Overdue by 12 days");
}

TEST_CASE("a share has at most one decimal, halves away from zero") {
  CHECK(percent_words(0, 3) == "0%");
  CHECK(percent_words(1, 3) == "33.3%");
  CHECK(percent_words(2, 3) == "66.7%");
  CHECK(percent_words(3, 3) == "100%");
  CHECK(percent_words(1, 2) == "50%");
  CHECK(percent_words(1, 16) == "6.3%");
  CHECK(percent_words(0, 0) == "0%");
}

TEST_CASE("long names are cut between characters") {
  CHECK(short_name("Dishes") == "Dishes");
  const std::string thirty_two(32, 'a');
  CHECK(short_name(thirty_two) == thirty_two);
  CHECK(short_name(thirty_two + "b") == std::string(31, 'a') + "…");
  std::string umlauts;
  for (int i = 0; i < 40; ++i) umlauts += "ü";
  CHECK(short_name(umlauts).size() == 31 * 2 + std::string("…").size());
}

TEST_CASE("numbers that were typed are whole and within their bounds") {
  const auto parse = [](std::string_view text) {
    return parse_whole_number(text, 1, 20, "Points");
  };
  CHECK(*parse("1") == 1);
  CHECK(*parse(" 20 ") == 20);
  for (const char* text : {"", "five", "5.5", "5 points", "99999999999999999999"}) {
    CAPTURE(text);
    const auto points = parse(text);
    REQUIRE_FALSE(points.ok());
    CHECK(points.error().message == "Points must be a whole number from 1 to 20.");
  }
  for (const char* text : {"0", "-3"}) {
    REQUIRE_FALSE(parse(text).ok());
    CHECK(parse(text).error().message == "Points must be at least 1.");
  }
  REQUIRE_FALSE(parse("21").ok());
  CHECK(parse("21").error().message == "Points must be at most 20.");
}

}  // namespace rr::screens
