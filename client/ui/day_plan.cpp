#include "client/ui/day_plan.h"

#include <algorithm>
#include <cmath>

#include "client/text/texts.h"
#include "client/ui/date_picker.h"

namespace rr::ui {
namespace {

bool do_overlap(std::int32_t from, std::int32_t to, const BookingDraft& draft) {
  return from < draft.to && draft.from < to;
}

// To the nearest step, halves away from zero.
std::int32_t snapped(std::int32_t minutes, std::int32_t step) {
  return static_cast<std::int32_t>(std::lround(static_cast<double>(minutes) / step)) * step;
}

}  // namespace

std::string span_words(std::int32_t from, std::int32_t to) {
  const std::string first = time_words(from);
  const std::string last = time_words(to);
  return tr("{first} to {last}", {{"first", first}, {"last", last}});
}

std::string blocked_words(const BlockedTime& blocked) {
  const std::string times = span_words(blocked.from, blocked.to);
  return tr("Blocked, {times}: {reason}", {{"times", times}, {"reason", blocked.reason}});
}

std::string conflict_words(std::span<const Booking> bookings, std::span<const BlockedTime> blocked,
                           const BookingDraft& draft) {
  for (const Booking& each : bookings) {
    if (each.id == draft.id || each.is_done || each.column != draft.column) continue;
    if (!do_overlap(each.from, each.to, draft)) continue;
    const std::string times = span_words(each.from, each.to);
    return tr("Overlaps {name}, {times}", {{"name", each.name}, {"times", times}});
  }
  for (const BlockedTime& each : blocked) {
    if (!do_overlap(each.from, each.to, draft)) continue;
    return blocked_words(each);
  }
  return {};
}

BookingDraft moved(const BookingDraft& draft, std::int32_t minutes, const DayHours& hours) {
  const std::int32_t length = draft.to - draft.from;
  BookingDraft result = draft;
  result.from = std::clamp(draft.from + snapped(minutes, hours.step), hours.first,
                           std::max(hours.first, hours.last - length));
  result.to = result.from + length;
  return result;
}

BookingDraft stretched(const BookingDraft& draft, BookingEnd end, std::int32_t minutes,
                       const DayHours& hours) {
  BookingDraft result = draft;
  const std::int32_t by = snapped(minutes, hours.step);
  if (end == BookingEnd::start) {
    result.from = std::clamp(draft.from + by, hours.first, draft.to - hours.step);
  } else {
    result.to = std::clamp(draft.to + by, draft.from + hours.step, hours.last);
  }
  return result;
}

std::optional<BookingDraft> first_free(std::span<const Booking> bookings,
                                       std::span<const BlockedTime> blocked, std::size_t column,
                                       std::int32_t after, std::int32_t length,
                                       const DayHours& hours) {
  const std::int32_t steps = (std::max(after, hours.first) + hours.step - 1) / hours.step;
  for (std::int32_t from = steps * hours.step; from + length <= hours.last; from += hours.step) {
    const BookingDraft draft{0, column, from, from + length};
    if (conflict_words(bookings, blocked, draft).empty()) return draft;
  }
  return std::nullopt;
}

}  // namespace rr::ui
