// The page's tree as the mirror's byte stream makes it (client/ui/mirror_ops.h describes the
// stream), with roles and accessible names as a browser works them out.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rr::platform::fake {

struct Element {
  std::uint32_t number = 0;
  std::uint8_t tag = 0;
  std::uint32_t parent = 0;
  std::vector<std::uint32_t> children;
  std::string text;
  std::string value;
  bool is_checked = false;
  std::uint32_t flags = 0;
  std::map<std::uint8_t, std::string> attributes;  // by the stream's numbers
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  float content_height = 0;  // of a scroll region: what scrolls
  float font_size = 0;
};

class FakeDom {
 public:
  FakeDom();

  void apply(std::span<const std::uint8_t> ops);
  // What a browser does by itself when a checkbox is pressed.
  void toggle(std::uint32_t number);

  // The first element of that role ("button", "textbox", "heading"...) and name in document order,
  // nullptr when there is none. An empty name fits all.
  [[nodiscard]] const Element* find(std::string_view role, std::string_view name) const;
  [[nodiscard]] std::vector<const Element*> find_all(std::string_view role,
                                                     std::string_view name = {}) const;
  [[nodiscard]] std::string name_of(const Element& element) const;
  // All words of the page in document order, one element a line.
  [[nodiscard]] std::string words() const;
  [[nodiscard]] const Element& root() const { return elements_.at(0); }
  [[nodiscard]] const std::map<std::uint32_t, Element>& elements() const { return elements_; }

  std::uint32_t focused = 0;
  std::vector<std::string> announcements;

 private:
  class Reader;

  void apply_one(Reader& reader);
  void insert(std::uint32_t number, std::uint32_t parent, std::uint32_t before);
  void remove(std::uint32_t number);
  void collect(std::uint32_t number, std::vector<const Element*>& out) const;

  std::map<std::uint32_t, Element> elements_;  // 0: the layer
};

[[nodiscard]] std::string role_of(const Element& element);

}  // namespace rr::platform::fake
