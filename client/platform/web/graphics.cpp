#include "client/platform/graphics.h"

#include <emscripten/em_js.h>
#include <imgui.h>

#include <vector>

namespace rr::platform {
namespace {

static_assert(sizeof(ImDrawVert) == 20, "web/graphics.js knows the layout of a vertex");
static_assert(sizeof(ImDrawIdx) == 2, "web/graphics.js draws with indices of 16 bits");

// One call of the graphics context, as web/graphics.js reads it.
struct Step {
  std::int32_t x = 0;  // of the clip rectangle, in device pixels; y counts from the bottom
  std::int32_t y = 0;
  std::int32_t width = 0;
  std::int32_t height = 0;
  std::uint32_t texture = 0;
  std::uint32_t first_vertex = 0;
  std::uint32_t first_index = 0;
  std::uint32_t count = 0;  // of indices
};

// The bodies are JavaScript.
// clang-format off
EM_JS(void, rr_js_show_mirror_alone, (), { Module.page.showMirrorAlone(); });
EM_JS(int, rr_js_start_graphics, (), { return Module.page.startGraphics(); });
EM_JS(int, rr_js_begin_drawing, (float width, float height, float scale, float red, float green,
                                 float blue), {
  return Module.page.graphics.begin(width, height, scale, red, green, blue);
});
EM_JS(void, rr_js_draw_list, (const void* vertices, int vertex_bytes, const void* indices,
                              int index_bytes, const void* steps, int step_numbers), {
  const bytes = (start, size) => HEAPU8.subarray(start, start + size);
  Module.page.graphics.draw(bytes(vertices, vertex_bytes), bytes(indices, index_bytes),
                            HEAP32.subarray(steps >> 2, (steps >> 2) + step_numbers));
});
// clang-format on

std::vector<Step> steps_of(const ImDrawList& list, float scale, int frame_height) {
  std::vector<Step> steps;
  steps.reserve(static_cast<std::size_t>(list.CmdBuffer.Size));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    const float bottom = clip.w * scale;
    Step step;
    step.x = static_cast<std::int32_t>(clip.x * scale);
    step.y = static_cast<std::int32_t>(static_cast<float>(frame_height) - bottom);
    step.width = static_cast<std::int32_t>((clip.z - clip.x) * scale);
    step.height = static_cast<std::int32_t>(bottom - clip.y * scale);
    if (step.width <= 0 || step.height <= 0 || command.ElemCount == 0) continue;
    step.texture = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(command.TextureId));
    step.first_vertex = command.VtxOffset;
    step.first_index = command.IdxOffset;
    step.count = command.ElemCount;
    steps.push_back(step);
  }
  return steps;
}

}  // namespace

bool start_graphics() {
  // So that a list may hold more vertices than 16 bits count.
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  return rr_js_start_graphics() != 0;
}

void show_mirror_alone() { rr_js_show_mirror_alone(); }

void draw_frame(ImDrawData* data, std::uint32_t colour) {
  const auto part = [&](int shift) {
    return static_cast<float>((colour >> shift) & 0xFF) / 255.0F;
  };
  const ImVec2 size = data->DisplaySize;
  const float scale = data->FramebufferScale.x;
  if (rr_js_begin_drawing(size.x, size.y, scale, part(0), part(8), part(16)) == 0) return;
  for (const ImDrawList* list : data->CmdLists) {
    const std::vector<Step> steps = steps_of(*list, scale, static_cast<int>(size.y * scale));
    rr_js_draw_list(list->VtxBuffer.Data, list->VtxBuffer.size_in_bytes(), list->IdxBuffer.Data,
                    list->IdxBuffer.size_in_bytes(), steps.data(),
                    static_cast<int>(steps.size() * sizeof(Step) / sizeof(std::int32_t)));
  }
}

}  // namespace rr::platform
