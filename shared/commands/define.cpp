#include "shared/commands/define.h"

namespace rr {

void copy_fields(FieldList from_fields, const void* from, FieldMask mask, FieldList to_fields,
                 void* to) {
  for (std::size_t i = 0; i < from_fields.size(); ++i) {
    if (((mask >> i) & 1) == 0) continue;
    for (const FieldInfo& field : to_fields) {
      if (field.name == from_fields[i].name) field.set(to, from_fields[i].get(from));
    }
  }
}

}  // namespace rr
