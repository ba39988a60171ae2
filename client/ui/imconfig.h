// Dear ImGui as this client uses it: draw lists, items and input state. Its own text, demo windows
// and debug tools stay out of the program.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_KEYIO
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
// client/ui/imgui_parts.cpp gives ones that write nothing.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
// Only settings files and typed numbers are scanned, and neither is used: the scanner stays out.
#include <stdio.h>
#define sscanf(...) 0
// Takes the place of the built-in font rasteriser; client/ui/imgui_parts.cpp gives one that draws
// nothing.
#define IMGUI_ENABLE_FREETYPE
