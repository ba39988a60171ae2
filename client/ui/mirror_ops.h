// Writes the byte stream that web/mirror.js reads: little endian, an operation byte and operands.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "client/ui/semantics.h"

namespace rr::ui {

enum class MirrorOp : std::uint8_t {
  create = 1,         // u32 node, u8 tag, u32 parent (0: layer), u32 before (0: last)
  remove = 2,         // u32 node, with everything in it
  move = 3,           // u32 node, u32 parent, u32 before
  bounds = 4,         // u32 node, f32 x, y, width, height
  text = 5,           // u32 node, bytes
  attribute = 6,      // u32 node, u8 attribute, bytes (length 0xFFFFFFFF: remove)
  value = 7,          // u32 node, bytes
  checked = 8,        // u32 node, u8
  focus = 9,          // u32 node
  scroll_to = 10,     // u32 node, f32 x, y
  content_size = 11,  // u32 node, f32 width, height
  announce = 12,      // u8 assertive, bytes
  font = 13,          // u32 node, f32 size, u16 weight, u8 face, u32 colour, f32 padding, f32 line
  flags = 14,         // u32 node, u32 bits
};

class MirrorOps {
 public:
  void create(std::uint32_t node, Tag tag, std::uint32_t parent, std::uint32_t before);
  void remove(std::uint32_t node);
  void move(std::uint32_t node, std::uint32_t parent, std::uint32_t before);
  void bounds(std::uint32_t node, const Bounds& bounds);
  void text(std::uint32_t node, std::string_view text);
  void attribute(std::uint32_t node, Attribute attribute, std::string_view value);
  void drop_attribute(std::uint32_t node, Attribute attribute);
  void value(std::uint32_t node, std::string_view value);
  void checked(std::uint32_t node, bool is_checked);
  void focus(std::uint32_t node);
  void scroll_to(std::uint32_t node, float x, float y);
  void content_size(std::uint32_t node, float width, float height);
  void announce(bool is_assertive, std::string_view text);
  void font(std::uint32_t node, const TextLook& look);
  void flags(std::uint32_t node, std::uint32_t bits);

  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return bytes_; }
  [[nodiscard]] std::size_t count() const { return count_; }
  void clear();

 private:
  void begin(MirrorOp op);
  void u8(std::uint8_t value) { bytes_.push_back(value); }
  void u16(std::uint16_t value);
  void u32(std::uint32_t value);
  void f32(float value);
  void text_bytes(std::string_view value);

  std::vector<std::uint8_t> bytes_;
  std::size_t count_ = 0;
};

}  // namespace rr::ui
