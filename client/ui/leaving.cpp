#include "client/ui/leaving.h"

#include <algorithm>
#include <limits>

#include "client/ui/paint.h"
#include "client/ui/ui.h"

namespace rr::ui {
namespace {

constexpr double kLeaveMs = 160;
constexpr float kMenuSink = 8;
constexpr float kDialogShrink = 0.03F;

}  // namespace

PaintMark mark_paint(const Ui& ui) { return {ui.draw_list()->IdxBuffer.Size}; }

void LeavingPaint::keep(const Ui& ui, std::uint64_t key, PaintMark mark, const Rect& rect,
                        LeavingMotion motion) {
  if (ui.viewport().has_reduced_motion) return;
  const ImDrawList& list = *ui.draw_list();
  Kept& kept = kept_[key];
  kept = {};
  kept.x = rect.x + rect.width / 2;
  kept.y = rect.y + rect.height / 2;
  kept.height = rect.height;
  kept.motion = motion;
  kept.layer = ui.layer();
  int place = 0;  // of a command's first index
  unsigned least = std::numeric_limits<unsigned>::max();
  unsigned most = 0;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const int end = place + static_cast<int>(command.ElemCount);
    const int first = std::max(place, mark.first_index);
    place = end;
    if (first >= end) continue;
    kept.steps.push_back({command.GetTexID(), command.ClipRect, end - first});
    for (int i = first; i < end; ++i) {
      const unsigned vertex = command.VtxOffset + list.IdxBuffer[i];
      least = std::min(least, vertex);
      most = std::max(most, vertex);
      kept.indices.push_back(vertex);
    }
  }
  if (kept.indices.empty()) return;
  for (unsigned& index : kept.indices) index -= least;
  const ImDrawVert* vertices = list.VtxBuffer.Data;
  kept.vertices.assign(vertices + least, vertices + most + 1);
}

void LeavingPaint::paint_one(Ui& ui, const Kept& kept, float gone) {
  ImDrawList& list = *ui.draw_list();
  if (kept.motion != LeavingMotion::menu) {
    const platform::Viewport& view = ui.viewport();
    fill(ui, {0, 0, view.width, view.height}, with_alpha(ui.colour(Token::scrim), 1 - gone));
  }
  const bool is_sheet = kept.motion == LeavingMotion::sheet;
  const float down = is_sheet ? gone * kept.height
                              : (kept.motion == LeavingMotion::menu ? gone * kMenuSink : 0.0F);
  const float scale = kept.motion == LeavingMotion::dialog ? 1 - kDialogShrink * gone : 1.0F;
  const float alpha = is_sheet ? 1.0F : 1 - gone;
  std::size_t next = 0;
  for (const Step& step : kept.steps) {
    list.PushClipRect(ImVec2(step.clip.x, step.clip.y + (is_sheet ? down : 0)),
                      ImVec2(step.clip.z, step.clip.w + down));
    list.PushTextureID(step.texture);
    list.PrimReserve(step.count, step.count);
    for (int i = 0; i < step.count; ++i, ++next) {
      const ImDrawVert& vertex = kept.vertices[kept.indices[next]];
      const ImVec2 position(kept.x + (vertex.pos.x - kept.x) * scale,
                            kept.y + (vertex.pos.y - kept.y) * scale + down);
      list.PrimVtx(position, vertex.uv, with_alpha(vertex.col, alpha));
    }
    list.PopTextureID();
    list.PopClipRect();
  }
}

bool LeavingPaint::paint(Ui& ui) {
  for (auto each = kept_.begin(); each != kept_.end();) {
    Kept& kept = each->second;
    if (kept.is_drawn) {
      kept.is_drawn = false;
      kept.left_ms = ui.now_ms();
      ++each;
      continue;
    }
    const double t = (ui.now_ms() - kept.left_ms) / kLeaveMs;
    if (t >= 1 || kept.vertices.empty()) {
      each = kept_.erase(each);
      continue;
    }
    ui.paint_into(kept.layer);
    paint_one(ui, kept, static_cast<float>(t * t));
    ++each;
  }
  // Whoever is drawn asks for its own frames; a closing overlay was drawn in the last one.
  return std::any_of(kept_.begin(), kept_.end(),
                     [&](const auto& each) { return each.second.left_ms < ui.now_ms(); });
}

}  // namespace rr::ui
