#include "shared/base/time_zones.h"

#include <algorithm>

namespace rr {
namespace {

// Reads little-endian numbers; beyond the end it answers 0 and stays failed.
class ByteReader {
 public:
  ByteReader(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  std::uint32_t read(int byte_count) {
    if (bytes_.size() - at_ < static_cast<std::size_t>(byte_count)) has_failed_ = true;
    if (has_failed_) return 0;
    std::uint32_t number = 0;
    for (int i = 0; i < byte_count; ++i) {
      number |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(bytes_[at_++])) << (8 * i);
    }
    return number;
  }
  void skip(std::size_t byte_count) {
    if (bytes_.size() - at_ < byte_count) has_failed_ = true;
    if (!has_failed_) at_ += byte_count;
  }
  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] bool failed() const { return has_failed_; }
  [[nodiscard]] bool is_at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_;
  bool has_failed_ = false;
};

constexpr std::string_view kMagic = "RRTZ\1";
constexpr std::int64_t kSince = INT64_MIN;

Error malformed() { return refuse("malformed_time_zones", "The time zone data is damaged."); }

std::int64_t floor_divide(std::int64_t number, std::int64_t by) {
  return number / by - (number % by < 0 ? 1 : 0);
}

}  // namespace

std::int64_t TimeZone::offset_ms(std::int64_t unix_ms) const {
  const auto after =
      std::upper_bound(changes_.begin(), changes_.end(), unix_ms,
                       [](std::int64_t at, const Change& change) { return at < change.at_ms; });
  return std::prev(after)->offset_ms;
}

std::int32_t TimeZone::offset_seconds(Instant instant) const {
  return static_cast<std::int32_t>(offset_ms(instant.unix_ms) / kMillisecondsPerSecond);
}

LocalTime TimeZone::local_time_of(Instant instant) const {
  const std::int64_t local_ms = instant.unix_ms + offset_ms(instant.unix_ms);
  const std::int64_t days = floor_divide(local_ms, kMillisecondsPerDay);
  const std::int64_t rest_ms = local_ms - days * kMillisecondsPerDay;
  return {Date{static_cast<std::int32_t>(days)},
          static_cast<std::int32_t>(rest_ms / kMillisecondsPerMinute)};
}

Date TimeZone::date_of(Instant instant) const { return local_time_of(instant).date; }

Instant TimeZone::instant_of(Date date, std::int32_t minute) const {
  const std::int64_t local_ms = date.days * kMillisecondsPerDay + minute * kMillisecondsPerMinute;
  // The first stretch of constant offset that has not ended by then holds it, or begins after the
  // gap that holds it.
  for (std::size_t i = 0; i + 1 < changes_.size(); ++i) {
    const std::int64_t unix_ms = local_ms - changes_[i].offset_ms;
    if (unix_ms < changes_[i + 1].at_ms) return Instant{std::max(unix_ms, changes_[i].at_ms)};
  }
  const Change& last = changes_.back();
  return Instant{std::max(local_ms - last.offset_ms, last.at_ms)};
}

Result<TimeZones> TimeZones::parse(std::string bytes) {
  TimeZones zones;
  zones.bytes_ = std::move(bytes);
  if (!std::string_view(zones.bytes_).starts_with(kMagic)) return malformed();
  ByteReader reader(zones.bytes_, kMagic.size());
  const std::uint32_t span_count = reader.read(2);
  for (std::uint32_t i = 0; i < span_count; ++i) zones.spans_.push_back(reader.read(4));
  const std::uint32_t offset_count = reader.read(2);
  for (std::uint32_t i = 0; i < offset_count; ++i) {
    zones.offsets_.push_back(static_cast<std::int32_t>(reader.read(4)));
    if (std::abs(std::int64_t{zones.offsets_.back()}) > 24 * 3600) return malformed();
  }
  const std::uint32_t table_count = reader.read(2);
  for (std::uint32_t table = 0; table < table_count && !reader.failed(); ++table) {
    zones.tables_.push_back(static_cast<std::uint32_t>(reader.at()));
    if (reader.read(1) >= offset_count) return malformed();
    const std::uint32_t change_count = reader.read(2);
    for (std::uint32_t i = 0; i < change_count && !reader.failed(); ++i) {
      if (reader.read(2) >= span_count || reader.read(1) >= offset_count) return malformed();
    }
  }
  const std::uint32_t name_count = reader.read(2);
  for (std::uint32_t i = 0; i < name_count && !reader.failed(); ++i) {
    Name name;
    name.length = static_cast<std::uint8_t>(reader.read(1));
    name.at = static_cast<std::uint32_t>(reader.at());
    reader.skip(name.length);
    const std::uint32_t number = reader.read(2);
    name.is_listed = number >= 0x8000;
    name.table = static_cast<std::uint16_t>(number & 0x7fff);
    if (name.table >= table_count) return malformed();
    const bool ascends =
        zones.names_.empty() || zones.text_of(zones.names_.back()) < zones.text_of(name);
    if (!ascends) return malformed();
    zones.names_.push_back(name);
  }
  if (reader.failed() || !reader.is_at_end()) return malformed();
  return zones;
}

const TimeZones::Name* TimeZones::place_of(std::string_view name) const {
  const auto place = std::lower_bound(
      names_.begin(), names_.end(), name,
      [&](const Name& left, std::string_view right) { return text_of(left) < right; });
  return place != names_.end() && text_of(*place) == name ? &*place : nullptr;
}

std::optional<TimeZone> TimeZones::find(std::string_view name) const {
  const Name* place = place_of(name);
  if (place == nullptr) return std::nullopt;
  ByteReader reader(bytes_, tables_[place->table]);
  TimeZone zone;
  const std::int64_t first = offsets_[reader.read(1)];
  const std::uint32_t change_count = reader.read(2);
  zone.changes_.reserve(change_count + 1);
  zone.changes_.push_back({kSince, first * kMillisecondsPerSecond});
  std::int64_t at_ms = 0;
  for (std::uint32_t i = 0; i < change_count; ++i) {
    at_ms += std::int64_t{spans_[reader.read(2)]} * kMillisecondsPerSecond;
    zone.changes_.push_back({at_ms, offsets_[reader.read(1)] * kMillisecondsPerSecond});
  }
  return zone;
}

std::vector<std::string_view> TimeZones::listed_names() const {
  std::vector<std::string_view> listed;
  for (const Name& name : names_) {
    if (name.is_listed) listed.push_back(text_of(name));
  }
  return listed;
}

}  // namespace rr
