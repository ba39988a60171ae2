// Any bytes as what a browser keeps on disk and what its tabs tell each other: whatever is accepted
// reads back as the same bytes.
#include "shared/sync/client_records.h"
#include "shared/sync/tab_messages.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

template <class Decode, class Encode>
void judge(std::string_view bytes, Decode decode, Encode encode) {
  const auto value = decode(bytes);
  if (!value) return;
  const std::string canonical = encode(*value);
  const auto again = decode(canonical);
  rr::fuzz::require(again.ok() && encode(*again) == canonical);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  const auto encode = [](const auto& record) { return rr::sync::encode(record); };
  judge(bytes, rr::sync::decode_scope_record, encode);
  judge(bytes, rr::sync::decode_refused_record, encode);
  judge(bytes, rr::sync::decode_quarantine_record, encode);
  judge(bytes, rr::sync::decode_tab_message, encode);
  judge(bytes, rr::sync::decode_mutation, rr::sync::encode_mutation);
  const auto parts = rr::sync::split_key(bytes);
  if (parts) rr::fuzz::require(bytes.ends_with(parts->rest));
  rr::fuzz::require(rr::sync::parse_number(bytes) >= -1);
  return 0;
}
