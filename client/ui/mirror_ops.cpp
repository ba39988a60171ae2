#include "client/ui/mirror_ops.h"

#include <bit>

namespace rr::ui {
namespace {

constexpr std::uint32_t kAbsent = 0xFFFFFFFF;

}  // namespace

void MirrorOps::begin(MirrorOp op) {
  u8(static_cast<std::uint8_t>(op));
  ++count_;
}

void MirrorOps::u16(std::uint16_t value) {
  u8(static_cast<std::uint8_t>(value & 0xFF));
  u8(static_cast<std::uint8_t>(value >> 8));
}

void MirrorOps::u32(std::uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) u8(static_cast<std::uint8_t>(value >> shift));
}

void MirrorOps::f32(float value) { u32(std::bit_cast<std::uint32_t>(value)); }

void MirrorOps::text_bytes(std::string_view value) {
  u32(static_cast<std::uint32_t>(value.size()));
  bytes_.insert(bytes_.end(), value.begin(), value.end());
}

void MirrorOps::create(std::uint32_t node, Tag tag, std::uint32_t parent, std::uint32_t before) {
  begin(MirrorOp::create);
  u32(node);
  u8(static_cast<std::uint8_t>(tag));
  u32(parent);
  u32(before);
}

void MirrorOps::remove(std::uint32_t node) {
  begin(MirrorOp::remove);
  u32(node);
}

void MirrorOps::move(std::uint32_t node, std::uint32_t parent, std::uint32_t before) {
  begin(MirrorOp::move);
  u32(node);
  u32(parent);
  u32(before);
}

void MirrorOps::bounds(std::uint32_t node, const Bounds& bounds) {
  begin(MirrorOp::bounds);
  u32(node);
  f32(bounds.x);
  f32(bounds.y);
  f32(bounds.width);
  f32(bounds.height);
}

void MirrorOps::text(std::uint32_t node, std::string_view text) {
  begin(MirrorOp::text);
  u32(node);
  text_bytes(text);
}

void MirrorOps::attribute(std::uint32_t node, Attribute attribute, std::string_view value) {
  begin(MirrorOp::attribute);
  u32(node);
  u8(static_cast<std::uint8_t>(attribute));
  text_bytes(value);
}

void MirrorOps::drop_attribute(std::uint32_t node, Attribute attribute) {
  begin(MirrorOp::attribute);
  u32(node);
  u8(static_cast<std::uint8_t>(attribute));
  u32(kAbsent);
}

void MirrorOps::value(std::uint32_t node, std::string_view value) {
  begin(MirrorOp::value);
  u32(node);
  text_bytes(value);
}

void MirrorOps::checked(std::uint32_t node, bool is_checked) {
  begin(MirrorOp::checked);
  u32(node);
  u8(is_checked ? 1 : 0);
}

void MirrorOps::focus(std::uint32_t node) {
  begin(MirrorOp::focus);
  u32(node);
}

void MirrorOps::scroll_to(std::uint32_t node, float x, float y) {
  begin(MirrorOp::scroll_to);
  u32(node);
  f32(x);
  f32(y);
}

void MirrorOps::content_size(std::uint32_t node, float width, float height) {
  begin(MirrorOp::content_size);
  u32(node);
  f32(width);
  f32(height);
}

void MirrorOps::announce(bool is_assertive, std::string_view text) {
  begin(MirrorOp::announce);
  u8(is_assertive ? 1 : 0);
  text_bytes(text);
}

void MirrorOps::font(std::uint32_t node, const TextLook& look) {
  begin(MirrorOp::font);
  u32(node);
  f32(look.size);
  u16(look.weight);
  u8(look.face);
  u32(look.colour);
  f32(look.padding_left);
  f32(look.line_height);
}

void MirrorOps::flags(std::uint32_t node, std::uint32_t bits) {
  begin(MirrorOp::flags);
  u32(node);
  u32(bits);
}

void MirrorOps::clear() {
  bytes_.clear();
  count_ = 0;
}

}  // namespace rr::ui
