// Any bytes as text, ids, dates and addresses of screens: whatever is accepted is told again alike.
#include "client/app/route.h"
#include "shared/base/fold.h"
#include "shared/base/id.h"
#include "shared/base/text.h"
#include "shared/base/time.h"
#include "tests/fuzz/fuzz_input.h"

namespace {

void judge_text(std::string_view bytes) {
  const std::string folded = rr::fold_case(bytes);
  if (!rr::is_clean_utf8(bytes)) return;
  rr::fuzz::require(rr::is_clean_utf8(folded));
  const std::string_view trimmed = rr::trim(bytes);
  rr::fuzz::require(rr::is_clean_utf8(trimmed) && rr::trim(trimmed) == trimmed);
  std::string again;
  std::size_t code_points = 0;
  for (std::string_view rest = bytes; !rest.empty(); ++code_points) {
    rr::append_utf8(again, rr::take_code_point(rest));
  }
  rr::fuzz::require(again == bytes && code_points == rr::count_code_points(bytes));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = rr::fuzz::text_of(data, size);
  judge_text(bytes);
  const auto date = rr::parse_date(bytes);
  if (date) rr::fuzz::require(rr::to_string(*date) == bytes);
  const auto id = rr::parse_id(bytes);
  if (id) rr::fuzz::require(rr::parse_id(id->to_string()) == id);
  const rr::app::Route route = rr::app::parse_route(bytes);
  rr::fuzz::require(rr::app::parse_route(rr::app::address_of(route)) == route);
  return 0;
}
