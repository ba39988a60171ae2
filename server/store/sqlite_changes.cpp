#include "server/store/sqlite_changes.h"

#include <algorithm>
#include <compare>
#include <memory>

#include "server/store/row_table.h"

namespace rr {
namespace {

struct ChangeKey {
  std::int64_t version = 0;
  std::uint8_t entity = 0;
  Id id;

  friend auto operator<=>(const ChangeKey&, const ChangeKey&) = default;
};

// One sorted sequence of changes.
class ChangeSource {
 public:
  virtual ~ChangeSource() = default;
  // False at the end or on a fault.
  [[nodiscard]] virtual bool next() = 0;
  [[nodiscard]] virtual ChangeKey key() const = 0;
  [[nodiscard]] virtual sync::ChangedRow change() const = 0;
};

class RowSource final : public ChangeSource {
 public:
  RowSource(Database& database, const Id& scope, const RowTable& table,
            const sync::PagePlace& place)
      : table_(table), walk_(table, database, scope, place.version, first_id(table, place)) {}

  bool next() override { return walk_.next(); }
  [[nodiscard]] ChangeKey key() const override {
    return {walk_.version(), kind_of(table_), walk_.id()};
  }
  [[nodiscard]] sync::ChangedRow change() const override {
    return {&table_.entity(), walk_.id(), walk_.version(), walk_.row()};
  }

 private:
  static std::uint8_t kind_of(const RowTable& table) {
    return static_cast<std::uint8_t>(table.entity().kind);
  }
  // Within the place's own version, earlier entities are over and later ones not yet begun.
  static Id first_id(const RowTable& table, const sync::PagePlace& place) {
    Id id;
    if (kind_of(table) == place.entity) id = place.id;
    if (kind_of(table) < place.entity) id.bytes.fill(0xff);
    return id;
  }

  const RowTable& table_;
  RowTable::Walk walk_;
};

const std::string kTombstonesSql =
    "SELECT version,entity,id FROM tombstone WHERE scope=? AND version>=? ORDER BY version";

// Tombstones are stored by the entity's name, since its number may change with a release; those of
// one version are sorted here.
class TombstoneSource final : public ChangeSource {
 public:
  TombstoneSource(Database& database, const Id& scope, const sync::PagePlace& place)
      : place_{place.version, place.entity, place.id}, query_(database, kTombstonesSql) {
    query_.bind(scope).bind(std::max(place.version, place.floor + 1));
    has_more_ = query_.next();
  }

  bool next() override {
    if (place_in_group_ + 1 < group_.size()) {
      ++place_in_group_;
      return true;
    }
    place_in_group_ = 0;
    do {
      load_group();
    } while (group_.empty() && has_more_);
    return !group_.empty();
  }
  [[nodiscard]] ChangeKey key() const override { return group_[place_in_group_]; }
  [[nodiscard]] sync::ChangedRow change() const override {
    const ChangeKey& key = group_[place_in_group_];
    return {&describe(static_cast<EntityKind>(key.entity)), key.id, key.version, nullptr};
  }

 private:
  void load_group() {
    group_.clear();
    if (!has_more_) return;
    const std::int64_t version = query_.integer(0);
    while (has_more_ && query_.integer(0) == version) {
      if (const EntityInfo* entity = find_entity(query_.text(1))) {
        const ChangeKey key{version, static_cast<std::uint8_t>(entity->kind), query_.id(2)};
        if (key > place_) group_.push_back(key);
      }
      has_more_ = query_.next();
    }
    std::sort(group_.begin(), group_.end());
  }

  ChangeKey place_;
  Query query_;
  std::vector<ChangeKey> group_;
  std::size_t place_in_group_ = 0;
  bool has_more_ = false;
};

}  // namespace

std::vector<sync::ChangedRow> read_changes(Database& database, const Id& scope,
                                           const sync::PagePlace& place, std::size_t limit) {
  std::vector<std::unique_ptr<ChangeSource>> sources;
  const auto add = [&](std::unique_ptr<ChangeSource> source) {
    if (source->next()) sources.push_back(std::move(source));
  };
  for (const EntityInfo& entity : all_entities()) {
    add(std::make_unique<RowSource>(database, scope, row_table(entity), place));
  }
  add(std::make_unique<TombstoneSource>(database, scope, place));
  std::vector<sync::ChangedRow> changes;
  while (!sources.empty() && changes.size() < limit) {
    const auto first = std::min_element(
        sources.begin(), sources.end(),
        [](const auto& left, const auto& right) { return left->key() < right->key(); });
    changes.push_back((*first)->change());
    if (!(*first)->next()) sources.erase(first);
  }
  return changes;
}

}  // namespace rr
