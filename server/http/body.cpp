#include "server/http/body.h"

#include <limits>

#include "server/ops/normal_form.h"
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
  const auto normal = check_normal_form(fields, row, *given);
  if (!normal) return normal.error();
  return *given;
}

Status check_normal_form(FieldList fields, const void* row, FieldMask mask) {
  for (std::size_t place = 0; place < fields.size(); ++place) {
    if ((mask >> place & 1) == 0 || fields[place].type != FieldType::text) continue;
    const Value value = fields[place].get(row);
    const auto* text = std::get_if<std::string_view>(&value);
    if (text == nullptr || is_normal_form_c(*text)) continue;
    return refuse("not_normalised", "The text is not in Unicode normal form C.",
                  std::string(fields[place].name));
  }
  return success();
}

}  // namespace rr
