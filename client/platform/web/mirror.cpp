#include "client/platform/mirror.h"

#include <emscripten/em_js.h>

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS(void, rr_js_apply_mirror, (const unsigned char* bytes, int length), {
  Module.page.mirror.apply(HEAPU8, bytes, length);
});
// clang-format on

}  // namespace

void apply_mirror_ops(std::span<const std::uint8_t> ops) {
  rr_js_apply_mirror(ops.data(), static_cast<int>(ops.size()));
}

}  // namespace rr::platform
