#include "shared/domain/verify.h"

#include "shared/domain/verify_parts.h"

namespace rr {
namespace {

void verify_references(const Reader& rows, Findings& findings) {
  for (const EntityInfo& entity : all_entities()) {
    rows.each_row(entity, [&](const Id& id, const RowPointer& row) {
      for (const FieldInfo& field : entity.fields) {
        if (field.references.empty()) continue;
        const Value value = field.get(row.get());
        const auto* target_id = std::get_if<Id>(&value);
        const EntityInfo* target = find_entity(field.references);
        if (target_id == nullptr || target == nullptr) continue;
        findings.expect(
            rows.find_row(*target, *target_id) != nullptr, id,
            std::string(entity.name) + "." + std::string(field.name) + " points to nothing");
      }
    });
  }
}

}  // namespace

std::vector<Violation> verify_household(const Reader& rows) {
  Findings findings;
  verify_references(rows, findings);
  verify_people(rows, findings);
  verify_chores(rows, findings);
  verify_cycles(rows, findings);
  verify_assignments(rows, findings);
  verify_swaps(rows, findings);
  verify_ledger(rows, findings);
  verify_shares(rows, findings);
  verify_ratings(rows, findings);
  return std::move(findings).take();
}

}  // namespace rr
