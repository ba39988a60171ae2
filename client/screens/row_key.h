// The key of a row's id in lists and versions.
#pragma once

#include <string_view>

#include "client/ui/semantics.h"
#include "shared/base/id.h"

namespace rr::screens {

[[nodiscard]] inline std::uint64_t row_key(const Id& id) {
  const auto* bytes = reinterpret_cast<const char*>(id.bytes.data());
  return ui::join_key(0, std::string_view(bytes, id.bytes.size()));
}

}  // namespace rr::screens
