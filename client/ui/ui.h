// One frame of the interface: input in, drawing and meaning out.
//
// A Ui lives as long as the program. Between begin_frame and end_frame, widgets (widgets.h) draw
// with Dear ImGui and emit a semantic node each; end_frame draws the lists and sends the changes of
// meaning to the page. Lengths are CSS pixels on the screen. Keys are stable names under the
// present parent (entity ids for rows): focus, drafts and animations hang on them.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client/platform/events.h"
#include "client/platform/frame.h"
#include "client/ui/drag.h"
#include "client/ui/leaving.h"
#include "client/ui/mirror_tree.h"
#include "client/ui/semantics.h"
#include "client/ui/text_cache.h"
#include "client/ui/theme.h"

struct ImDrawList;
struct ImGuiContext;

namespace rr::ui {

class ToastQueue;

struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float right() const { return x + width; }
  [[nodiscard]] float bottom() const { return y + height; }
  [[nodiscard]] Rect inset(float by) const {
    return {x + by, y + by, width - 2 * by, height - 2 * by};
  }
  [[nodiscard]] bool contains(float px, float py) const {
    return px >= x && py >= y && px < right() && py < bottom();
  }
};

// What a control may show and do in this frame.
struct Interaction {
  bool is_hovered = false;
  bool is_pressed = false;
  bool is_focused = false;
  bool is_focus_shown = false;  // draw the ring: keys are in use
  bool is_tabbed_to = false;    // the focus came by Tab, not from the program or with a dialog
  bool is_activated = false;    // true in exactly one frame per click, tap, Enter or Space
};

enum class LayoutClass : std::uint8_t { phone, tablet, desktop };

class Ui {
 public:
  Ui();
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // Events that are not the interface's own (answers, routes, timers) are left in `events()`.
  void begin_frame(const platform::Viewport& viewport, std::vector<platform::Event> events,
                   double now_ms);
  void end_frame();
  [[nodiscard]] const std::vector<platform::Event>& events() const { return events_; }

  void set_theme(ThemeName theme) { theme_ = theme; }
  [[nodiscard]] ThemeName theme() const { return theme_; }
  [[nodiscard]] Colour colour(Token token) const { return colour_of(theme_, token); }
  [[nodiscard]] const platform::Viewport& viewport() const { return viewport_; }
  [[nodiscard]] LayoutClass layout() const;
  [[nodiscard]] double now_ms() const { return now_ms_; }
  [[nodiscard]] ImDrawList* draw_list() const { return draw_list_; }
  [[nodiscard]] TextCache& text_cache() { return text_cache_; }

  // Nodes. `open` makes the node the parent of those that follow until `close`.
  [[nodiscard]] std::uint64_t key(std::string_view name) const;
  Node& leaf(Tag tag, std::uint64_t key, const Rect& rect);
  Node& open(Tag tag, std::uint64_t key, const Rect& rect);
  void close();
  // A native scroll region over `rect`; what follows until close_scroll is moved by its offset,
  // which is answered. Whoever closes it knows what it came to: `content_height` is what scrolls.
  float open_scroll(std::uint64_t key, const Rect& rect);
  void close_scroll(float content_height);
  // Rows of long lists (list.h). What is emitted between open and close stays in the page until the
  // island is opened again; keep_island shows it once more at the price of one node.
  void open_island(Tag tag, std::uint64_t key, const Rect& rect);
  void close_island(float height);
  void keep_island(Tag tag, std::uint64_t key, const Rect& rect);
  [[nodiscard]] bool has_island(std::uint64_t key) const { return tree_.has_island(key); }
  // Something in it was used, typed, focused or has its menu open: it must be opened to hear of it.
  [[nodiscard]] bool is_wanted(std::uint64_t island) const;
  // False for what lies wholly outside the present clip rectangle.
  [[nodiscard]] bool is_visible(const Rect& rect) const;
  // What follows until close_layer lies over the page, whoever opens it and wherever: painted
  // later, later in the page's tree, never clipped. Layers opened inside a layer lie over it.
  // While an overlay is open, controls and keys of lower layers do nothing.
  enum class LayerKind : std::uint8_t { overlay, toasts };
  void open_layer(LayerKind kind);
  void close_layer();
  // False for what an open overlay covers.
  [[nodiscard]] bool is_top_layer() const { return layer_ >= top_layer_; }
  [[nodiscard]] int layer() const { return layer_; }
  // Paint goes there, over what it holds; until another layer is opened or closed.
  void paint_into(int layer);
  [[nodiscard]] LeavingPaint& leaving() { return leaving_; }
  // Where the present scroll region's content begins on the screen.
  [[nodiscard]] float scroll_top() const { return parents_.back().origin_y; }

  // The node of that key, emitted a moment ago under the present parent's layer; nullptr when not.
  [[nodiscard]] Node* emitted(std::uint64_t key);

