// Any bytes as a request's head: nothing that could smuggle a second request is let through.
#include "server/http/request_head.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  const std::size_t end = rr::find_head_end(bytes);
  rr::fuzz::require(end <= bytes.size());
  if (end == 0) return 0;
  const auto judged = rr::parse_head(bytes.substr(0, end), rr::Limits{});
  const auto* head = std::get_if<rr::RequestHead>(&judged);
  if (head == nullptr) return 0;
  for (const auto& [name, value] : head->headers.all()) {
    rr::fuzz::require(name.find_first_of(std::string_view("\0\r\n: \t", 6)) == std::string::npos);
    rr::fuzz::require(value.find_first_of(std::string_view("\0\r\n", 3)) == std::string::npos);
  }
  return 0;
}
