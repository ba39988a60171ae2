// The mirror seam: hands a frame's changes of the semantic tree to the page's DOM.
//
// `ops` is a byte stream made by client/ui/mirror_ops.h and read by web/mirror.js; both files
// describe it. It is applied in one go, synchronously, after the frame was drawn.
#pragma once

#include <cstdint>
#include <span>

namespace rr::platform {

void apply_mirror_ops(std::span<const std::uint8_t> ops);

}  // namespace rr::platform
