// The contract of the sync engine's storage, held by every backend.
#include <doctest/doctest.h>

#include "tests/server/store_backends.h"

namespace rr::test {
namespace {

using sync::ChangedRow;
using sync::ClientKey;
using sync::PagePlace;
using sync::ScopeState;
using sync::ServerStorage;

Id id_of(std::uint8_t number) {
  Id id;
  id.bytes[0] = 1;
  id.bytes[15] = number;
  return id;
}

const Id kHome = id_of(100);
const Id kOther = id_of(101);

RowPointer roommate(std::uint8_t number, std::string name) {
  auto row = std::make_shared<Roommate>();
  row->id = id_of(number);
  row->name = std::move(name);
  return row;
}

RowPointer absence(std::uint8_t number, std::uint8_t roommate_number) {
  auto row = std::make_shared<Absence>();
  row->id = id_of(number);
  row->roommate_id = id_of(roommate_number);
  return row;
}

// "version entity number" of each, "-" behind what was erased.
std::string describe_changes(const std::vector<ChangedRow>& changes) {
  std::string text;
  for (const ChangedRow& each : changes) {
    text += std::to_string(each.version) + " " + std::string(each.entity->name) + " " +
            std::to_string(each.id.bytes[15]) + (each.row ? "; " : " -; ");
  }
  return text;
}

sync::StoredOutcome outcome(std::int64_t number, std::uint8_t mutation) {
  sync::StoredOutcome stored;
  stored.outcome.number = number;
  stored.outcome.id = id_of(mutation);
  stored.content = hash_bytes(std::string(1, static_cast<char>(mutation)));
  return stored;
}

// Versions 1 to 4: three rows, a change, and two erased ones.
void fill(ServerStorage& storage) {
  const EntityInfo& roommates = describe<Roommate>();
  const EntityInfo& absences = describe<Absence>();
  storage.put_row(kHome, 1, roommates, roommate(2, "Ben"));
  storage.put_row(kHome, 1, roommates, roommate(1, "Ann"));
  storage.put_row(kHome, 1, absences, absence(7, 1));
  storage.put_row(kHome, 1, absences, absence(8, 2));
  storage.put_row(kOther, 1, roommates, roommate(1, "Somebody else"));
  storage.put_row(kHome, 2, roommates, roommate(3, "Cleo"));
  storage.erase_row(kHome, 3, absences, id_of(8), Instant{3000});
  storage.erase_row(kHome, 3, absences, id_of(7), Instant{3000});
  storage.erase_row(kHome, 3, roommates, id_of(3), Instant{3000});
  storage.put_row(kHome, 4, roommates, roommate(1, "Anna"));
}

constexpr std::uint8_t kAfterAll = 255;

}  // namespace

TEST_CASE("a scope's state comes back whole, and nothing is known of others") {
  each_backend([](Store& store) {
    ScopeState state;
    state.scope = kHome;
    state.kind = ScopeKind::person;
    state.epoch = id_of(9);
    state.version = 12;
    state.purged_version = 3;
    state.checksums = {Hash128{1, 2}, Hash128{~std::uint64_t{0}, 4}};
    state.snapshot = Hash128{5, 6};
    write(store, [&](ServerStorage& storage) {
      storage.put_scope(state);
      state.version = 13;
      storage.put_scope(state);
      CHECK(storage.lock_scope(kHome)->version == 13);
    });
    read(store, [&](ServerStorage& storage) {
      const auto found = storage.read_scope(kHome);
      REQUIRE(found.has_value());
      CHECK(found->scope == kHome);
      CHECK(found->kind == ScopeKind::person);
      CHECK(found->epoch == state.epoch);
      CHECK(found->version == 13);
      CHECK(found->purged_version == 3);
      CHECK(found->checksums == state.checksums);
      CHECK(found->snapshot == state.snapshot);
      CHECK_FALSE(storage.read_scope(kOther).has_value());
      CHECK_FALSE(storage.lock_scope(kOther).has_value());
    });
  });
}

TEST_CASE("changes come in order of version, entity and id, tombstones among them") {
  each_backend([](Store& store) {
    write(store, fill);
    read(store, [](ServerStorage& storage) {
      const std::string all = describe_changes(storage.changes_after(kHome, PagePlace{}, 100));
      CHECK(all == "1 roommate 2; 3 roommate 3 -; 3 absence 7 -; 3 absence 8 -; 4 roommate 1; ");
      CHECK(describe_changes(storage.changes_after(kOther, PagePlace{}, 100)) == "1 roommate 1; ");
      CHECK(storage.changes_after(id_of(50), PagePlace{}, 100).empty());
    });
  });
}

TEST_CASE("walking in pages of any size gives the same changes, each once") {
  each_backend([](Store& store) {
    write(store, fill);
    read(store, [](ServerStorage& storage) {
      const std::string whole = describe_changes(storage.changes_after(kHome, PagePlace{}, 100));
      for (std::size_t size = 1; size <= 6; ++size) {
        CAPTURE(size);
        std::string walked;
        PagePlace place;
        while (true) {
          const auto page = storage.changes_after(kHome, place, size);
          CHECK(page.size() <= size);
          if (page.empty()) break;
          walked += describe_changes(page);
          place = {page.back().version, static_cast<std::uint8_t>(page.back().entity->kind),
                   page.back().id, 0};
        }
        CHECK(walked == whole);
      }
    });
  });
}

TEST_CASE("a place behind a whole version and a floor leave out what is known") {
  each_backend([](Store& store) {
    write(store, fill);
    read(store, [](ServerStorage& storage) {
      const PagePlace after_two{2, kAfterAll, Id{}, 0};
      CHECK(describe_changes(storage.changes_after(kHome, after_two, 100)) ==
            "3 roommate 3 -; 3 absence 7 -; 3 absence 8 -; 4 roommate 1; ");
      const PagePlace full_walk{0, kAfterAll, Id{}, 4};
      CHECK(describe_changes(storage.changes_after(kHome, full_walk, 100)) ==
            "1 roommate 2; 4 roommate 1; ");
      const PagePlace at_head{4, kAfterAll, Id{}, 0};
      CHECK(storage.changes_after(kHome, at_head, 100).empty());
    });
  });
}

TEST_CASE("rows read within a unit of work show its own writes") {
  each_backend([](Store& store) {
    write(store, [](ServerStorage& storage) {
      const auto rows = storage.rows(kHome);
      CHECK(rows->find<Roommate>(id_of(1)) == nullptr);
      fill(storage);
      REQUIRE(rows->find<Roommate>(id_of(1)) != nullptr);
      CHECK(rows->find<Roommate>(id_of(1))->name == "Anna");
      CHECK(rows->find<Roommate>(id_of(3)) == nullptr);
      CHECK(rows->all<Roommate>().size() == 2);
      CHECK(rows->where<Absence>("roommate_id", id_of(1)).empty());
    });
    read(store, [](ServerStorage& storage) {
      CHECK(storage.rows(kOther)->find<Roommate>(id_of(1))->name == "Somebody else");
    });
  });
}

TEST_CASE("old tombstones are forgotten by age, and how far is told") {
  each_backend([](Store& store) {
    write(store, [](ServerStorage& storage) {
      fill(storage);
      storage.erase_row(kHome, 5, describe<Roommate>(), id_of(2), Instant{5000});
      storage.erase_row(kOther, 2, describe<Roommate>(), id_of(1), Instant{1});
      CHECK(storage.purge_tombstones(kHome, Instant{3000}) == 0);
      CHECK(storage.purge_tombstones(kHome, Instant{3001}) == 3);
      CHECK(describe_changes(storage.changes_after(kHome, PagePlace{}, 100)) ==
            "4 roommate 1; 5 roommate 2 -; ");
      CHECK(describe_changes(storage.changes_after(kOther, PagePlace{}, 100)) ==
            "2 roommate 1 -; ");
    });
  });
}

TEST_CASE("numbers belong to a scope, an account and a client together") {
  each_backend([](Store& store) {
    const ClientKey key{kHome, id_of(1), id_of(2)};
    write(store, [&](ServerStorage& storage) {
      CHECK(storage.last_number(key) == 0);
      storage.put_last_number(key, 7);
      storage.put_last_number(key, 9);
    });
    read(store, [&](ServerStorage& storage) {
      CHECK(storage.last_number(key) == 9);
      CHECK(storage.last_number({kOther, key.account, key.client}) == 0);
      CHECK(storage.last_number({kHome, id_of(2), key.client}) == 0);
      CHECK(storage.last_number({kHome, key.account, id_of(1)}) == 0);
    });
  });
}

TEST_CASE("outcomes are found by number and by the change's id until they are erased") {
  each_backend([](Store& store) {
    const ClientKey key{kHome, id_of(1), id_of(2)};
    const ClientKey later{kHome, id_of(1), id_of(3)};
    auto refused = outcome(2, 22);
    refused.outcome.status = sync::OutcomeStatus::refused;
    refused.outcome.error = refuse("name_taken", "Somebody is called so.", "name");
    write(store, [&](ServerStorage& storage) {
      storage.put_outcome(key, outcome(1, 21), Instant{1000});
      storage.put_outcome(key, refused, Instant{2000});
      storage.put_outcome(later, outcome(1, 21), Instant{3000});
      storage.put_outcome({kHome, id_of(5), key.client}, outcome(1, 51), Instant{1000});
    });
    read(store, [&](ServerStorage& storage) {
      REQUIRE(storage.find_outcome(key, 2).has_value());
      CHECK(storage.find_outcome(key, 2)->outcome == refused.outcome);
      CHECK(storage.find_outcome(key, 2)->content == refused.content);
      CHECK_FALSE(storage.find_outcome(key, 3).has_value());
      CHECK(storage.find_outcome_by_id(kHome, key.account, id_of(21)).has_value());
      CHECK_FALSE(storage.find_outcome_by_id(kHome, id_of(5), id_of(21)).has_value());
      CHECK_FALSE(storage.find_outcome_by_id(kOther, key.account, id_of(21)).has_value());
    });
    write(store, [&](ServerStorage& storage) {
      storage.erase_applied_up_to(key, 2);
      CHECK_FALSE(storage.find_outcome(key, 1).has_value());
      CHECK(storage.find_outcome(key, 2).has_value());
      CHECK(storage.find_outcome(later, 1).has_value());
      storage.purge_outcomes(kOther, Instant{9000});
      CHECK(storage.find_outcome(key, 2).has_value());
      storage.purge_outcomes(kHome, Instant{3000});
      CHECK_FALSE(storage.find_outcome(key, 2).has_value());
      CHECK(storage.find_outcome(later, 1).has_value());
    });
  });
}

TEST_CASE("the audit knows which change of whom was applied") {
  each_backend([](Store& store) {
    sync::AuditEntry entry;
    entry.scope = kHome;
    entry.version = 1;
    entry.mutation_id = id_of(21);
    entry.person = id_of(1);
    entry.command = "roommate.add";
    entry.arguments = "{}";
    entry.request = "call-1";
    write(store, [&](ServerStorage& storage) {
      storage.append_audit(entry);
      entry.version = 2;
      entry.mutation_id = id_of(22);
      entry.person = Id{};
      entry.actor = ActorKind::system;
      storage.append_audit(entry);
      CHECK(storage.was_applied(kHome, id_of(1), id_of(21)));
      CHECK_FALSE(storage.was_applied(kHome, id_of(2), id_of(21)));
      CHECK_FALSE(storage.was_applied(kOther, id_of(1), id_of(21)));
      CHECK(storage.was_applied(kHome, Id{}, id_of(22)));
      CHECK_FALSE(storage.was_applied(kHome, Id{}, id_of(21)));
    });
  });
}

TEST_CASE("memberships are told apart from never having been a member") {
  each_backend([](Store& store) {
    const Id ann = id_of(1);
    write(store, [&](ServerStorage& storage) {
      CHECK_FALSE(storage.membership(ann, kHome).has_value());
      storage.put_membership(ann, kOther, {1, true});
      storage.put_membership(ann, kHome, {1, true});
      CHECK(storage.households_of(ann) == std::vector<Id>{kHome, kOther});
      storage.put_membership(ann, kHome, {2, false});
    });
    read(store, [&](ServerStorage& storage) {
      REQUIRE(storage.membership(ann, kHome).has_value());
      CHECK_FALSE(storage.membership(ann, kHome)->is_member);
      CHECK(storage.membership(ann, kHome)->version == 2);
      CHECK(storage.households_of(ann) == std::vector<Id>{kOther});
      CHECK(storage.households_of(id_of(2)).empty());
    });
  });
}

TEST_CASE("a unit of work that rolls back, or faults, leaves nothing of sync behind") {
  each_backend([](Store& store) {
    const auto write_everything = [](ServerStorage& storage) {
      ScopeState state;
      state.scope = kHome;
      state.epoch = id_of(9);
      storage.put_scope(state);
      fill(storage);
      storage.put_last_number({kHome, id_of(1), id_of(2)}, 1);
      storage.put_membership(id_of(1), kHome, {1, true});
    };
    CHECK(store
              .write([&](UnitOfWork& work) {
                write_everything(work.sync());
                return WorkEnding::roll_back;
              })
              .ok());
    const Status faulty = store.write([&](UnitOfWork& work) {
      write_everything(work.sync());
      // Nobody is called 77, so the database refuses the reference.
      work.sync().put_row(kHome, 5, describe<Absence>(), absence(9, 77));
      CHECK(work.sync().faulted());
      CHECK(work.sync().changes_after(kHome, PagePlace{}, 10).empty());
      return WorkEnding::commit;
    });
    CHECK_FALSE(faulty.ok());
    read(store, [](ServerStorage& storage) {
      CHECK_FALSE(storage.read_scope(kHome).has_value());
      CHECK(storage.changes_after(kHome, PagePlace{}, 10).empty());
      CHECK(storage.last_number({kHome, id_of(1), id_of(2)}) == 0);
      CHECK(storage.households_of(id_of(1)).empty());
    });
  });
}

}  // namespace rr::test
