// Parts of Dear ImGui that do nothing here, so that what they would need stays out of the page.
// Built into its library (cmake/third_party.cmake).
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

#include <cstdarg>

// Text is drawn by the browser: Dear ImGui rasterises none, and its rasteriser stays out.
const ImFontBuilderIO* ImGuiFreeType::GetBuilderForFreeType() {
  static const ImFontBuilderIO kBuilder{[](ImFontAtlas*) { return true; }};
  return &kBuilder;
}

// Only names of windows and settings that this client has none of are formatted.
int ImFormatString(char* buffer, size_t size, const char* /*format*/, ...) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}

int ImFormatStringV(char* buffer, size_t size, const char* /*format*/, va_list /*arguments*/) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}
