// Any bytes as a language's texts: of what is accepted each key's text is found.
#include "client/text/catalogue.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  if (!rr::text::is_catalogue(bytes)) return 0;
  for (std::string_view rest = bytes; !rest.empty(); rest.remove_prefix(rest.find('\1') + 1)) {
    const std::string_view record = rest.substr(0, rest.find('\1'));
    const std::size_t split = record.find('\2');
    rr::fuzz::require(rr::text::find_text(bytes, record.substr(0, split)) ==
                      record.substr(split + 1));
  }
  rr::fuzz::require(rr::text::find_text(bytes, "").empty());
  return 0;
}
