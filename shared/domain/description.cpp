#include "shared/domain/description.h"

namespace rr {

std::string encode_row(const EntityInfo& entity, const void* row, std::uint16_t schema) {
  JsonWriter writer;
  write_fields(writer, entity.fields, row, schema, all_fields(entity.fields));
  return std::move(writer).bytes();
}

Result<RowPointer> decode_row(const EntityInfo& entity, std::string_view bytes,
                              std::uint16_t schema) {
  JsonReader reader(bytes);
  const std::shared_ptr<void> row = entity.make();
  const Result<FieldMask> given = read_fields(reader, entity.fields, row.get());
  if (!given) return given.error();
  if (!reader.finish()) return reader.error();
  if (Status status = check_presence(entity.fields, *given, schema); !status) {
    return status.error();
  }
  if (Status status = check_row(entity, row.get()); !status) return status.error();
  return RowPointer(row);
}

Status check_row(const EntityInfo& entity, const void* row) {
  return check_fields(entity.fields, row, all_fields(entity.fields));
}

}  // namespace rr
