#include "client/text/catalogue.h"

#include <doctest/doctest.h>

#include <string>

namespace rr::text {

TEST_CASE("a catalogue answers what it has, and nothing else") {
  const std::string_view bytes = "A\2a\1Done\2Erledigt\1Save\2Speichern\1Undo\2Zur\u00fcck\1";
  REQUIRE(is_catalogue(bytes));
  CHECK(find_text(bytes, "A") == "a");
  CHECK(find_text(bytes, "Done") == "Erledigt");
  CHECK(find_text(bytes, "Save") == "Speichern");
  CHECK(find_text(bytes, "Undo") == "Zur\u00fcck");
  for (const char* key : {"", "0", "B", "Don", "Donee", "Und", "Zoo"}) {
    CAPTURE(key);
    CHECK(find_text(bytes, key).empty());
  }
}

TEST_CASE("each key of a long catalogue is found") {
  std::string bytes;
  for (int i = 100; i < 1'000; ++i) {
    const std::string number = std::to_string(i);
    bytes += number + "\2" + std::string(static_cast<std::size_t>(i % 37 + 1), 'x') + "\1";
  }
  REQUIRE(is_catalogue(bytes));
  for (int i = 100; i < 1'000; ++i) {
    CHECK(find_text(bytes, std::to_string(i)).size() == static_cast<std::size_t>(i % 37 + 1));
  }
}

TEST_CASE("no texts are a catalogue, and bytes that are none are refused") {
  CHECK(is_catalogue(""));
  CHECK(find_text("", "Done").empty());
  for (const char* bytes :
       {"Done", "Done\1", "Done\2", "Done\2Erledigt", "Done\2\1", "\2Erledigt\1", "A\2a\2a\1",
        "B\2b\1A\2a\1", "A\2a\1A\2b\1", "<!doctype html>", "\1"}) {
    CAPTURE(bytes);
    CHECK_FALSE(is_catalogue(bytes));
  }
}

}  // namespace rr::text
