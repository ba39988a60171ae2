#include "client/platform/headless/fake_dom.h"

#include <algorithm>
#include <array>
#include <bit>
#include <stdexcept>

namespace rr::platform::fake {
namespace {

constexpr std::uint32_t kAbsent = 0xFFFFFFFF;
constexpr std::uint32_t kHiddenFlag = 8;
constexpr std::uint8_t kLabelAttribute = 1;
constexpr std::uint8_t kRoleAttribute = 15;
constexpr std::uint8_t kTypeAttribute = 19;
constexpr std::uint8_t kScopeAttribute = 40;

// By tag, as web/mirror.js makes them. Empty: no role of its own.
constexpr std::array<std::string_view, 37> kRoles{"",          "",
                                                  "button",    "link",
                                                  "textbox",   "textbox",
                                                  "checkbox",  "radio",
                                                  "heading",   "heading",
                                                  "heading",   "navigation",
                                                  "main",      "region",
                                                  "list",      "listitem",
                                                  "",          "dialog",
                                                  "",          "slider",
                                                  "combobox",  "option",
                                                  "paragraph", "form",
                                                  "banner",    "contentinfo",
                                                  "img",       "progressbar",
                                                  "status",    "spinbutton",
                                                  "date",      "",
                                                  "",          "table",
                                                  "row",       "columnheader",
                                                  "cell"};

bool is_named_by_content(const std::string& role) {
  return role == "button" || role == "link" || role == "heading" || role == "option" ||
         role == "menuitem" || role == "tab" || role == "gridcell" || role == "cell" ||
         role == "columnheader" || role == "rowheader" || role == "tooltip" || role.empty();
}

}  // namespace

class FakeDom::Reader {
 public:
  explicit Reader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  [[nodiscard]] bool is_done() const { return bytes_.empty(); }
  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u32() { return number(4); }
  float f32() { return std::bit_cast<float>(number(4)); }
  std::string text() { return text(u32()); }
  std::string text(std::uint32_t length) {
    if (bytes_.size() < length) throw std::logic_error("a mirror operation ends too soon");
    std::string out(bytes_.begin(), bytes_.begin() + length);
    bytes_ = bytes_.subspan(length);
    return out;
  }

 private:
  std::uint32_t number(std::size_t size) {
    if (bytes_.size() < size) throw std::logic_error("a mirror operation ends too soon");
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value |= std::uint32_t{bytes_[i]} << (8 * i);
    bytes_ = bytes_.subspan(size);
    return value;
  }

  std::span<const std::uint8_t> bytes_;
};

std::string role_of(const Element& element) {
  const auto own = element.attributes.find(kRoleAttribute);
  if (own != element.attributes.end()) return own->second;
  const auto type = element.attributes.find(kTypeAttribute);
  if (type != element.attributes.end() && type->second == "search") return "searchbox";
  const auto scope = element.attributes.find(kScopeAttribute);
  if (scope != element.attributes.end() && scope->second == "row") return "rowheader";
  return std::string(kRoles.at(element.tag));
}

FakeDom::FakeDom() { elements_[0] = Element{}; }

void FakeDom::apply(std::span<const std::uint8_t> ops) {
  Reader reader(ops);
  while (!reader.is_done()) apply_one(reader);
}

void FakeDom::toggle(std::uint32_t number) {
  Element& element = elements_.at(number);
  element.is_checked = !element.is_checked;
}

void FakeDom::apply_one(Reader& in) {
  const std::uint8_t operation = in.u8();
  if (operation == 12) {
    in.u8();
    announcements.push_back(in.text());
    return;
  }
  const std::uint32_t number = in.u32();
  if (operation == 1) {
    Element made;
    made.number = number;
    made.tag = in.u8();
    if (made.tag >= kRoles.size()) throw std::logic_error("an unknown mirror tag");
    elements_[number] = made;
  }
  Element& element = elements_.at(number);
  switch (operation) {
    case 1:
    case 3: {
      const std::uint32_t parent = in.u32();
      insert(number, parent, in.u32());
      break;
    }
    case 2: remove(number); break;
    case 4:
      element.x = in.f32();
      element.y = in.f32();
      element.width = in.f32();
      element.height = in.f32();
      break;
    case 5: element.text = in.text(); break;
    case 6: {
      const std::uint8_t kind = in.u8();
      const std::uint32_t length = in.u32();
      if (length == kAbsent)
        element.attributes.erase(kind);
      else
        element.attributes[kind] = in.text(length);
      break;
    }
    case 7: element.value = in.text(); break;
    case 8: element.is_checked = in.u8() != 0; break;
    case 9: focused = number; break;
    case 10:
      in.f32();
      in.f32();
      break;
    case 11:
      in.f32();
      element.content_height = in.f32();
      break;
    case 13:
      element.font_size = in.f32();
      in.u16();
      in.u8();
      in.u32();
      in.f32();
      in.f32();
      break;
    case 14: element.flags = in.u32(); break;
    default: throw std::logic_error("an unknown mirror operation");
  }
}

void FakeDom::insert(std::uint32_t number, std::uint32_t parent, std::uint32_t before) {
  Element& element = elements_.at(number);
  std::erase(elements_.at(element.parent).children, number);
  element.parent = parent;
  std::vector<std::uint32_t>& children = elements_.at(parent).children;
  const auto place =
      before == 0 ? children.end() : std::find(children.begin(), children.end(), before);
  if (before != 0 && place == children.end()) throw std::logic_error("no such mirror sibling");
  children.insert(place, number);
}

void FakeDom::remove(std::uint32_t number) {
  const Element element = elements_.at(number);
  for (const std::uint32_t child : element.children) remove(child);
  std::erase(elements_.at(element.parent).children, number);
  elements_.erase(number);
  if (focused == number) focused = 0;
}

void FakeDom::collect(std::uint32_t number, std::vector<const Element*>& out) const {
  const Element& element = elements_.at(number);
  if ((element.flags & kHiddenFlag) != 0) return;
  out.push_back(&element);
  for (const std::uint32_t child : element.children) collect(child, out);
}

std::string FakeDom::name_of(const Element& element) const {
  const auto label = element.attributes.find(kLabelAttribute);
  if (label != element.attributes.end()) return label->second;
  if (!is_named_by_content(role_of(element))) return {};
  std::string name = element.text;
  for (const std::uint32_t child : element.children) {
    const std::string part = name_of(elements_.at(child));
    if (!name.empty() && !part.empty()) name += ' ';
    name += part;
  }
  return name;
}

std::vector<const Element*> FakeDom::find_all(std::string_view role, std::string_view name) const {
  std::vector<const Element*> all;
  collect(0, all);
  std::erase_if(all, [&](const Element* each) {
    return role_of(*each) != role || (!name.empty() && name_of(*each) != name);
  });
  return all;
}

const Element* FakeDom::find(std::string_view role, std::string_view name) const {
  const auto found = find_all(role, name);
  return found.empty() ? nullptr : found.front();
}

std::string FakeDom::words() const {
  std::vector<const Element*> all;
  collect(0, all);
  std::string words;
  for (const Element* each : all) {
    if (!each->text.empty()) words += each->text + "\n";
  }
  return words;
}

}  // namespace rr::platform::fake
