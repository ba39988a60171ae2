#include "shared/domain/recurrence.h"

#include <doctest/doctest.h>

namespace rr {
namespace {

Date day(std::int32_t year, std::int32_t month, std::int32_t number) {
  return make_date({year, month, number});
}

}  // namespace

TEST_CASE("occurrences are counted from the anchor") {
  const Date anchor = day(2026, 11, 2);
  CHECK(next_occurrence(Frequency::daily, anchor, day(2026, 11, 5)) == day(2026, 11, 6));
  CHECK(next_occurrence(Frequency::weekly, anchor, day(2026, 11, 9)) == day(2026, 11, 16));
  CHECK(next_occurrence(Frequency::weekly, anchor, day(2026, 11, 15)) == day(2026, 11, 16));
  CHECK(next_occurrence(Frequency::bi_weekly, anchor, day(2026, 11, 9)) == day(2026, 11, 16));
  CHECK(next_occurrence(Frequency::bi_weekly, anchor, day(2026, 10, 1)) == anchor);
  CHECK(latest_occurrence(Frequency::weekly, anchor, day(2026, 11, 15)) == day(2026, 11, 9));
  CHECK(latest_occurrence(Frequency::bi_weekly, anchor, anchor) == anchor);
}

TEST_CASE("the last day of a month comes back after a short month") {
  const Date anchor = day(2026, 1, 31);
  CHECK(next_occurrence(Frequency::monthly, anchor, anchor) == day(2026, 2, 28));
  CHECK(next_occurrence(Frequency::monthly, anchor, day(2026, 2, 28)) == day(2026, 3, 31));
  CHECK(next_occurrence(Frequency::monthly, anchor, day(2026, 12, 31)) == day(2027, 1, 31));
  CHECK(latest_occurrence(Frequency::monthly, anchor, day(2028, 2, 28)) == day(2028, 1, 31));
  CHECK(latest_occurrence(Frequency::monthly, anchor, day(2028, 2, 29)) == day(2028, 2, 29));
}

TEST_CASE("due dates count local days from the day of assignment") {
  CHECK(due_date_after(Frequency::daily, day(2026, 11, 30)) == day(2026, 12, 1));
  CHECK(due_date_after(Frequency::weekly, day(2026, 11, 30)) == day(2026, 12, 7));
  CHECK(due_date_after(Frequency::bi_weekly, day(2026, 11, 30)) == day(2026, 12, 14));
  CHECK(due_date_after(Frequency::monthly, day(2026, 1, 31)) == day(2026, 2, 28));
  CHECK(due_date_after(Frequency::monthly, day(2026, 12, 15)) == day(2027, 1, 15));
}

TEST_CASE("a chore stands at the latest of the days that passed") {
  Chore chore;
  chore.frequency = Frequency::weekly;
  chore.anchor = chore.next_due = day(2026, 11, 2);
  CHECK(standing_occurrence(chore, day(2026, 11, 1)) == day(2026, 11, 2));
  CHECK(standing_occurrence(chore, day(2026, 11, 8)) == day(2026, 11, 2));
  CHECK(standing_occurrence(chore, day(2026, 11, 25)) == day(2026, 11, 23));
  // A next-due day that is off the grid (the frequency was changed) stands until the grid passes.
  chore.next_due = day(2026, 11, 4);
  CHECK(standing_occurrence(chore, day(2026, 11, 6)) == day(2026, 11, 4));
  CHECK(standing_occurrence(chore, day(2026, 11, 9)) == day(2026, 11, 9));
}

}  // namespace rr
