#include "server/http/body.h"

#include <limits>

#include "shared/base/text.h"

namespace rr {
namespace {

// Bodies have no schema versions of their own.
constexpr std::uint16_t kEveryField = std::numeric_limits<std::uint16_t>::max();

}  // namespace

bool is_json(const Request& request) {
  const std::string_view type = request.headers.get("Content-Type");
  const std::string_view media_type = trim(type.substr(0, type.find(';')));
  return equals_ignoring_case(media_type, "application/json");
}

Result<FieldMask> read_body(const Request& request, FieldList fields, FieldMask optional,
                            void* row) {
  if (!is_json(request)) {
    return refuse("wrong_content_type", "Send the body as application/json.");
  }
  JsonReader reader(request.body);
  const auto given = read_fields(reader, fields, row);
  if (!given) return given.error();
  if (!reader.finish()) return reader.error();
  const auto present = check_presence(fields, *given | optional, kEveryField);
  if (!present) return present.error();
  const auto judged = check_fields(fields, row, *given);
  if (!judged) return judged.error();
  return *given;
}

}  // namespace rr
