// The checksums of a scope as one text, "1:<32 hex digits>,2:<32 hex digits>": schema version and
// sum. Sums of schemas that this program does not serve are not kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/hash.h"

namespace rr {

// `sums` counts from kSchemaOldest.
[[nodiscard]] std::string write_checksums(const std::vector<Hash128>& sums);

// One per served schema; nullopt where the text has none, since an older program wrote it.
[[nodiscard]] std::vector<std::optional<Hash128>> read_checksums(std::string_view text);

}  // namespace rr
