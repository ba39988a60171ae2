#include "client/ui/mirror_tree.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <string>

namespace rr::ui {
namespace {

// What a page would hold: applies the byte stream to a tree of its own.
class Page {
 public:
  void apply(std::span<const std::uint8_t> bytes) {
    bytes_ = bytes;
    while (!bytes_.empty()) apply_one();
  }

  std::string print(std::uint32_t number = 0) const {
    const Element& element = elements_.at(number);
    std::string text = element.text;
    for (const auto& [attribute, value] : element.attributes) text += "@" + value;
    if (element.children.empty()) return text;
    text += "(";
    for (const std::uint32_t child : element.children) text += print(child) + " ";
    return text + ")";
  }

  std::size_t size() const { return elements_.size() - 1; }

 private:
  struct Element {
    std::uint32_t parent = 0;
    std::vector<std::uint32_t> children;
    std::string text;
    std::map<std::uint8_t, std::string> attributes;
  };

  std::uint8_t u8() {
    const std::uint8_t value = bytes_[0];
    bytes_ = bytes_.subspan(1);
    return value;
  }
  std::uint32_t u32() {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes_.data(), 4);
    bytes_ = bytes_.subspan(4);
    return value;
  }
  void skip(std::size_t count) { bytes_ = bytes_.subspan(count); }
  std::string text(std::uint32_t length) {
    std::string value(reinterpret_cast<const char*>(bytes_.data()), length);
    skip(length);
    return value;
  }

  void insert(std::uint32_t number, std::uint32_t parent, std::uint32_t before) {
    auto& children = elements_.at(parent).children;
    auto place = children.end();
    if (before != 0) {
      place = std::find(children.begin(), children.end(), before);
      REQUIRE(place != children.end());
    }
    children.insert(place, number);
    elements_[number].parent = parent;
  }
  void detach(std::uint32_t number) {
    auto& siblings = elements_.at(elements_.at(number).parent).children;
    std::erase(siblings, number);
  }
  void erase(std::uint32_t number) {
    for (const std::uint32_t child : std::vector(elements_.at(number).children)) erase(child);
    elements_.erase(number);
  }

  void apply_one() {
    const auto op = static_cast<MirrorOp>(u8());
    if (op == MirrorOp::announce) {
      skip(1);
      skip(u32());
      return;
    }
    const std::uint32_t number = u32();
    switch (op) {
      case MirrorOp::create: {
        skip(1);
        REQUIRE(elements_.find(number) == elements_.end());
        const std::uint32_t parent = u32();
        elements_[number] = {};
        insert(number, parent, u32());
        return;
      }
      case MirrorOp::remove:
        detach(number);
        erase(number);
        return;
      case MirrorOp::move: {
        const std::uint32_t parent = u32();
        detach(number);
        insert(number, parent, u32());
        return;
      }
      case MirrorOp::text: elements_.at(number).text = text(u32()); return;
      case MirrorOp::attribute: {
        const std::uint8_t attribute = u8();
        const std::uint32_t length = u32();
        if (length == 0xFFFFFFFF) {
          elements_.at(number).attributes.erase(attribute);
        } else {
          elements_.at(number).attributes[attribute] = text(length);
        }
        return;
      }
      case MirrorOp::bounds: skip(16); return;
      case MirrorOp::value: skip(u32()); return;
      case MirrorOp::checked: skip(1); return;
      case MirrorOp::scroll_to:
      case MirrorOp::content_size: skip(8); return;
      case MirrorOp::font: skip(19); return;
      case MirrorOp::flags: skip(4); return;
      default: return;
    }
  }

  std::map<std::uint32_t, Element> elements_{{0, {}}};
  std::span<const std::uint8_t> bytes_;
};

Node node(std::uint64_t key, std::uint32_t parent, std::string text) {
  Node made;
  made.key = key;
  made.parent = parent;
  made.text = std::move(text);
  return made;
}

std::string expected(const std::vector<Node>& nodes, std::uint32_t parent) {
  std::string text;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].parent != parent) continue;
    std::string one = nodes[i].text;
    for (const auto& [attribute, value] : nodes[i].attributes) one += "@" + value;
    text += one + expected(nodes, i + 1) + " ";
  }
  return text.empty() ? "" : "(" + text + ")";
}

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_;
};

std::vector<Node> random_nodes(Dice& dice) {
  std::vector<Node> nodes;
  const std::uint32_t count = dice.below(24);
  std::vector<std::uint64_t> keys;
  for (std::uint64_t key = 1; key <= 40; ++key) keys.push_back(key);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t place = dice.below(static_cast<std::uint32_t>(keys.size()));
    const std::uint64_t key = keys[place];
    keys.erase(keys.begin() + place);
    Node made = node(key, dice.below(i + 1), "t" + std::to_string(dice.below(3)));
    if (dice.below(2) == 0) {
      made.attributes.emplace_back(Attribute::label, "a" + std::to_string(dice.below(3)));
    }
    if (dice.below(8) == 0) made.tag = Tag::button;
    nodes.push_back(made);
  }
  return nodes;
}

}  // namespace

