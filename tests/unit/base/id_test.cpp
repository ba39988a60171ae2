#include "shared/base/id.h"

#include <doctest/doctest.h>

namespace rr {

TEST_CASE("an id survives its text form") {
  const auto id = parse_id("01890a5d-ac96-774b-bcce-b302099a8057");
  REQUIRE(id.has_value());
  CHECK(id->to_string() == "01890a5d-ac96-774b-bcce-b302099a8057");
}

TEST_CASE("text that is not a canonical id is refused") {
  CHECK_FALSE(parse_id(""));
  CHECK_FALSE(parse_id("01890A5D-ac96-774b-bcce-b302099a8057"));
  CHECK_FALSE(parse_id("01890a5dxac96-774b-bcce-b302099a8057"));
  CHECK_FALSE(parse_id("01890a5d-ac96-774b-bcce-b302099a80570"));
  CHECK_FALSE(parse_id("g1890a5d-ac96-774b-bcce-b302099a8057"));
}

TEST_CASE("time-ordered ids sort by time and carry version 7") {
  const std::array<std::uint8_t, 10> low{};
  std::array<std::uint8_t, 10> high;
  high.fill(0xFF);
  const Id early = make_time_ordered_id(1'700'000'000'000, high);
  const Id late = make_time_ordered_id(1'700'000'000'001, low);
  CHECK(early < late);
  CHECK(early.to_string()[14] == '7');
}

TEST_CASE("derived ids depend on every part and on nothing else") {
  const Id parent = *parse_id("01890a5d-ac96-774b-bcce-b302099a8057");
  CHECK(derive_id(parent, "entry", 1) == derive_id(parent, "entry", 1));
  CHECK(derive_id(parent, "entry", 1) != derive_id(parent, "entry", 2));
  CHECK(derive_id(parent, "entry") != derive_id(parent, "other"));
  // The same bytes on every platform: pinned.
  CHECK(derive_id(parent, "entry", 1).to_string() == "8ce1da5f-7632-8695-9e93-d672897ecaba");
}

}  // namespace rr
