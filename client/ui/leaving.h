// What was painted of an overlay that is gone, for the moment it takes to leave: a dialog fades, a
// sheet slides down, a menu sinks. The page's tree loses it at once; only the paint stays a while.
//
// Each overlay keeps a copy of its paint in every frame it is drawn in; one that was not kept in a
// frame is leaving. Under reduced motion nothing is kept.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace rr::ui {

class Ui;
struct Rect;

enum class LeavingMotion : std::uint8_t { dialog, sheet, menu };

// Where an overlay's paint begins in the present channel of the draw list.
struct PaintMark {
  int first_index = 0;
};

class LeavingPaint {
 public:
  // Copies what was painted since the mark, by the overlay `key` that takes `rect`.
  void keep(const Ui& ui, std::uint64_t key, PaintMark mark, const Rect& rect,
            LeavingMotion motion);
  // Paints what is leaving into its layer. True while something is.
  bool paint(Ui& ui);

 private:
  struct Step {
    ImTextureID texture{};
    ImVec4 clip;
    int count = 0;  // of indices
  };
  struct Kept {
    std::vector<ImDrawVert> vertices;
    std::vector<unsigned> indices;
    std::vector<Step> steps;
    float x = 0;  // of the middle
    float y = 0;
    float height = 0;
    LeavingMotion motion = LeavingMotion::dialog;
    int layer = 0;
    bool is_drawn = true;  // in this frame, by the overlay itself
    double left_ms = 0;
  };
  static void paint_one(Ui& ui, const Kept& kept, float gone);

  std::unordered_map<std::uint64_t, Kept> kept_;
};

[[nodiscard]] PaintMark mark_paint(const Ui& ui);

}  // namespace rr::ui
