#include "client/ui/dialog.h"

#include <imgui.h>

#include <algorithm>
#include <optional>

#include "client/text/texts.h"

namespace rr::ui {
namespace {

constexpr float kMotionMs = 200;
constexpr float kPadding = 20;
constexpr float kHeadHeight = 68;
constexpr float kHandleHeight = 12;
constexpr float kSearchTop = 112;
constexpr float kGround = 0.9F;  // of the height that a sheet may take
constexpr float kPull = 96;      // a sheet that is pulled down so far closes
constexpr float kSettle = 0.3F;  // of the way back that is left, each frame

float ease_out(float t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

// Moves, scales and fades everything that was drawn since `first`.
void transform(Ui& ui, int first, const Rect& rect, float scale, float down, float alpha) {
  const float x = rect.x + rect.width / 2;
  const float y = rect.y + rect.height / 2;
  ImVector<ImDrawVert>& vertices = ui.draw_list()->VtxBuffer;
  for (int i = first; i < vertices.Size; ++i) {
    ImDrawVert& vertex = vertices[i];
    vertex.pos.x = x + (vertex.pos.x - x) * scale;
    vertex.pos.y = y + (vertex.pos.y - y) * scale + down;
    vertex.col = with_alpha(vertex.col, alpha);
  }
}

Rect place_of(const Ui& ui, const DialogSpec& spec, float wanted_height) {
  const platform::Viewport& view = ui.viewport();
  const bool is_sheet = ui.layout() == LayoutClass::phone;
  const float most = view.height * kGround;
  if (is_sheet) {
    const float height = std::min(wanted_height + view.inset_bottom, most);
    return {0, view.height - height, view.width, height};
  }
  const float used = std::min(spec.width, view.width - 48);
  const float height = std::min(wanted_height, most);
  if (spec.anchor.width > 0) {
    const float x = std::clamp(spec.anchor.x, 8.0F, std::max(8.0F, view.width - used - 8));
    const float below = spec.anchor.bottom() + 6;
    const bool has_room = below + height <= view.height - 8;
    return {x, has_room ? below : std::max(8.0F, spec.anchor.y - height - 6), used, height};
  }
  const float above = view.height - height;
  const float y = spec.is_search ? std::min(kSearchTop, above / 2) : above / 2;
  return {(view.width - used) / 2, y, used, height};
}

void draw_ground(Ui& ui, const Rect& rect, bool is_sheet) {
  if (!is_sheet) {
    card(ui, rect, 20, Elevation::dialog);
    return;
  }
  // Its lower edge lies under the screen's, so only the upper corners show.
  const Rect ground{rect.x, rect.y, rect.width, rect.height + 32};
  card(ui, ground, 24, Elevation::dialog);
  fill(ui, {rect.x + rect.width / 2 - 20, rect.y + 8, 40, 4}, ui.colour(Token::border_control), 2);
}

struct Pull {
  float down = 0;
  bool is_closing = false;
};

// A sheet follows the hand that pulls its head down, and closes or goes back.
Pull pull_of(Ui& ui, std::uint64_t dialog, const Rect& head) {
  const std::uint64_t key = join_key(dialog, "pull");
  ui.leaf(Tag::group, key, head).flags |= kGrip;
  float& down = ui.kept(key);
  const std::optional<Drag> drag = ui.drag(key);
  if (drag) {
    down = std::max(0.0F, drag->y - drag->from_y);
    if (!drag->is_dropped) return {down, false};
    if (down >= kPull) {
      down = 0;
      return {0, true};
    }
  }
  const bool is_still = ui.viewport().has_reduced_motion || down < 0.5F;
  down = is_still ? 0 : down * (1 - kSettle);
  if (down > 0) platform::request_frame();
  return {down, false};
}

void draw_title(Ui& ui, const DialogSpec& spec, const Rect& rect, float top) {
  const float left = rect.x + kPadding + (spec.hue > 0 ? 52.0F : 0.0F);
  if (spec.hue > 0) avatar(ui, rect.x + kPadding, top + 14, 40, spec.person, spec.hue);
  const float width = rect.right() - kPadding - 52 - left;
  heading(ui, "title", {left, top + 20, width, 28}, spec.title,
          fitted(ui, spec.title, type::heading, width), spec.level);
}

bool draw_close(Ui& ui, const Rect& rect, float top) {
  const Rect place{rect.right() - kPadding - 40, top + 12, 44, 44};
  circle(ui, place.x + 22, place.y + 22, 20, ui.colour(Token::sunken));
  return icon_button(ui, place, {"close", tr("Close"), "x", Token::text_2});
}

}  // namespace

DialogWish dialog(Ui& ui, const DialogSpec& spec, BodyPainter paint) {
  ui.open_layer(Ui::LayerKind::overlay);
  const std::uint64_t key = ui.key(spec.key);
  const platform::Viewport& view = ui.viewport();
  const bool is_sheet = ui.layout() == LayoutClass::phone;
  const float shown = ease_out(ui.animate_in(key, kMotionMs));
  float& body_height = ui.kept(key);
  const bool is_measured = body_height > 0;
  const bool is_popover = !is_sheet && spec.anchor.width > 0;
  const float dimmed = is_popover || !is_measured ? 0.0F : shown;
  fill(ui, {0, 0, view.width, view.height}, with_alpha(ui.colour(Token::scrim), dimmed));
  const bool has_head = is_sheet || (!spec.is_search && !is_popover);
  const float head = has_head ? kHeadHeight + (is_sheet ? kHandleHeight : 0.0F) : 16.0F;
  const Rect rect = place_of(ui, spec, head + body_height + kPadding);
  const int first = ui.draw_list()->VtxBuffer.Size;
  const PaintMark mark = mark_paint(ui);

  Node& node = ui.open(Tag::dialog, key, rect);
  node.flags = kModal;
  node.attributes.emplace_back(Attribute::label, spec.title);
  const std::uint64_t scrim = ui.key("scrim");
  ui.leaf(Tag::scrim, scrim, {0, 0, view.width, view.height});
  bool is_closing = ui.interact(scrim, {}).is_activated || ui.is_key_pressed("Escape");
  draw_ground(ui, rect, is_sheet);
  const float top = rect.y + head - kHeadHeight;
  if (has_head) {
    draw_title(ui, spec, rect, top);
    is_closing = draw_close(ui, rect, top) || is_closing;
  }
  Pull pull;
  if (is_sheet) pull = pull_of(ui, key, {rect.x, rect.y, rect.width - 72, head});
  is_closing = is_closing || pull.is_closing;
  const Rect body{rect.x, rect.y + head, rect.width, std::max(0.0F, rect.height - head)};
  ui.open_scroll(ui.key("body"), body);
  const float used = paint({body.x + kPadding, ui.scroll_top(), body.width - 2 * kPadding, 0});
  ui.close_scroll(used + kPadding);
  ui.close();

  if (used != body_height) {
    body_height = used;
    platform::request_frame();
  }
  if (!is_measured) {
    transform(ui, first, rect, 1, 0, 0);  // its height is known from the next frame on
  } else if (pull.down > 0) {
    transform(ui, first, rect, 1, pull.down, 1);
  } else if (shown < 1) {
    const float down = is_sheet ? (1 - shown) * rect.height : 0.0F;
    transform(ui, first, rect, is_sheet ? 1.0F : 0.97F + 0.03F * shown, down,
              is_sheet ? 1.0F : shown);
  }
  if (is_measured) {
    ui.leaving().keep(ui, key, mark, rect, is_sheet ? LeavingMotion::sheet : LeavingMotion::dialog);
  }
  ui.close_layer();
  return is_closing ? DialogWish::close : DialogWish::stay;
}

Choice form_buttons(Ui& ui, float x, float y, float width, const FormButtonsSpec& spec) {
  ButtonSpec submit;
  submit.key = "submit";
  submit.name = spec.submit;
  submit.kind = spec.kind;
  submit.availability = spec.availability;
  ButtonSpec cancel;
  cancel.key = "cancel";
  cancel.name = spec.cancel;
  float submit_width = button_width(ui, submit);
  float cancel_width = button_width(ui, cancel);
  if (width < 420) {
    // Equal halves, unless the words need more.
    const float half = (width - 12) / 2;
    submit_width = std::max(submit_width, half);
    cancel_width = width - 12 - submit_width;
  }
  const float right = x + width;
  const Rect cancel_place{right - submit_width - 12 - cancel_width, y, cancel_width, 44};
  Choice choice = Choice::none;
  if (button(ui, cancel_place, cancel)) choice = Choice::cancel;
  if (button(ui, {right - submit_width, y, submit_width, 44}, submit)) choice = Choice::confirm;
  return choice;
}

float error_message(Ui& ui, std::string_view key, float x, float y, float width,
                    std::string_view words) {
  if (words.empty()) return 0;
  const auto lines = wrap_text(ui, words, type::body, width - 44);
  const float height = static_cast<float>(lines.size()) * type::body.line_height + 20;
  const Rect rect{x, y, width, height};
  fill(ui, rect, ui.colour(Token::danger_soft), 12);
  icon(ui, "circle-alert", x + 12, y + 11, 20, ui.colour(Token::danger_text));
  ui.open(Tag::group, ui.key(key), rect).attributes.emplace_back(Attribute::role, "alert");
  paragraph(ui, "words", x + 40, y + 10, width - 52, words, type::body, Token::danger_text);
  ui.close();
  return height;
}

Choice confirm_dialog(Ui& ui, const ConfirmSpec& spec) {
  Choice choice = Choice::none;
  const DialogSpec place{spec.key, spec.title, 440};
  const DialogWish wish = dialog(ui, place, [&](const Rect& column) {
    float y = column.y;
    y += paragraph(ui, "text", column.x, y, column.width, spec.text, type::body) + 20;
    const float error = error_message(ui, "error", column.x, y, column.width, spec.error);
    if (error > 0) y += error + 16;
    const FormButtonsSpec buttons{spec.confirm, spec.cancel, spec.kind, spec.availability};
    choice = form_buttons(ui, column.x, y, column.width, buttons);
    return y + kFormButtonsHeight - column.y;
  });
  return wish == DialogWish::close && choice == Choice::none ? Choice::cancel : choice;
}

}  // namespace rr::ui