TEST_CASE("after every frame the page shows exactly the frame's nodes") {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    MirrorTree tree;
    Page page;
    for (int frame = 0; frame < 20; ++frame) {
      const std::vector<Node> nodes = random_nodes(dice);
      MirrorOps ops;
      tree.update(nodes, ops);
      page.apply(ops.bytes());
      REQUIRE(page.print() == expected(nodes, 0));
      REQUIRE(page.size() == nodes.size());
    }
  }
}

TEST_CASE("an unchanged frame changes nothing, one new text changes one thing") {
  MirrorTree tree;
  MirrorOps ops;
  std::vector<Node> nodes;
  for (std::uint64_t i = 1; i <= 500; ++i) nodes.push_back(node(i, 0, "row"));
  tree.update(nodes, ops);
  ops.clear();
  tree.update(nodes, ops);
  CHECK(ops.count() == 0);
  nodes[7].text = "new";
  tree.update(nodes, ops);
  CHECK(ops.count() == 1);
}

std::vector<Node> row_nodes(std::uint64_t row, const std::string& name) {
  std::vector<Node> nodes;
  nodes.push_back(node(row * 10 + 1, 0, ""));
  nodes.push_back(node(row * 10 + 2, 1, name));
  nodes.push_back(node(row * 10 + 3, 0, "Edit " + name));
  return nodes;
}

// A list of 500 rows of three nodes each; `changed` says which rows come with their content.
std::vector<Node> long_list(const std::set<std::uint64_t>& changed, const std::string& name) {
  std::vector<Node> nodes{node(1, 0, "")};
  for (std::uint64_t row = 1; row <= 500; ++row) {
    nodes.push_back(node(row + 10'000, 1, ""));
    nodes.back().island = IslandUse::keep;
    if (!changed.contains(row)) continue;
    nodes.back().island = IslandUse::replace;
    nodes.back().island_nodes = row_nodes(row, name);
  }
  return nodes;
}

TEST_CASE("rows that say keep stay in the page and cost one node each") {
  MirrorTree tree;
  Page page;
  MirrorOps ops;
  std::set<std::uint64_t> everything;
  for (std::uint64_t row = 1; row <= 500; ++row) everything.insert(row);
  tree.update(long_list(everything, "Dishes"), ops);
  page.apply(ops.bytes());
  CHECK(page.size() == 1 + 500 * 4);
  const std::string before = page.print();
  ops.clear();
  tree.update(long_list({}, ""), ops);
  CHECK(ops.count() == 0);
  CHECK(tree.compared_count() == 501);
  ops.clear();
  // The ten rows that show are drawn again, one of them with another name.
  tree.update(long_list({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, "Dishes"), ops);
  CHECK(ops.count() == 0);
  CHECK(tree.compared_count() == 501 + 30);
  tree.update(long_list({7}, "Windows"), ops);
  CHECK(ops.count() == 2);
  page.apply(ops.bytes());
  CHECK(page.print() != before);
  CHECK(page.size() == 1 + 500 * 4);
}

TEST_CASE("what is in a row is found by key and number, and goes with its row") {
  MirrorTree tree;
  Page page;
  MirrorOps ops;
  tree.update(long_list({3, 4}, "Dishes"), ops);
  page.apply(ops.bytes());
  ops.clear();
  const std::uint32_t number = tree.number_of(43);
  CHECK(number != 0);
  CHECK(tree.key_of(number) == 43);
  CHECK(tree.island_of(number) == 10'004);
  CHECK(tree.find(43)->text == "Edit Dishes");
  CHECK(tree.island_of(tree.number_of(10'004)) == 0);
  std::vector<Node> rest = long_list({}, "");
  std::erase_if(rest, [](const Node& row) { return row.key == 10'004; });
  tree.update(rest, ops);
  page.apply(ops.bytes());
  CHECK(tree.number_of(43) == 0);
  CHECK(tree.key_of(number) == 0);
  CHECK(tree.find(43) == nullptr);
  CHECK(tree.number_of(33) != 0);
  CHECK(page.size() == 1 + 499 + 3);
  // The row comes back without content: nothing of the old one is left.
  ops.clear();
  tree.update(long_list({}, ""), ops);
  page.apply(ops.bytes());
  CHECK_FALSE(tree.has_island(10'004));
  CHECK(page.size() == 1 + 500 + 3);
}

TEST_CASE("rows change places without a look into them") {
  MirrorTree tree;
  Page page;
  MirrorOps ops;
  tree.update(long_list({1, 2}, "Dishes"), ops);
  page.apply(ops.bytes());
  ops.clear();
  std::vector<Node> turned = long_list({}, "");
  std::swap(turned[1], turned[2]);
  tree.update(turned, ops);
  CHECK(ops.count() == 1);
  page.apply(ops.bytes());
  CHECK(page.print().substr(0, 60) ==
        "((((Dishes ) Edit Dishes ) ((Dishes ) Edit Dishes )         ");
}

TEST_CASE("a node keeps its number while its key is there") {
  MirrorTree tree;
  MirrorOps ops;
  tree.update({node(7, 0, "a"), node(8, 0, "b")}, ops);
  const std::uint32_t number = tree.number_of(8);
  tree.update({node(8, 0, "b"), node(9, 0, "c"), node(7, 0, "a")}, ops);
  CHECK(tree.number_of(8) == number);
  CHECK(tree.key_of(number) == 8);
  tree.update({node(7, 0, "a")}, ops);
  CHECK(tree.number_of(8) == 0);
}

}  // namespace rr::ui
