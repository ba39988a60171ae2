// Time zones of the tz database, from the bytes that tools/build_time_zones.py makes.
//
// The data is not part of the program: the server carries it, a browser fetches it once. Offsets
// are known exactly from 1970 to 2100; before and after, the nearest known one holds. Local times
// are wall clock times: where a clock change skips one, the first instant after the gap stands for
// it; where a change repeats one, the earlier instant does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace rr {

// A moment on the wall: the local day and the minutes since 0:00 as clocks show them (0-1439).
struct LocalTime {
  Date date;
  std::int32_t minute = 0;
};

// One zone's offsets from UTC.
class TimeZone {
 public:
  [[nodiscard]] std::int32_t offset_seconds(Instant instant) const;
  [[nodiscard]] Date date_of(Instant instant) const;
  [[nodiscard]] LocalTime local_time_of(Instant instant) const;
  // `minute` counts from 0:00 of that day and may reach into other days (1440: the next day's
  // 0:00).
  [[nodiscard]] Instant instant_of(Date date, std::int32_t minute) const;
  [[nodiscard]] Instant start_of_day(Date date) const { return instant_of(date, 0); }
  // The first instant that is no longer this day: something due that day is overdue from here on.
  [[nodiscard]] Instant end_of_day(Date date) const { return instant_of(add_days(date, 1), 0); }

 private:
  friend class TimeZones;

  struct Change {
    std::int64_t at_ms = 0;
    std::int64_t offset_ms = 0;  // from then on
  };

  [[nodiscard]] std::int64_t offset_ms(std::int64_t unix_ms) const;

  std::vector<Change> changes_;  // the first one holds since ever
};

class TimeZones {
 public:
  // Judges the bytes completely, whoever sent them. Code: malformed_time_zones.
  [[nodiscard]] static Result<TimeZones> parse(std::string bytes);

  // By IANA name, also the old ones that browsers still say (Asia/Calcutta); exact case.
  [[nodiscard]] std::optional<TimeZone> find(std::string_view name) const;
  [[nodiscard]] bool contains(std::string_view name) const { return place_of(name) != nullptr; }
  // The names to offer in a list, ascending.
  [[nodiscard]] std::vector<std::string_view> listed_names() const;

 private:
  struct Name {
    std::uint32_t at = 0;  // of its text in bytes_
    std::uint8_t length = 0;
    bool is_listed = false;
    std::uint16_t table = 0;
  };

  [[nodiscard]] const Name* place_of(std::string_view name) const;
  [[nodiscard]] std::string_view text_of(const Name& name) const {
    return std::string_view(bytes_).substr(name.at, name.length);
  }

  std::string bytes_;
  std::vector<std::uint32_t> spans_;
  std::vector<std::int32_t> offsets_;
  std::vector<std::uint32_t> tables_;  // where each begins in bytes_
  std::vector<Name> names_;            // ascending
};

}  // namespace rr
