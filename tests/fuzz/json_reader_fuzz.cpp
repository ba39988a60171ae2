// Any bytes: the reader ends, and what it accepts as one value it accepts again alone.
#include "shared/base/json_reader.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  rr::JsonReader reader(rr::fuzz::text_of(data, size));
  std::string_view raw;
  const bool is_read = reader.read_raw(raw);
  rr::fuzz::require(is_read != reader.failed());
  if (is_read) {
    rr::JsonReader again(raw);
    rr::fuzz::require(again.skip_value() && again.finish());
  }
  return 0;
}
