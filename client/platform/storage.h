// The storage seam: one key-value object store of one IndexedDB database per person.
//
// Every call is one IndexedDB transaction and is answered by an Event of kind `disk` with the same
// token. Keys are text, values bytes. The store's own version stays 1 for ever; the schema version
// is a record. `conflict`: an expectation did not hold and nothing was written. `closed`: another
// tab took the database away (then also as an event with token 0), or opening took over 3 s.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rr::platform {

enum class DiskOutcome : std::int32_t { done = 0, conflict = 1, quota = 2, failed = 3, closed = 4 };
enum class Durability : std::uint8_t { relaxed, strict };

struct DiskExpectation {
  std::string key;
  std::optional<std::string> bytes;  // nullopt: the record must not exist
};
struct DiskWrite {
  std::string key;
  std::optional<std::string> bytes;  // nullopt: delete
};
struct DiskBatch {
  std::vector<DiskExpectation> expectations;
  std::vector<DiskWrite> writes;
  Durability durability = Durability::relaxed;
};

// Opens (or makes) the database and reads all records: bytes of the answer are, per record, key
// length and value length as 32-bit little endian, key, value.
void disk_open(std::uint32_t token, std::string_view database);
void disk_write(std::uint32_t token, const DiskBatch& batch);
// Reads all records of the open database again; answered as disk_open is.
void disk_reload(std::uint32_t token);
// One strict transaction: judges the expectations, then reads the counter record (a decimal number,
// absent: 1), stores counter plus one, and puts `bytes` under `prefix` + the number with 12 digits.
// The event's text is the number in decimal.
void disk_enqueue(std::uint32_t token, const std::vector<DiskExpectation>& expectations,
                  std::string_view counter, std::string_view prefix, std::string_view bytes);
void disk_erase(std::uint32_t token, std::string_view database);
// Asks the browser to keep the data for good; the event's text is "1" when it agreed, else "0",
// and after a blank how many bytes this site uses, where the browser says so.
void disk_persist(std::uint32_t token);

}  // namespace rr::platform
