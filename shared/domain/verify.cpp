#include "shared/domain/verify.h"

namespace rr {
namespace {

void check_references(const Reader& rows, const EntityInfo& entity, const void* row,
                      std::vector<Violation>& violations) {
  for (const FieldInfo& field : entity.fields) {
    if (field.references.empty()) continue;
    const Value value = field.get(row);
    const auto* id = std::get_if<Id>(&value);
    const EntityInfo* target = find_entity(field.references);
    if (id == nullptr || target == nullptr || rows.find_row(*target, *id)) continue;
    violations.push_back({std::string(entity.name) + "." + std::string(field.name) +
                          " points to nothing: " + id->to_string()});
  }
}

}  // namespace

std::vector<Violation> verify_household(const Reader& rows) {
  std::vector<Violation> violations;
  for (const EntityInfo& entity : all_entities()) {
    rows.each_row(entity, [&](const Id&, const RowPointer& row) {
      check_references(rows, entity, row.get(), violations);
    });
  }
  return violations;
}

}  // namespace rr