  // What happened to a control; `rect` is where it is drawn.
  Interaction interact(std::uint64_t key, const Rect& rect);
  // The same of a control that another part drew.
  [[nodiscard]] Interaction look(std::uint64_t key, const Rect& rect) const;
  // For what is no control; nothing that an overlay covers is reached.
  [[nodiscard]] bool is_pointer_on(const Rect& rect) const;
  // What a drag that began on this control asks for (kGrip).
  [[nodiscard]] std::optional<Drag> drag(std::uint64_t key) const { return grip_.of(key); }
  // What is painted until lower_paint lies over the rest of its layer: what is in the hand.
  void raise_paint();
  void lower_paint();
  // The field's new value typed by the person since the last frame, nullptr when none.
  [[nodiscard]] const std::string* typed(std::uint64_t key) const;
  // Enter was pressed in the field.
  [[nodiscard]] bool is_entered(std::uint64_t key) const;
  [[nodiscard]] bool is_focused(std::uint64_t key) const { return focused_key_ == key; }
  // A menu was asked for on this control (kHasMenu): with the right button, the menu key or a long
  // press. What an overlay covers is out of reach in the page.
  [[nodiscard]] bool is_menu_asked(std::uint64_t key) const { return key != 0 && key == menu_key_; }
  // Where the pointer is on the screen; -1, -1 when it is not there.
  [[nodiscard]] float pointer_x() const { return pointer_x_; }
  [[nodiscard]] float pointer_y() const { return pointer_y_; }
  // A press began since the last frame.
  [[nodiscard]] bool is_press_new() const { return is_press_new_; }
  // A key that the page did not use, pressed anywhere ("Escape", "ctrl+k"); layers under an open
  // overlay do not hear it.
  [[nodiscard]] bool is_key_pressed(std::string_view name) const;
  // Whether one of them writes a sign ("g", "?"), as keys outside fields do.
  [[nodiscard]] bool has_letter_key() const;

  // The mirror node's number of a key drawn in the last frame, 0 when it was not.
  [[nodiscard]] std::uint32_t number_of(std::uint64_t key) const { return tree_.number_of(key); }

  // Also for what is drawn only from the next frame on.
  void focus(std::uint64_t key) {
    wanted_focus_ = key;
    wanted_focus_frame_ = frame_;
  }
  void announce(std::string_view text) { ops_.announce(false, text); }  // politely
  void announce_urgently(std::string_view text) { ops_.announce(true, text); }
  // Eases towards `target` (0-1); under reduced motion it is there at once.
  [[nodiscard]] float animate(std::uint64_t key, float target, float duration_ms);
  // From 0 to 1 since the frame in which the key appeared.
  [[nodiscard]] float animate_in(std::uint64_t key, float duration_ms);
  // True in the first frame of a key that was not drawn in the last one.
  [[nodiscard]] bool is_new(std::uint64_t key) const { return tree_.number_of(key) == 0; }
  // A number kept from frame to frame under a key (a measured height), 0 at first.
  float& kept(std::uint64_t key) { return kept_[key]; }
  // The one open menu's key, 0 when none is open.
  [[nodiscard]] std::uint64_t open_menu() const { return open_menu_; }
  void set_open_menu(std::uint64_t key);
  // What had the focus when it opened.
  [[nodiscard]] std::uint64_t menu_opener() const { return menu_opener_; }
  [[nodiscard]] ToastQueue& toasts() { return *toasts_; }

 private:
  struct Parent {
    std::uint32_t place = 0;  // index + 1 of its node
    std::uint64_t key = 0;
    float origin_x = 0;
    float origin_y = 0;
  };
  struct Animation {
    float value = 0;
    double last_ms = 0;
    std::uint64_t last_frame = 0;
  };
  static constexpr int kToastLayer = 5;
  static constexpr std::size_t kLayerCount = 6;
  static constexpr int kNoLayer = -1;

  void take_event(platform::Event&& event);
  Node& add(Tag tag, std::uint64_t key, const Rect& rect);
  void start_imgui_frame();
  [[nodiscard]] std::vector<Node> take_nodes();
  void follow_model();
  void give_wanted_focus();
  void keep_key();
  void find_wanted_islands();
  [[nodiscard]] std::vector<Node>& output();

  ImGuiContext* context_;
  platform::Viewport viewport_;
  ThemeName theme_ = ThemeName::light;
  double now_ms_ = 0;
  double last_ms_ = 0;
  ImDrawList* draw_list_ = nullptr;
  TextCache text_cache_;

  std::array<std::vector<Node>, kLayerCount> nodes_;  // by layer
  std::vector<Parent> parents_;
  std::vector<Node> island_nodes_;  // of the open island
  std::size_t island_place_ = 0;    // its node in the layer, when one is open
  int island_layer_ = kNoLayer;
  std::vector<std::uint64_t> wanted_islands_;
  std::vector<int> open_layers_;
  MirrorTree tree_;
  MirrorOps ops_;

  std::deque<platform::Event> waiting_;  // for a later frame
  std::vector<platform::Event> events_;
  std::deque<std::uint64_t> activations_;
  std::uint64_t activated_key_ = 0;
  std::uint64_t followed_key_ = 0;  // activated in the last frame
  std::uint64_t focused_key_ = 0;
  bool is_focus_shown_ = false;
  bool is_tabbed_to_ = false;
  std::uint64_t wanted_focus_ = 0;
  std::uint64_t wanted_focus_frame_ = 0;
  std::unordered_map<std::uint64_t, std::string> typed_;
  std::vector<std::uint64_t> entered_;
  std::string key_pressed_;
  struct Offset {
    float x = 0;
    float y = 0;
  };
  std::unordered_map<std::uint64_t, Offset> offsets_;
  std::unordered_map<std::uint64_t, Animation> animations_;
  std::unordered_map<std::uint64_t, float> kept_;
  std::unique_ptr<ToastQueue> toasts_;
  std::uint64_t open_menu_ = 0;
  std::uint64_t menu_opener_ = 0;
  std::uint64_t menu_key_ = 0;  // whose menu was asked for in this frame
  std::uint64_t frame_ = 0;
  float pointer_x_ = -1;
  float pointer_y_ = -1;
  bool is_pointer_down_ = false;
  bool is_press_new_ = false;
  GripDrag grip_;
  LeavingPaint leaving_;
  int layer_ = 0;
  int top_layer_ = 0;  // of the last frame
  int next_top_layer_ = 0;
  bool is_animating_ = false;
};

}  // namespace rr::ui
