#include "shared/domain/description.h"

#include <doctest/doctest.h>

#include "shared/domain/entities.h"

namespace rr {
namespace {

Roommate make_roommate() {
  Roommate roommate;
  roommate.id = *parse_id("01890a5d-ac96-774b-bcce-b302099a8057");
  roommate.name = "Zoë 日本";
  roommate.joined_at = Instant{1'700'000'000'000};
  return roommate;
}

std::string refusal_of(const EntityInfo& entity, std::string_view bytes) {
  const auto row = decode_row(entity, bytes);
  return row.ok() ? "" : row.error().code + ":" + row.error().field;
}

}  // namespace

TEST_CASE("every entity begins with its id and survives its bytes") {
  for (const EntityInfo& entity : all_entities()) {
    CHECK(entity.fields[0].name == "id");
    CHECK(entity.fields[0].type == FieldType::id);
    CHECK(entity.fields.size() <= 64);
    CHECK(find_entity(entity.name) == &entity);
    CHECK(&describe(entity.kind) == &entity);
  }
}

TEST_CASE("every pointer names an entity that is created earlier") {
  for (const EntityInfo& entity : all_entities()) {
    for (const FieldInfo& field : entity.fields) {
      if (field.references.empty()) continue;
      const EntityInfo* target = find_entity(field.references);
      REQUIRE(target != nullptr);
      CHECK(target->kind < entity.kind);
      CHECK(target->scope == entity.scope);
    }
  }
}

TEST_CASE("a row survives its canonical bytes") {
  const Roommate roommate = make_roommate();
  const EntityInfo& entity = describe<Roommate>();
  const std::string bytes = encode_row(entity, &roommate);
  CHECK(bytes ==
        R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Zoë 日本","colour":1,)"
        R"("weight":100,"status":"active","joined_at":1700000000000,"moved_out_at":null})");
  const auto row = decode_row(entity, bytes);
  REQUIRE(row.ok());
  CHECK(encode_row(entity, row->get()) == bytes);
}

TEST_CASE("an older client neither sees nor needs a newer field") {
  Chore chore;
  chore.id = *parse_id("01890a5d-ac96-774b-bcce-b302099a8057");
  chore.name = "Dishes";
  chore.effort_minutes = 20;
  const EntityInfo& entity = describe<Chore>();
  const std::string old_bytes = encode_row(entity, &chore, 1);
  CHECK(old_bytes.find("effort_minutes") == std::string::npos);
  CHECK(decode_row(entity, old_bytes, 1).ok());
  CHECK(refusal_of(entity, old_bytes) == "missing:effort_minutes");
}

TEST_CASE("a bad row is refused with the field at fault") {
  const Roommate roommate = make_roommate();
  const EntityInfo& entity = describe<Roommate>();
  const std::string good = encode_row(entity, &roommate);
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string bytes = good;
    bytes.replace(bytes.find(from), from.size(), to);
    return refusal_of(entity, bytes);
  };
  CHECK(with("\"colour\":1", "\"colour\":9") == "out_of_range:colour");
  CHECK(with("\"colour\":1", "\"colour\":\"1\"") == "wrong_type:colour");
  CHECK(with("\"colour\":1", "\"colour\":1,\"colour\":1") == "repeated_field:colour");
  CHECK(with("\"colour\":1", "\"shade\":1") == "unknown_field:shade");
  CHECK(with("\"colour\":1", "\"colour\":null") == "missing:colour");
  CHECK(with("\"active\"", "\"gone\"") == "not_a_choice:status");
  CHECK(with("Zoë 日本", "   ") == "missing:name");
  CHECK(with("Zoë 日本", std::string(101, 'x')) == "too_long:name");
  CHECK(with("\"id\":\"0189", "\"id\":\"xyz9") == "wrong_type:id");
  CHECK(with("\"weight\":100,", "") == "missing:weight");
}

}  // namespace rr
