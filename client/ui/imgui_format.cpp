// Dear ImGui formats the names of windows and settings that this client has none of: with functions
// that write nothing, the C library's formatter stays out of the page.
#include <imgui_internal.h>

#include <cstdarg>

int ImFormatString(char* buffer, size_t size, const char* /*format*/, ...) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}

int ImFormatStringV(char* buffer, size_t size, const char* /*format*/, va_list /*arguments*/) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}
