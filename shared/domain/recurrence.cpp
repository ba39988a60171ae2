#include "shared/domain/recurrence.h"

#include <algorithm>

namespace rr {
namespace {

std::int32_t step_days(Frequency frequency) {
  switch (frequency) {
    case Frequency::daily: return 1;
    case Frequency::weekly: return 7;
    default: return 14;
  }
}

std::int32_t months_between(Date from, Date to) {
  const YearMonthDay a = split_date(from);
  const YearMonthDay b = split_date(to);
  return (b.year - a.year) * 12 + b.month - a.month;
}

Date add_months(Date anchor, std::int32_t months) {
  const YearMonthDay parts = split_date(anchor);
  const std::int32_t count = parts.year * 12 + parts.month - 1 + months;
  const std::int32_t year = count / 12;
  const std::int32_t month = count % 12 + 1;
  return make_date({year, month, std::min(parts.day, days_in_month(year, month))});
}

}  // namespace

Date latest_occurrence(Frequency frequency, Date anchor, Date day) {
  if (frequency == Frequency::monthly) {
    const std::int32_t months = months_between(anchor, day);
    const Date candidate = add_months(anchor, months);
    return candidate <= day ? candidate : add_months(anchor, months - 1);
  }
  const std::int32_t step = step_days(frequency);
  return add_days(anchor, (day.days - anchor.days) / step * step);
}

Date next_occurrence(Frequency frequency, Date anchor, Date day) {
  if (day < anchor) return anchor;
  const Date latest = latest_occurrence(frequency, anchor, day);
  if (frequency == Frequency::monthly) {
    return add_months(anchor, months_between(anchor, latest) + 1);
  }
  return add_days(latest, step_days(frequency));
}

Date due_date_after(Frequency frequency, Date day) {
  return frequency == Frequency::monthly ? add_one_month(day) : add_days(day, step_days(frequency));
}

Date standing_occurrence(const Chore& chore, Date limit) {
  if (chore.next_due >= limit || chore.anchor > limit) return chore.next_due;
  return std::max(chore.next_due, latest_occurrence(chore.frequency, chore.anchor, limit));
}

Id occurrence_id(const Id& chore_id, Date occurrence) {
  return derive_id(chore_id, "occurrence", static_cast<std::uint64_t>(occurrence.days));
}

}  // namespace rr
