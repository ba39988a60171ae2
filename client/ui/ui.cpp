#include "client/ui/ui.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "client/platform/graphics.h"
#include "client/platform/mirror.h"
#include "client/ui/toast.h"

namespace rr::ui {
namespace {

constexpr std::uint64_t kRootKey = 1;
constexpr std::size_t kAnimationLimit = 2048;

// Dear ImGui needs a font to start, but text is drawn by the browser: one blank glyph does, and an
// atlas of one white pixel that filled shapes are drawn with.
void add_blank_font(ImGuiIO& io) {
  ImFontAtlas& atlas = *io.Fonts;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
  ImFont* font = IM_NEW(ImFont);
  font->ContainerAtlas = &atlas;
  font->FontSize = 13;
  font->AddGlyph(nullptr, ' ', 0, 0, 0, 0, 0, 0, 0, 0, 1);
  font->BuildLookupTable();
  atlas.Fonts.push_back(font);
  atlas.TexPixelsAlpha8 = static_cast<unsigned char*>(IM_ALLOC(1));
  *atlas.TexPixelsAlpha8 = 0xFF;
  atlas.TexWidth = atlas.TexHeight = 1;
  atlas.TexUvScale = ImVec2(1, 1);
  atlas.TexUvWhitePixel = ImVec2(0.5F, 0.5F);
  atlas.TexReady = true;
}

}  // namespace

Ui::Ui() : context_(ImGui::CreateContext()), toasts_(std::make_unique<ToastQueue>()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.DisplaySize = ImVec2(1, 1);
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.CircleTessellationMaxError = 0.1F;
  add_blank_font(io);
}

Ui::~Ui() { ImGui::DestroyContext(context_); }

LayoutClass Ui::layout() const {
  if (viewport_.width < kTabletWidth) return LayoutClass::phone;
  return viewport_.width < kDesktopWidth ? LayoutClass::tablet : LayoutClass::desktop;
}

void Ui::take_event(platform::Event&& event) {
  using platform::EventKind;
  const std::uint64_t key = event.node == 0 ? 0 : tree_.key_of(event.node);
  if (grip_.take(event, key)) return;
  switch (event.kind) {
    case EventKind::activate:
      if (key != 0) activations_.push_back(key);
      return;
    case EventKind::input: typed_[key] = std::move(event.text); return;
    case EventKind::commit:
      if (event.number == 1) entered_.push_back(key);
      return;
    case EventKind::focus:
      focused_key_ = key;
      is_focus_shown_ = event.number != 0;
      is_tabbed_to_ = event.number == 2;
      return;
    case EventKind::scroll: offsets_[key] = {event.x, event.y}; return;
    case EventKind::menu:
      menu_key_ = key;
      pointer_x_ = event.x;
      pointer_y_ = event.y;
      return;
    case EventKind::key:
      // Where the keys before it led, which the page may not have heard yet.
      if (event.text == "Enter") {
        activations_.push_back(focused_key_ != 0 ? focused_key_ : key);
      } else {
        key_pressed_ = std::move(event.text);
      }
      return;
    case EventKind::pointer_down: is_pointer_down_ = is_press_new_ = true; [[fallthrough]];
    case EventKind::pointer_move:
      pointer_x_ = event.x;
      pointer_y_ = event.y;
      return;
    case EventKind::pointer_up: is_pointer_down_ = false; return;
    case EventKind::pointer_leave:
      pointer_x_ = pointer_y_ = -1;
      is_pointer_down_ = false;
      return;
    default: events_.push_back(std::move(event)); return;
  }
}

void Ui::start_imgui_frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(std::max(viewport_.width, 1.0F), std::max(viewport_.height, 1.0F));
  io.DisplayFramebufferScale = ImVec2(viewport_.scale, viewport_.scale);
  io.DeltaTime = static_cast<float>(std::clamp((now_ms_ - last_ms_) / 1000.0, 0.001, 0.1));
  io.AddMousePosEvent(pointer_x_, pointer_y_);
  io.AddMouseButtonEvent(0, is_pointer_down_);
  ImGui::NewFrame();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoScrollWithMouse);
  draw_list_ = ImGui::GetWindowDrawList();
  draw_list_->ChannelsSplit(static_cast<int>(kLayerCount));
}

