// Any bytes as every message of the protocol: what is accepted reads back as the same bytes.
#include "shared/sync/messages.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

template <class Message>
void judge(std::string_view bytes) {
  const rr::Result<Message> message = rr::sync::decode<Message>(bytes);
  if (!message) return;
  const std::string canonical = rr::sync::encode(*message);
  const rr::Result<Message> again = rr::sync::decode<Message>(canonical);
  rr::fuzz::require(again.ok() && rr::sync::encode(*again) == canonical);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  judge<rr::sync::PushRequest>(bytes);
  judge<rr::sync::PushAnswer>(bytes);
  judge<rr::sync::PullRequest>(bytes);
  judge<rr::sync::PullAnswer>(bytes);
  judge<rr::sync::OutcomesRequest>(bytes);
  judge<rr::sync::OutcomesAnswer>(bytes);
  judge<rr::sync::Snapshot>(bytes);
  return 0;
}
