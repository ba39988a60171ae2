// Any bytes as the arguments of every command: what is accepted reads back as the same bytes.
#include "shared/commands/command.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  for (const rr::CommandInfo* info : rr::all_commands()) {
    const rr::Result<rr::Command> command = rr::decode_command(*info, bytes);
    if (!command) continue;
    const std::string canonical = rr::encode_arguments(*command);
    const rr::Result<rr::Command> again = rr::decode_command(*info, canonical);
    rr::fuzz::require(again.ok() && rr::encode_arguments(*again) == canonical);
  }
  return 0;
}
