// What a frame means: the tree of controls and texts that the page's DOM mirrors.
//
// Every widget emits one node with a stable key. Nodes are numbered when first seen and keep the
// number for as long as their key is emitted. Order of emission is document order and, for
// controls, tab order. Bounds are CSS pixels relative to the parent's content origin.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rr::ui {

// The values are part of the mirror's byte stream (web/mirror.js).
enum class Tag : std::uint8_t {
  none = 0,
  group = 1,
  button = 2,
  link = 3,
  text_input = 4,
  text_area = 5,
  checkbox = 6,
  radio = 7,
  h1 = 8,
  h2 = 9,
  h3 = 10,
  nav = 11,
  main = 12,
  section = 13,
  list = 14,
  list_item = 15,
  span = 16,
  dialog = 17,
  scroll_region = 18,
  slider = 19,
  select = 20,
  option = 21,
  paragraph = 22,
  form = 23,
  header = 24,
  footer = 25,
  image = 26,
  progress = 27,
  status = 28,
  number_input = 29,
  date_input = 30,
  label = 31,
  scrim = 32,  // a click beside an overlay
  table = 33,
  table_row = 34,
  header_cell = 35,
  cell = 36,
};

enum class Attribute : std::uint8_t {
  label = 1,
  href = 2,
  placeholder = 3,
  current = 4,
  expanded = 5,
  selected = 6,
  pressed = 7,
  value_now = 8,
  value_min = 9,
  value_max = 10,
  value_text = 11,
  described_by = 12,
  labelled_by = 13,
  role = 15,
  autocomplete = 16,
  input_mode = 17,
  enter_key_hint = 18,
  type = 19,
  max_length = 20,
  name = 21,
  has_popup = 22,
  live = 23,
  tab_index = 24,
  minimum = 25,
  maximum = 26,
  step = 27,
  language = 28,
  title = 29,
  busy = 30,
  controls = 31,
  required = 32,
  checked = 33,
  disabled = 34,
  spell_check = 35,
  role_description = 36,
  rows = 37,
  active_descendant = 38,
  completion = 39,
  scope = 40,
  auto_capitalize = 41,
  icon = 42,  // what stands before its words, where the mirror is seen
  hidden_from_readers = 43,
};

// Bits of a node's flags, part of the byte stream.
inline constexpr std::uint32_t kDisabled = 1;
inline constexpr std::uint32_t kSelectable = 2;
inline constexpr std::uint32_t kModal = 4;
inline constexpr std::uint32_t kHidden = 8;
inline constexpr std::uint32_t kInvalid = 16;  // aria-invalid
inline constexpr std::uint32_t kCovered = 32;  // paints no words of its own
// A context menu here is the program's (an event of kind `menu`), not the browser's.
inline constexpr std::uint32_t kHasMenu = 64;
// Dragging it moves what it belongs to (drag.h); a finger on it does not scroll.
inline constexpr std::uint32_t kGrip = 128;
// Arrow keys, Home, End and the page keys move inside it: they do not scroll the page.
inline constexpr std::uint32_t kTakesKeys = 256;
// A finger moves it sideways (drag.h), and scrolls up and down.
inline constexpr std::uint32_t kSwipe = 512;

struct Bounds {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

// How the DOM's text must look to lie exactly on the canvas's.
struct TextLook {
  float size = 0;  // 0: not set
  std::uint16_t weight = 400;
  std::uint8_t face = 0;
  std::uint32_t colour = 0;
  float padding_left = 0;
  float line_height = 0;
  friend bool operator==(const TextLook&, const TextLook&) = default;
};

enum class CheckState : std::uint8_t { none, off, on };

// Whether a node's content is an island: a list of its own that is compared only when it changed.
enum class IslandUse : std::uint8_t { none, keep, replace };

struct Node {
  std::uint64_t key = 0;
  std::uint32_t number = 0;  // given by the tree
  std::uint32_t parent = 0;  // index + 1 in the frame's list; 0: the layer
  Tag tag = Tag::group;
  CheckState check = CheckState::none;
  std::uint32_t flags = 0;
  Bounds bounds;
  Bounds content;  // of a scroll region: width and height of what scrolls
  TextLook look;
  std::string text;
  std::string value;
  bool has_value = false;
  std::vector<std::pair<Attribute, std::string>> attributes;
  IslandUse island = IslandUse::none;
  std::vector<Node> island_nodes;  // for replace; parents count within this list, 0: this node
};

// A key from its parent's and a name or number: the same path gives the same key in every frame.
[[nodiscard]] std::uint64_t join_key(std::uint64_t parent, std::string_view name);
[[nodiscard]] std::uint64_t join_key(std::uint64_t parent, std::uint64_t number);

}  // namespace rr::ui