void Ui::begin_frame(const platform::Viewport& viewport, std::vector<platform::Event> events,
                     double now_ms) {
  ImGui::SetCurrentContext(context_);
  last_ms_ = now_ms_;
  now_ms_ = now_ms;
  viewport_ = viewport;
  events_.clear();
  typed_.clear();
  entered_.clear();
  key_pressed_.clear();
  menu_key_ = 0;
  is_press_new_ = false;
  grip_.begin_frame();
  for (platform::Event& event : events) waiting_.push_back(std::move(event));
  // One key in a frame: the second of two steps begins where the first one has led.
  while (!waiting_.empty()) {
    const bool is_used = !key_pressed_.empty() || !activations_.empty();
    if (waiting_.front().kind == platform::EventKind::key && is_used) break;
    take_event(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  activated_key_ = 0;
  if (!activations_.empty()) {
    activated_key_ = activations_.front();
    activations_.pop_front();
  }
  find_wanted_islands();
  is_animating_ = false;
  // What is no longer drawn has no motion to go on with.
  if (animations_.size() > kAnimationLimit) {
    std::erase_if(animations_, [&](const auto& each) { return each.second.last_frame < frame_; });
  }
  ++frame_;
  layer_ = 0;
  next_top_layer_ = 0;
  open_layers_.clear();
  parents_.assign(1, Parent{0, kRootKey, 0, 0});
  text_cache_.begin_frame(viewport.scale);
  start_imgui_frame();
}

// One list in document order: what lies higher comes later.
std::vector<Node> Ui::take_nodes() {
  std::vector<Node> all = std::move(nodes_[0]);
  nodes_[0] = {};
  for (std::size_t layer = 1; layer < kLayerCount; ++layer) {
    const auto offset = static_cast<std::uint32_t>(all.size());
    for (Node& node : nodes_[layer]) {
      if (node.parent != 0) node.parent += offset;
      all.push_back(std::move(node));
    }
    nodes_[layer].clear();
  }
  return all;
}

// A pressed checkbox toggled itself in the page; it shall show what the model says. The model
// answers in the frame after the press: until then the page's own state stands.
void Ui::follow_model() {
  const Node* node = followed_key_ == 0 ? nullptr : tree_.find(followed_key_);
  followed_key_ = activated_key_;
  if (node == nullptr || node->check == CheckState::none) return;
  ops_.checked(node->number, node->check == CheckState::on);
  if (node->tag != Tag::radio || node->check == CheckState::on) return;
  // A refused choice: the browser has unchecked the one that stays chosen.
  for (const Node& each : tree_.nodes()) {
    if (each.tag == Tag::radio && each.check == CheckState::on) ops_.checked(each.number, true);
  }
}

void Ui::find_wanted_islands() {
  wanted_islands_.clear();
  const auto want = [&](std::uint64_t key) {
    const std::uint64_t island = key == 0 ? 0 : tree_.island_of(tree_.number_of(key));
    if (island != 0) wanted_islands_.push_back(island);
  };
  want(activated_key_);
  want(focused_key_);
  want(open_menu_);
  want(menu_key_);
  want(grip_.key());
  for (const auto& [key, text] : typed_) want(key);
  for (const std::uint64_t key : entered_) want(key);
}

// What was asked to be focused may be drawn only from the next frame on (a form that opens).
void Ui::give_wanted_focus() {
  if (wanted_focus_ == 0) return;
  const std::uint32_t number = tree_.number_of(wanted_focus_);
  if (number != 0) {
    ops_.focus(number);
    focused_key_ = wanted_focus_;
  }
  if (number != 0 || frame_ > wanted_focus_frame_ + 2) {
    wanted_focus_ = 0;
  } else {
    platform::request_frame();
  }
}

// The layer that hears keys was not drawn any more: the one below it hears this one in the next
// frame.
void Ui::keep_key() {
  if (key_pressed_.empty()) return;
  platform::Event event;
  event.kind = platform::EventKind::key;
  event.text = key_pressed_;
  waiting_.push_front(std::move(event));
}

void Ui::paint_into(int layer) { draw_list_->ChannelsSetCurrent(layer); }

void Ui::end_frame() {
  if (leaving_.paint(*this)) is_animating_ = true;
  draw_list_->ChannelsMerge();
  ImGui::End();
  ImGui::Render();
  platform::draw_frame(ImGui::GetDrawData(), colour(Token::bg));
  const bool has_layer_changed = top_layer_ != next_top_layer_;
  if (next_top_layer_ < top_layer_) keep_key();
  top_layer_ = next_top_layer_;
  tree_.update(take_nodes(), ops_);
  follow_model();
  give_wanted_focus();
  if (ops_.count() != 0) platform::apply_mirror_ops(ops_.bytes());
  ops_.clear();
  // What an input changed may show only in the frame after it.
  const bool was_used =
      activated_key_ != 0 || !entered_.empty() || !key_pressed_.empty() || !typed_.empty();
  if (is_animating_ || was_used || has_layer_changed || !activations_.empty() ||
      !waiting_.empty() || grip_.has_ended()) {
    platform::request_frame();
  }
}

std::uint64_t Ui::key(std::string_view name) const { return join_key(parents_.back().key, name); }

std::vector<Node>& Ui::output() {
  return layer_ == island_layer_ ? island_nodes_ : nodes_[static_cast<std::size_t>(layer_)];
}

Node& Ui::add(Tag tag, std::uint64_t key, const Rect& rect) {
  const Parent& parent = parents_.back();
  Node node;
  node.key = key;
  node.parent = parent.place;
  node.tag = tag;
  node.bounds = {rect.x - parent.origin_x, rect.y - parent.origin_y, rect.width, rect.height};
  std::vector<Node>& nodes = output();
  nodes.push_back(std::move(node));
  return nodes.back();
}

Node& Ui::leaf(Tag tag, std::uint64_t key, const Rect& rect) { return add(tag, key, rect); }

Node& Ui::open(Tag tag, std::uint64_t key, const Rect& rect) {
  Node& node = add(tag, key, rect);
  const auto place = static_cast<std::uint32_t>(output().size());
  parents_.push_back({place, key, rect.x, rect.y});
  return node;
}

void Ui::close() { parents_.pop_back(); }

void Ui::open_layer(LayerKind kind) {
  open_layers_.push_back(layer_);
  layer_ = kind == LayerKind::toasts ? kToastLayer : std::min(layer_ + 1, kToastLayer - 1);
  if (kind == LayerKind::overlay) next_top_layer_ = std::max(next_top_layer_, layer_);
  parents_.push_back(Parent{0, parents_.back().key, 0, 0});
  draw_list_->ChannelsSetCurrent(layer_);
  draw_list_->PushClipRectFullScreen();
}

void Ui::close_layer() {
  draw_list_->PopClipRect();
  layer_ = open_layers_.back();
  open_layers_.pop_back();
  draw_list_->ChannelsSetCurrent(layer_);
  parents_.pop_back();
}

void Ui::raise_paint() { draw_list_->ChannelsSetCurrent(std::min(layer_ + 1, kToastLayer)); }
void Ui::lower_paint() { draw_list_->ChannelsSetCurrent(layer_); }

void Ui::set_open_menu(std::uint64_t key) {
  open_menu_ = key;
  if (key != 0) menu_opener_ = focused_key_;
  platform::request_frame();
}

Node* Ui::emitted(std::uint64_t key) {
  std::vector<Node>& nodes = output();
  const auto found =
      std::find_if(nodes.rbegin(), nodes.rend(), [&](const Node& each) { return each.key == key; });
  return found == nodes.rend() ? nullptr : &*found;
}

float Ui::animate(std::uint64_t key, float target, float duration_ms) {
  const auto [place, is_first] = animations_.try_emplace(key, Animation{target, now_ms_, frame_});
  Animation& animation = place->second;
  animation.last_frame = frame_;
  if (is_first || viewport_.has_reduced_motion) {
    animation = {target, now_ms_, frame_};
    return target;
  }
  // A long rest between frames must not swallow the motion.
  const double step_ms = std::min(now_ms_ - animation.last_ms, 32.0);
  const float step = static_cast<float>(step_ms) / duration_ms;
  animation.last_ms = now_ms_;
  if (animation.value < target) {
    animation.value = std::min(target, animation.value + step);
  } else {
    animation.value = std::max(target, animation.value - step);
  }
  if (animation.value != target) is_animating_ = true;
  return animation.value;
}

float Ui::animate_in(std::uint64_t key, float duration_ms) {
  Animation& animation = animations_[key];
  if (animation.last_frame + 1 < frame_) animation = {0, now_ms_, frame_};
  return animate(key, 1, duration_ms);
}

}  // namespace rr::ui
