#include "client/ui/ui.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "client/platform/graphics.h"
#include "client/platform/mirror.h"

namespace rr::ui {
namespace {

constexpr std::uint64_t kRootKey = 1;

ImGuiID item_id(std::uint64_t key) {
  const auto id = static_cast<ImGuiID>(key ^ (key >> 32));
  return id == 0 ? 1 : id;
}

// Dear ImGui needs a font to start; text is drawn by the browser, so one empty glyph does.
void add_empty_font(ImGuiIO& io) {
  ImFontConfig config;
  config.SizePixels = 13;
  io.Fonts->AddFontDefault(&config);
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
}

}  // namespace

Ui::Ui() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  io.DisplaySize = ImVec2(1, 1);
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.CircleTessellationMaxError = 0.1F;
  add_empty_font(io);
}

Ui::~Ui() { ImGui::DestroyContext(); }

LayoutClass Ui::layout() const {
  if (viewport_.width < kTabletWidth) return LayoutClass::phone;
  return viewport_.width < kDesktopWidth ? LayoutClass::tablet : LayoutClass::desktop;
}

void Ui::take_event(platform::Event&& event) {
  using platform::EventKind;
  const std::uint64_t key = event.node == 0 ? 0 : tree_.key_of(event.node);
  switch (event.kind) {
    case EventKind::activate:
      if (key != 0) activations_.push_back(key);
      return;
    case EventKind::input: typed_[key] = std::move(event.text); return;
    case EventKind::commit:
      if (event.number == 1) entered_.push_back(key);
      return;
    case EventKind::focus: focused_key_ = key; return;
    case EventKind::scroll: offsets_[key] = {event.x, event.y}; return;
    case EventKind::key: keys_pressed_.push_back(std::move(event.text)); return;
    case EventKind::pointer_down: is_pointer_down_ = true; [[fallthrough]];
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
}

void Ui::begin_frame(const platform::Viewport& viewport, std::vector<platform::Event> events,
                     double now_ms) {
  last_ms_ = now_ms_;
  now_ms_ = now_ms;
  viewport_ = viewport;
  events_.clear();
  typed_.clear();
  entered_.clear();
  keys_pressed_.clear();
  for (platform::Event& event : events) take_event(std::move(event));
  activated_key_ = 0;
  if (!activations_.empty()) {
    activated_key_ = activations_.front();
    activations_.pop_front();
  }
  is_animating_ = false;
  layer_ = 0;
  nodes_.clear();
  parents_.assign(1, Parent{0, kRootKey, 0, 0});
  text_cache_.begin_frame(viewport.scale);
  start_imgui_frame();
}

void Ui::end_frame() {
  ImGui::End();
  ImGui::Render();
  platform::draw_frame(ImGui::GetDrawData(), colour(Token::bg));
  top_layer_ = layer_;
  tree_.update(std::move(nodes_), ops_);
  nodes_ = {};
  if (wanted_focus_ != 0) {
    const std::uint32_t number = tree_.number_of(wanted_focus_);
    if (number != 0) ops_.focus(number);
    wanted_focus_ = 0;
  }
  if (ops_.count() != 0) platform::apply_mirror_ops(ops_.bytes());
  ops_.clear();
  // What an input changed may show only in the frame after it.
  const bool was_used = activated_key_ != 0 || !entered_.empty() || !keys_pressed_.empty();
  if (is_animating_ || was_used || !activations_.empty()) platform::request_frame();
}

std::uint64_t Ui::key(std::string_view name) const { return join_key(parents_.back().key, name); }

Node& Ui::add(Tag tag, std::uint64_t key, const Rect& rect) {
  const Parent& parent = parents_.back();
  Node node;
  node.key = key;
  node.parent = parent.place;
  node.tag = tag;
  node.bounds = {rect.x - parent.origin_x, rect.y - parent.origin_y, rect.width, rect.height};
  nodes_.push_back(std::move(node));
  return nodes_.back();
}

Node& Ui::leaf(Tag tag, std::uint64_t key, const Rect& rect) { return add(tag, key, rect); }

Node& Ui::open(Tag tag, std::uint64_t key, const Rect& rect) {
  Node& node = add(tag, key, rect);
  parents_.push_back({static_cast<std::uint32_t>(nodes_.size()), key, rect.x, rect.y});
  return node;
}

void Ui::close() { parents_.pop_back(); }

float Ui::open_scroll(std::uint64_t key, const Rect& rect, float content_height) {
  const float furthest = std::max(0.0F, content_height - rect.height);
  const auto found = offsets_.find(key);
  const float offset = found == offsets_.end() ? 0 : std::clamp(found->second.y, 0.0F, furthest);
  Node& node = open(Tag::scroll_region, key, rect);
  node.content = {0, 0, rect.width, content_height};
  parents_.back().origin_y = rect.y - offset;
  ImGui::PushClipRect(ImVec2(rect.x, rect.y), ImVec2(rect.right(), rect.bottom()), true);
  return offset;
}

void Ui::close_scroll() {
  ImGui::PopClipRect();
  close();
}

Interaction Ui::interact(std::uint64_t key, const Rect& rect) {
  Interaction result;
  const ImRect box(rect.x, rect.y, rect.right(), rect.bottom());
  ImGui::ItemAdd(box, item_id(key));
  const ImVec2 least = draw_list_->GetClipRectMin();
  const ImVec2 most = draw_list_->GetClipRectMax();
  const bool is_inside = pointer_x_ >= least.x && pointer_x_ < most.x && pointer_y_ >= least.y &&
                         pointer_y_ < most.y && rect.contains(pointer_x_, pointer_y_);
  result.is_hovered = is_inside && layer_ >= top_layer_ && !viewport_.is_coarse_pointer;
  result.is_pressed = is_inside && layer_ >= top_layer_ && is_pointer_down_;
  result.is_focused = focused_key_ == key;
  result.is_activated = activated_key_ == key;
  return result;
}

const std::string* Ui::typed(std::uint64_t key) const {
  const auto found = typed_.find(key);
  return found == typed_.end() ? nullptr : &found->second;
}

bool Ui::is_entered(std::uint64_t key) const {
  return std::find(entered_.begin(), entered_.end(), key) != entered_.end();
}

bool Ui::is_key_pressed(std::string_view name) const {
  return std::find(keys_pressed_.begin(), keys_pressed_.end(), name) != keys_pressed_.end();
}

void Ui::announce(std::string_view text) { ops_.announce(false, text); }
void Ui::announce_urgently(std::string_view text) { ops_.announce(true, text); }

void Ui::begin_modal_layer() { ++layer_; }

float Ui::animate(std::uint64_t key, float target, float duration_ms) {
  const auto [place, is_new] = animations_.try_emplace(key, Animation{target, now_ms_});
  Animation& animation = place->second;
  if (is_new || viewport_.has_reduced_motion) {
    animation = {target, now_ms_};
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

}  // namespace rr::ui
