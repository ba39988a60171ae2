// Any bytes as a row of every entity: what is accepted is written canonically, and reads back as
// the same bytes.
#include "shared/domain/description.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  for (const rr::EntityInfo& entity : rr::all_entities()) {
    const rr::Result<rr::RowPointer> row = rr::decode_row(entity, bytes);
    if (!row) continue;
    const std::string canonical = rr::encode_row(entity, row->get());
    const rr::Result<rr::RowPointer> again = rr::decode_row(entity, canonical);
    rr::fuzz::require(again.ok() && rr::encode_row(entity, again->get()) == canonical);
  }
  return 0;
}
