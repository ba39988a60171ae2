#include "client/platform/graphics.h"

#include <GLES3/gl3.h>
#include <emscripten/em_js.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

namespace rr::platform {
namespace {

// The bodies are JavaScript.
// clang-format off
EM_JS(void, rr_js_show_mirror_alone, (), { Module.page.showMirrorAlone(); });
// clang-format on

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = 0;
bool is_running = false;

// A lost context takes every object with it; they are made anew when it comes back.
EM_BOOL on_context_lost(int, const void*, void*) {
  is_running = false;
  return EM_TRUE;  // asks the browser to give the context back
}

EM_BOOL on_context_restored(int, const void*, void*) {
  ImGui_ImplOpenGL3_Shutdown();
  is_running = ImGui_ImplOpenGL3_Init("#version 300 es");
  return EM_TRUE;
}

}  // namespace

bool start_graphics() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = EM_FALSE;
  attributes.depth = EM_FALSE;
  attributes.stencil = EM_FALSE;
  attributes.antialias = EM_FALSE;  // ImGui smooths its own edges
  attributes.premultipliedAlpha = EM_FALSE;
  attributes.preserveDrawingBuffer = EM_FALSE;
  context = emscripten_webgl_create_context("#canvas", &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    return false;
  }
  emscripten_set_webglcontextlost_callback("#canvas", nullptr, EM_FALSE, &on_context_lost);
  emscripten_set_webglcontextrestored_callback("#canvas", nullptr, EM_FALSE, &on_context_restored);
  is_running = ImGui_ImplOpenGL3_Init("#version 300 es");
  return is_running;
}

void show_mirror_alone() { rr_js_show_mirror_alone(); }

void draw_frame(ImDrawData* data, std::uint32_t colour) {
  if (!is_running) return;
  const auto part = [&](int shift) {
    return static_cast<float>((colour >> shift) & 0xFF) / 255.0F;
  };
  const float scale = data->FramebufferScale.x;
  glViewport(0, 0, static_cast<int>(data->DisplaySize.x * scale),
             static_cast<int>(data->DisplaySize.y * scale));
  glClearColor(part(0), part(8), part(16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplOpenGL3_RenderDrawData(data);
}

}  // namespace rr::platform
