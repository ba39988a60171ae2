#include "shared/store/overlay.h"

namespace rr {
namespace {

bool points_to(const FieldInfo& field, const RowPointer& row, const Id& key) {
  return row && field.get(row.get()) == Value{key};
}

// Visits the union of `below` (in id order) and `changes`, changes winning, in id order.
class Merge {
 public:
  Merge(const std::map<Id, RowPointer>& changes, const RowVisitor& visit,
        FunctionRef<bool(const RowPointer&)> keep)
      : changes_(changes), next_(changes.begin()), visit_(visit), keep_(keep) {}

  void take(const Id& id, const RowPointer& row) {
    flush_before(id);
    if (changes_.find(id) == changes_.end()) visit_(id, row);
  }

  void finish() {
    for (; next_ != changes_.end(); ++next_) emit();
  }

 private:
  void flush_before(const Id& id) {
    for (; next_ != changes_.end() && next_->first <= id; ++next_) emit();
  }
  void emit() {
    if (keep_(next_->second)) visit_(next_->first, next_->second);
  }

  const std::map<Id, RowPointer>& changes_;
  std::map<Id, RowPointer>::const_iterator next_;
  const RowVisitor& visit_;
  FunctionRef<bool(const RowPointer&)> keep_;
};

}  // namespace

RowPointer Overlay::find_row(const EntityInfo& entity, const Id& id) const {
  const Changes& mine = changes(entity);
  const auto found = mine.find(id);
  return found == mine.end() ? below_->find_row(entity, id) : found->second;
}

void Overlay::each_row(const EntityInfo& entity, const RowVisitor& visit) const {
  const auto is_there = [](const RowPointer& row) { return row != nullptr; };
  Merge merge(changes(entity), visit, is_there);
  below_->each_row(entity, [&](const Id& id, const RowPointer& row) { merge.take(id, row); });
  merge.finish();
}

void Overlay::each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                             const RowVisitor& visit) const {
  const auto is_meant = [&](const RowPointer& row) { return points_to(field, row, key); };
  Merge merge(changes(entity), visit, is_meant);
  below_->each_row_where(entity, field, key,
                         [&](const Id& id, const RowPointer& row) { merge.take(id, row); });
  merge.finish();
}

void Overlay::put_row(const EntityInfo& entity, RowPointer row) {
  const Id id = entity.id_of(row.get());
  changes_[static_cast<std::size_t>(entity.kind)][id] = std::move(row);
}

void Overlay::erase_row(const EntityInfo& entity, const Id& id) {
  changes_[static_cast<std::size_t>(entity.kind)][id] = nullptr;
}

void Overlay::each_change(
    FunctionRef<void(const EntityInfo&, const Id&, const RowPointer&)> visit) const {
  for (const EntityInfo& entity : all_entities()) {
    for (const auto& [id, row] : changes(entity)) visit(entity, id, row);
  }
}

void Overlay::apply_to(Transaction& target) const {
  each_change([&](const EntityInfo& entity, const Id& id, const RowPointer& row) {
    if (row) {
      target.put_row(entity, row);
    } else {
      target.erase_row(entity, id);
    }
  });
}

void Overlay::clear() { changes_ = {}; }

bool Overlay::is_empty() const {
  for (const Changes& each : changes_) {
    if (!each.empty()) return false;
  }
  return true;
}

}  // namespace rr
