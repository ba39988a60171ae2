// The checked page's half in the program: Dear ImGui's own item hooks collect the items of a frame
// for check_items.js, which compares them with the page's elements. No part of the product.
#include <imgui.h>
#include <imgui_internal.h>

#include <vector>

namespace {

// In CSS pixels on the screen: where it is, and what of the screen is painted there.
struct Item {
  ImRect box;
  ImRect clip;
};

std::vector<Item> items;
bool has_bare_item = false;

// Windows themselves, and what Dear ImGui keeps in the one that is never shown.
bool is_window(const ImGuiWindow& window, ImGuiID id) {
  return id == window.ID || id == window.MoveId || window.IsFallbackWindow;
}

// An item that nobody mirrors: the check must tell it.
void add_bare_item(ImGuiContext* context, ImGuiContextHook*) {
  context->TestEngineHookItems = true;
  if (!has_bare_item) return;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({200, 200});
  ImGui::Begin("bare", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs);
  ImGui::ItemAdd(ImRect(100, 100, 150, 150), 7);
  ImGui::End();
}

}  // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  const ImGuiWindow& window = *context->CurrentWindow;
  if (is_window(window, id)) return;
  items.push_back({box, ImRect(window.DrawList->_CmdHeader.ClipRect)});
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

extern "C" {

// Once, when the program has started.
void rr_watch_items() {
  ImGuiContextHook hook;
  hook.Type = ImGuiContextHookType_NewFramePost;
  hook.Callback = add_bare_item;
  ImGui::AddContextHook(ImGui::GetCurrentContext(), &hook);
}

// Eight floats an item: box and clip, each left, top, right, bottom. Those of the frame since
// rr_forget_items.
const Item* rr_items() { return items.data(); }
int rr_item_count() { return static_cast<int>(items.size()); }
void rr_forget_items() { items.clear(); }
void rr_show_bare_item() { has_bare_item = true; }
}
