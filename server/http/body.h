// Reads a JSON body into a plain struct that is described like an entity (domain/field.h), so
// every endpoint refuses unknown, missing, ill-typed and out-of-bounds fields by name.
#pragma once

#include "server/http/message.h"
#include "shared/domain/field_codec.h"

namespace rr {

// Fills `row` and answers which fields were sent. Fields outside `optional` must be there.
// Codes: wrong_content_type, not_normalised, and those of field_codec.h.
[[nodiscard]] Result<FieldMask> read_body(const Request& request, FieldList fields,
                                          FieldMask optional, void* row);

// Refuses the first text that is not in normalisation form C. Code: not_normalised.
[[nodiscard]] Status check_normal_form(FieldList fields, const void* row, FieldMask mask);

// Application/JSON in whatever spelling and with whatever parameters.
[[nodiscard]] bool is_json(const Request& request);

template <class T>
[[nodiscard]] Result<T> read_body(const Request& request, FieldList fields,
                                  FieldMask optional = 0) {
  T row;
  const auto given = read_body(request, fields, optional, &row);
  if (!given) return given.error();
  return row;
}

}  // namespace rr
