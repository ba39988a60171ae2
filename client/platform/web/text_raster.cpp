#include "client/platform/text_raster.h"

#include <emscripten/em_js.h>

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS(void, rr_js_measure, (const char* text, int length, int face, float size, int weight,
                            float* out), {
  const m = Module.page.raster.measure(UTF8ToString(text, length), face, size, weight);
  for (let i = 0; i < 5; ++i) HEAPF32[(out >> 2) + i] = m[i];
});
EM_JS(unsigned, rr_js_create_texture, (int size), {
  return Module.page.graphics.createTexture(size);
});
EM_JS(void, rr_js_delete_texture, (unsigned id), { Module.page.graphics.deleteTexture(id); });
EM_JS(void, rr_js_raster_run, (unsigned id, int x, int y, int width, int height, const char* text,
                               int length, int face, float size, int weight, unsigned colour,
                               float scale, float origin, float baseline), {
  Module.page.raster.run(id, x, y, width, height, UTF8ToString(text, length), face, size, weight,
                         colour >>> 0, scale, origin, baseline);
});
EM_JS(void, rr_js_raster_icon, (unsigned id, int x, int y, int width, int height, const char* name,
                                int length, unsigned colour), {
  Module.page.raster.icon(id, x, y, width, height, UTF8ToString(name, length), colour >>> 0);
});
EM_JS(unsigned, rr_js_raster_generation, (), { return Module.page.raster.generation; });
// clang-format on

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

RunMetrics measure_run(std::string_view text, const Font& font) {
  float out[5] = {};
  rr_js_measure(text.data(), length_of(text), static_cast<int>(font.face), font.size, font.weight,
                out);
  return {out[0], out[1], out[2], out[3], out[4]};
}

std::uintptr_t create_texture(std::int32_t size) { return rr_js_create_texture(size); }

void delete_texture(std::uintptr_t texture) {
  rr_js_delete_texture(static_cast<unsigned>(texture));
}

void raster_run(const RasterPlace& place, std::string_view text, const Font& font,
                std::uint32_t colour, float scale, float origin_x, float baseline) {
  rr_js_raster_run(static_cast<unsigned>(place.texture), place.x, place.y, place.width,
                   place.height, text.data(), length_of(text), static_cast<int>(font.face),
                   font.size, font.weight, colour, scale, origin_x, baseline);
}

void raster_icon(const RasterPlace& place, std::string_view name, std::uint32_t colour) {
  rr_js_raster_icon(static_cast<unsigned>(place.texture), place.x, place.y, place.width,
                    place.height, name.data(), length_of(name), colour);
}

std::uint32_t raster_generation() { return rr_js_raster_generation(); }

}  // namespace rr::platform
