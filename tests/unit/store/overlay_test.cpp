#include "shared/store/overlay.h"

#include <doctest/doctest.h>

#include "shared/store/memory_store.h"

namespace rr {
namespace {

Id number_id(std::uint8_t number) {
  Id id;
  id.bytes[15] = number;
  return id;
}

SubChore sub_chore(std::uint8_t number, std::uint8_t chore, std::string name) {
  SubChore row;
  row.id = number_id(number);
  row.chore_id = number_id(chore);
  row.name = std::move(name);
  return row;
}

std::string names(const std::vector<std::shared_ptr<const SubChore>>& rows) {
  std::string list;
  for (const auto& row : rows) list += row->name;
  return list;
}

}  // namespace

TEST_CASE("an overlay shows the rows below with its own writes over them, in id order") {
  MemoryStore base;
  base.put(sub_chore(1, 100, "a"));
  base.put(sub_chore(3, 100, "c"));
  base.put(sub_chore(5, 101, "e"));
  Overlay overlay(base);
  overlay.put(sub_chore(2, 100, "b"));
  overlay.put(sub_chore(3, 101, "C"));
  overlay.erase<SubChore>(number_id(1));
  overlay.put(sub_chore(9, 100, "z"));
  CHECK(names(overlay.all<SubChore>()) == "bCez");
  CHECK(names(overlay.where<SubChore>("chore_id", number_id(100))) == "bz");
  CHECK(names(overlay.where<SubChore>("chore_id", number_id(101))) == "Ce");
  CHECK(names(base.all<SubChore>()) == "ace");
  CHECK(overlay.find<SubChore>(number_id(1)) == nullptr);
}

TEST_CASE("an overlay handed down leaves the store as the overlay showed it") {
  MemoryStore base;
  base.put(sub_chore(1, 100, "a"));
  base.put(sub_chore(2, 100, "b"));
  Overlay overlay(base);
  overlay.erase<SubChore>(number_id(1));
  overlay.put(sub_chore(2, 101, "B"));
  overlay.apply_to(base);
  overlay.clear();
  CHECK(overlay.is_empty());
  CHECK(names(base.all<SubChore>()) == "B");
  CHECK(base.where<SubChore>("chore_id", number_id(100)).empty());
  CHECK(names(base.where<SubChore>("chore_id", number_id(101))) == "B");
  CHECK(base.size() == 1);
}

}  // namespace rr
