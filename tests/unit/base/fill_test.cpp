#include "shared/base/fill.h"

#include <doctest/doctest.h>

namespace rr {

TEST_CASE("places are filled by their names, wherever and however often they stand") {
  CHECK(fill("{name} has moved out.", {{"name", "Ana"}}) == "Ana has moved out.");
  CHECK(fill("{b} and {a}, {b}", {{"a", "1"}, {"b", "2"}}) == "2 and 1, 2");
  CHECK(fill("nothing", {{"a", "1"}}) == "nothing");
}

TEST_CASE("what is filled in is not looked at again, and places that are not given stay") {
  CHECK(fill("{a}{b}", {{"a", "{b}"}, {"b", "{a}"}}) == "{b}{a}");
  CHECK(fill("{a} {c} {", {{"a", "1"}}) == "1 {c} {");
  CHECK(fill("{ab} {a", {{"a", "1"}}) == "{ab} {a");
}

}  // namespace rr
