// Any bytes as a language's texts, and as a sentence with places and a text, a line each: what is
// accepted is found again, and what matches is read again when it is filled.
#include "client/text/catalogue.h"
#include "tests/fuzz/fuzz_input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  const auto catalogue = rr::text::Catalogue::parse(bytes);
  if (catalogue) static_cast<void>(catalogue->translate("Ana is required."));
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return 0;
  const std::string_view sentence = bytes.substr(0, end);
  const std::string_view text = bytes.substr(end + 1);
  const auto places = rr::text::match(sentence, text);
  if (places) rr::fuzz::require(rr::fill(sentence, *places) == text);
  return 0;
}
