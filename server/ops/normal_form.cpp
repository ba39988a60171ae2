#include "server/ops/normal_form.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace rr {

bool is_normal_form_c(std::string_view text) {
  const bool is_ascii = std::all_of(text.begin(), text.end(), [](char character) {
    return static_cast<unsigned char>(character) < 0x80;
  });
  if (is_ascii) return true;
  utf8proc_uint8_t* normal = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &normal,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return false;
  const bool is_same = std::equal(text.begin(), text.end(), reinterpret_cast<const char*>(normal),
                                  reinterpret_cast<const char*>(normal) + size);
  std::free(normal);
  return is_same;
}

}  // namespace rr
