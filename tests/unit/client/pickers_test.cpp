// What is typed for days, times and amounts; months as grids; a day's bookings; swipes.
#include <doctest/doctest.h>

#include "client/platform/headless/fake.h"
#include "client/ui/action_row.h"
#include "client/ui/combobox.h"
#include "client/ui/day_plan.h"
#include "client/ui/month_grid.h"
#include "client/ui/typed_values.h"

namespace rr::ui {
namespace {

const Date kToday = make_date({2026, 3, 12});

std::string typed(std::string_view text, DateOrder order = DateOrder::month_first) {
  const auto day = parse_typed_date(text, kToday, order);
  return day ? to_string(*day) : "refused";
}

}  // namespace

TEST_CASE("a day is read as people write it where they live") {
  CHECK(typed("2026-03-14") == "2026-03-14");
  CHECK(typed("3/4/2026") == "2026-03-04");
  CHECK(typed("3/4/2026", DateOrder::day_first) == "2026-04-03");
  CHECK(typed("14.3.26") == "2026-03-14");
  CHECK(typed(" 14. 3. ") == "2026-03-14");
  CHECK(typed("20") == "2026-03-20");
  CHECK(typed("31.12.") == "2025-12-31");
  CHECK(typed("29.2.2028") == "2028-02-29");
}

TEST_CASE("what is no day is none") {
  for (const char* text :
       {"", "30.2.2026", "13/13/2026", "soon", "1/2/3/4", "2026-03", "0", "1//2"}) {
    CHECK_MESSAGE(typed(text) == "refused", text);
  }
}

TEST_CASE("a time is read with and without colon, in both halves of the day") {
  CHECK(parse_typed_time("15:00") == 900);
  CHECK(parse_typed_time("3 PM") == 900);
  CHECK(parse_typed_time("3:30\u202Fp.m.") == 930);
  CHECK(parse_typed_time("12am") == 0);
  CHECK(parse_typed_time("12 pm") == 720);
  CHECK(parse_typed_time("1530") == 930);
  CHECK(parse_typed_time("15.30") == 930);
  CHECK(parse_typed_time("9") == 540);
  for (const char* text : {"", "25", "12:60", "13pm", "noon", "1:2:3"}) {
    CHECK_MESSAGE(!parse_typed_time(text), text);
  }
}

TEST_CASE("money is read with comma and point, and never guessed") {
  CHECK(parse_cents("4.99") == 499);
  CHECK(parse_cents("4,5") == 450);
  CHECK(parse_cents("$ 1,234.50") == 123450);
  CHECK(parse_cents("1.234,50 €") == 123450);
  CHECK(parse_cents("1,234") == 123400);
  CHECK(parse_cents("1'234.5") == 123450);
  CHECK(parse_cents("999999.99") == 99999999);
  CHECK(parse_cents(".5") == 50);
  for (const char* text :
       {"", "-4", "4.999.9", "12,34,56", "four", "1.2.3", "1e5", "99999999999999"}) {
    CHECK_MESSAGE(!parse_cents(text), text);
  }
}

TEST_CASE("quantities have up to three digits behind the separator") {
  CHECK(parse_thousandths("1,5") == 1500);
  CHECK(parse_thousandths("0.125") == 125);
  CHECK(parse_thousandths("12") == 12000);
  CHECK_FALSE(parse_thousandths("0.1255"));
  CHECK_FALSE(parse_thousandths("1.2.3"));
  CHECK(thousandths_text(1500) == "1.5");
  CHECK(thousandths_text(2000) == "2");
  CHECK(cents_text(450) == "4.50");
}

TEST_CASE("a month begins with the reader's first day of the week") {
  const auto monday_first = month_days(kToday, 1);
  CHECK(to_string(monday_first[0]) == "2026-02-23");
  CHECK(weekday_of(monday_first[0]) == Weekday::monday);
  const auto sunday_first = month_days(kToday, 7);
  CHECK(to_string(sunday_first[0]) == "2026-03-01");
  for (std::size_t i = 1; i < 42; ++i) CHECK(sunday_first[i] == add_days(sunday_first[i - 1], 1));
}

TEST_CASE("keys move through the calendar and stop at its limits") {
  const DayLimits all;
  const auto to = [&](std::string_view key, const DayLimits& limits) {
    return to_string(move_day(kToday, key, 1, limits));
  };
  CHECK(to("ArrowRight", all) == "2026-03-13");
  CHECK(to("ArrowUp", all) == "2026-03-05");
  CHECK(to("Home", all) == "2026-03-09");
  CHECK(to("End", all) == "2026-03-15");
  CHECK(to("PageDown", all) == "2026-04-12");
  CHECK(to("PageUp", {kToday, {}}) == "2026-03-12");
  CHECK(to("PageDown", {{}, add_days(kToday, 3)}) == "2026-03-15");
  CHECK(to_string(add_months(make_date({2026, 1, 31}), 1)) == "2026-02-28");
  CHECK(to_string(add_months(make_date({2026, 1, 31}), -2)) == "2025-11-30");
}

TEST_CASE("a booking is moved in steps, inside the day, and overlaps are named") {
  platform::fake::Browser browser;
  const platform::fake::Tab tab(browser);
  const DayHours hours;
  const std::vector<Booking> bookings{{1, 0, 840, 960, "Ben"}, {2, 0, 480, 600, "Dev"}};
  const std::vector<BlockedTime> blocked{{720, 840, "Plumber"}};
  const BookingDraft draft{3, 0, 900, 1020};
  CHECK(conflict_words(bookings, blocked, draft) == "Overlaps Ben, 14:00 to 16:00");
  CHECK(conflict_words(bookings, blocked, {3, 1, 900, 1020}).empty());
  CHECK(conflict_words(bookings, blocked, {1, 0, 870, 990}).empty());
  CHECK(conflict_words(bookings, blocked, {3, 1, 700, 760}) == "Blocked, 12:00 to 14:00: Plumber");
  CHECK(moved(draft, 44, hours).from == 930);
  CHECK(moved(draft, 5000, hours).to == hours.last);
  CHECK(moved(draft, -5000, hours).from == hours.first);
  CHECK(stretched(draft, BookingEnd::end, -500, hours).to == 930);
  CHECK(stretched(draft, BookingEnd::start, -60, hours).from == 840);
  const auto free = first_free(bookings, blocked, 0, 590, 120, hours);
  REQUIRE(free);
  CHECK(free->from == 600);
  CHECK(first_free(bookings, blocked, 0, 601, 120, hours)->from == 960);
  CHECK_FALSE(first_free(bookings, blocked, 0, 1300, 120, hours));
}

TEST_CASE("a short swipe goes back, a longer one stays open, a long one acts") {
  CHECK(end_of_swipe(20, 400).rest == 0);
  CHECK(end_of_swipe(60, 400).rest > 0);
  CHECK(end_of_swipe(-60, 400).rest < 0);
  CHECK_FALSE(end_of_swipe(-60, 400).is_chosen);
  CHECK(end_of_swipe(-170, 400).is_chosen);
}

TEST_CASE("options are found by any part of their names, upper and lower case alike") {
  const std::vector<Option> options{{"Dishes"}, {"Dishwasher"}, {"Überzug"}};
  CHECK(matching_options(options, "WASH") == std::vector<std::size_t>{1});
  CHECK(matching_options(options, "ü") == std::vector<std::size_t>{2});
  CHECK(matching_options(options, " ") == std::vector<std::size_t>{0, 1, 2});
}

}  // namespace rr::ui
