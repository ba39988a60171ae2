#include "client/text/catalogue.h"

#include <doctest/doctest.h>

namespace rr::text {
namespace {

Catalogue made_of(std::string_view bytes) {
  Result<Catalogue> catalogue = Catalogue::parse(bytes);
  REQUIRE(catalogue.ok());
  return std::move(*catalogue);
}

std::string filled(std::string_view sentence, std::string_view text) {
  const auto places = match(sentence, text);
  if (!places) return "no";
  std::string words;
  for (const Place& place : *places) {
    words += std::string(place.name) + "=" + std::string(place.text) + ";";
  }
  return words;
}

}  // namespace

TEST_CASE("a catalogue answers what it has, and nothing else") {
  const Catalogue catalogue = made_of(R"({"Done":"Erledigt","Undo":"R\u00fcckg\u00e4ngig"})");
  REQUIRE(catalogue.find("Undo") != nullptr);
  CHECK(*catalogue.find("Undo") == "R\u00fcckg\u00e4ngig");
  CHECK(catalogue.find("Und") == nullptr);
  CHECK(catalogue.find("Zoo") == nullptr);
}

TEST_CASE("bytes that are no catalogue are refused") {
  for (const char* bytes :
       {"", "[]", "{\"a\":1}", "{\"a\":\"\"}", "{\"b\":\"x\",\"a\":\"y\"}",
        "{\"a\":\"x\",\"a\":\"y\"}", "{\"a\":\"x\"", "{\"a\":\"x\"} {}", "<!doctype html>"}) {
    CAPTURE(bytes);
    CHECK_FALSE(Catalogue::parse(bytes).ok());
  }
}

TEST_CASE("a finished sentence is led back to its template") {
  CHECK(filled("{name} has moved out.", "Ana has moved out.") == "name=Ana;");
  CHECK(filled("{name} has moved out.", "Ana has moved in.") == "no");
  CHECK(filled("{a} is {b}'s by now.", "It is what it is is Ben's by now.") ==
        "a=It;b=what it is is Ben;");
  CHECK(filled("{name}: {name}", "Ana: Ana") == "name=Ana;name=Ana;");
  CHECK(filled("{name}: {name}", "Ana: Ben") == "no");
  CHECK(filled("Done.", "Done.").empty());
}

TEST_CASE("sentences are translated as they stand, or with what stands in their places") {
  const Catalogue catalogue = made_of(
      R"({"Done.":"Fertig.","asked|swapped":"getauscht","{a} for {b}":"{a} gegen {b}",)"
      R"("{chore} is {name}'s.":"{name} hat {chore}.",)"
      R"("{chore} was missed, so it cannot be {asked}.":"{chore} kann nicht {asked} werden.",)"
      R"("{x} is {y}.":"falsch"})");
  CHECK(catalogue.translate("Done.") == "Fertig.");
  CHECK(catalogue.translate("Dishes is Ana's.") == "Ana hat Dishes.");
  CHECK(catalogue.translate("Dishes was missed, so it cannot be swapped.") ==
        "Dishes kann nicht getauscht werden.");
  CHECK(catalogue.translate("Dishes was missed, so it cannot be eaten.") ==
        "Dishes kann nicht eaten werden.");
  // What is no sentence is no template of one.
  CHECK(catalogue.translate("Ask for more").empty());
}

}  // namespace rr::text
