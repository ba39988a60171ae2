#include "shared/domain/field_codec.h"

#include <string>

#include "shared/base/fill.h"
#include "shared/base/text.h"

namespace rr {
namespace {

std::string field_name(const FieldInfo& field) { return std::string(field.name); }

Error wrong_type(const FieldInfo& field, const char* expected) {
  return refuse("wrong_type",
                fill("{name} must be {expected}.", {{"name", field.name}, {"expected", expected}}),
                field_name(field));
}

std::string list_choices(const FieldInfo& field) {
  std::string list;
  for (const std::string_view choice : field.choices) {
    if (!list.empty()) list += ", ";
    list += choice;
  }
  return list;
}

void write_value(JsonWriter& writer, const FieldInfo& field, const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) {
    writer.null();
    return;
  }
  switch (field.type) {
    case FieldType::text: writer.text(std::get<std::string_view>(value)); return;
    case FieldType::integer:
    case FieldType::instant: writer.integer(std::get<std::int64_t>(value)); return;
    case FieldType::boolean: writer.boolean(std::get<std::int64_t>(value) != 0); return;
    case FieldType::choice:
      writer.text(field.choices[static_cast<std::size_t>(std::get<std::int64_t>(value))]);
      return;
    case FieldType::id: writer.id(std::get<Id>(value)); return;
    case FieldType::date:
      writer.text(to_string(Date{static_cast<std::int32_t>(std::get<std::int64_t>(value))}));
      return;
  }
}

Status read_text_value(JsonReader& reader, const FieldInfo& field, void* row) {
  std::string text;
  if (reader.peek() != JsonKind::string) return wrong_type(field, part("expected", "a text"));
  if (!reader.read_string(text)) return reader.error();
  switch (field.type) {
    case FieldType::choice:
      for (std::size_t i = 0; i < field.choices.size(); ++i) {
        if (field.choices[i] != text) continue;
        field.set(row, static_cast<std::int64_t>(i));
        return success();
      }
      return refuse("not_a_choice",
                    fill("{name} must be one of: {choices}",
                         {{"name", field.name}, {"choices", list_choices(field)}}),
                    field_name(field));
    case FieldType::id: {
      const auto id = parse_id(text);
      if (!id) return wrong_type(field, part("expected", "an id"));
      field.set(row, *id);
      return success();
    }
    case FieldType::date: {
      const auto date = parse_date(text);
      if (!date) return wrong_type(field, part("expected", "a date (YYYY-MM-DD)"));
      field.set(row, std::int64_t{date->days});
      return success();
    }
    default: field.set(row, trim(text)); return success();
  }
}

Status read_value(JsonReader& reader, const FieldInfo& field, void* row) {
  if (reader.peek() == JsonKind::null) {
    if (field.nullability == Nullability::required) {
      return refuse("missing", fill("{name} is required.", {{"name", field.name}}),
                    field_name(field));
    }
    if (!reader.read_null()) return reader.error();
    field.set(row, Value{});
    return success();
  }
  switch (field.type) {
    case FieldType::integer:
    case FieldType::instant: {
      std::int64_t number = 0;
      if (!reader.read_integer(number))
        return wrong_type(field, part("expected", "a whole number"));
      field.set(row, number);
      return success();
    }
    case FieldType::boolean: {
      bool flag = false;
      if (reader.peek() != JsonKind::boolean)
        return wrong_type(field, part("expected", "true or false"));
      if (!reader.read_boolean(flag)) return reader.error();
      field.set(row, std::int64_t{flag ? 1 : 0});
      return success();
    }
    default: return read_text_value(reader, field, row);
  }
}

Status check_text(const FieldInfo& field, std::string_view text) {
  const std::string name = field_name(field);
  if (!is_clean_utf8(text))
    return refuse("not_text", fill("{name} is not readable text.", {{"name", name}}), name);
  const auto length = static_cast<std::int64_t>(count_code_points(text));
  if (length < field.minimum) {
    const bool is_empty = length == 0;
    return refuse(is_empty ? "missing" : "too_short",
                  is_empty ? fill("{name} is required.", {{"name", name}})
                           : fill("{name} must have at least {count} characters.",
                                  {{"name", name}, {"count", std::to_string(field.minimum)}}),
                  name);
  }
  if (length > field.maximum) {
    return refuse("too_long",
                  fill("{name} may have at most {count} characters.",
                       {{"name", name}, {"count", std::to_string(field.maximum)}}),
                  name);
  }
  return success();
}

Status check_value(const FieldInfo& field, const Value& value) {
  const std::string name = field_name(field);
  if (std::holds_alternative<std::monostate>(value)) {
    if (field.nullability == Nullability::nullable) return success();
    return refuse("missing", fill("{name} is required.", {{"name", name}}), name);
  }
  if (field.type == FieldType::text) return check_text(field, std::get<std::string_view>(value));
  if (field.type == FieldType::id) return success();
  const std::int64_t number = std::get<std::int64_t>(value);
  if (number >= field.minimum && number <= field.maximum) return success();
  if (field.type == FieldType::integer) {
    return refuse("out_of_range",
                  fill("{name} must be between {least} and {most}.",
                       {{"name", name},
                        {"least", std::to_string(field.minimum)},
                        {"most", std::to_string(field.maximum)}}),
                  name);
  }
  return refuse("out_of_range", fill("{name} is out of range.", {{"name", name}}), name);
}

}  // namespace

void write_fields(JsonWriter& writer, FieldList fields, const void* row, std::uint16_t schema,
                  FieldMask mask) {
  writer.begin_object();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].since > schema || ((mask >> i) & 1) == 0) continue;
    writer.key(fields[i].name);
    write_value(writer, fields[i], fields[i].get(row));
  }
  writer.end_object();
}

Result<FieldMask> read_fields(JsonReader& reader, FieldList fields, void* row) {
  FieldMask seen = 0;
  std::string key;
  if (!reader.begin_object()) return reader.error();
  while (reader.next_key(key)) {
    std::size_t place = 0;
    while (place < fields.size() && fields[place].name != key) ++place;
    if (place == fields.size())
      return refuse("unknown_field", fill("Unknown field: {name}", {{"name", key}}), key);
    const FieldMask bit = FieldMask{1} << place;
    if ((seen & bit) != 0)
      return refuse("repeated_field", fill("Repeated field: {name}", {{"name", key}}), key);
    seen |= bit;
    if (Status status = read_value(reader, fields[place], row); !status) return status.error();
  }
  if (reader.failed()) return reader.error();
  return seen;
}

Status check_fields(FieldList fields, const void* row, FieldMask mask) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (((mask >> i) & 1) == 0) continue;
    if (Status status = check_value(fields[i], fields[i].get(row)); !status) return status;
  }
  return success();
}

Status check_presence(FieldList fields, FieldMask mask, std::uint16_t schema) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].since > schema || ((mask >> i) & 1) != 0) continue;
    return refuse("missing", fill("{name} is required.", {{"name", fields[i].name}}),
                  field_name(fields[i]));
  }
  return success();
}

}  // namespace rr
