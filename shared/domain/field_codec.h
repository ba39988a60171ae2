// JSON codec and bounds for any struct that is described by a list of FieldInfo.
//
// Rows are written canonically: every field the reader's schema knows, in the order of the
// description, null as null. Reading is strict: a missing, unknown, repeated or ill-typed field is
// refused with its name; text is trimmed before its length is judged.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "shared/base/json_reader.h"
#include "shared/base/json_writer.h"
#include "shared/base/result.h"
#include "shared/domain/field.h"

namespace rr {

using FieldList = std::span<const FieldInfo>;

// Which fields of a list were given, one bit each in list order (at most 64 fields).
using FieldMask = std::uint64_t;

[[nodiscard]] constexpr FieldMask all_fields(FieldList fields) {
  return fields.size() == 64 ? ~FieldMask{0} : (FieldMask{1} << fields.size()) - 1;
}

// Writes one object. Fields newer than `schema` or outside `mask` are left out.
void write_fields(JsonWriter& writer, FieldList fields, const void* row, std::uint16_t schema,
                  FieldMask mask);

// Reads one object into `row` (default-constructed by the caller) and answers which fields were
// there. Codes: malformed_json, unknown_field, repeated_field, wrong_type, not_a_choice.
// Bounds are not judged here.
[[nodiscard]] Result<FieldMask> read_fields(JsonReader& reader, FieldList fields, void* row);

// Judges the fields of `mask`: required ones must not be null, text and numbers must be in bounds,
// text must be clean UTF-8. Codes: missing, too_short, too_long, out_of_range, not_text.
[[nodiscard]] Status check_fields(FieldList fields, const void* row, FieldMask mask);

// The first field of `fields` that `schema` knows and `mask` lacks, as a refusal (code: missing).
[[nodiscard]] Status check_presence(FieldList fields, FieldMask mask, std::uint16_t schema);

}  // namespace rr
