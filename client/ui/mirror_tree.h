// Keeps what the DOM shows and turns a new frame's nodes into the fewest changes.
//
// A node that keeps its key keeps its number and its DOM element, also when it moves among its
// siblings or changes its parent. A changed tag makes a new element. Two nodes with one key in a
// frame are a fault of the caller: the later one gets a key of its own (and loses identity).
//
// Islands make long lists cheap: an island's content comes as a list of its own, and only when it
// changed. A frame that says "keep" costs one node for the island, whatever is in it. Islands hold
// no islands; one that was never given content is empty, and one that leaves the page loses it.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "client/ui/mirror_ops.h"
#include "client/ui/semantics.h"

namespace rr::ui {

// Numbers and keys of everything in the page, shared by a tree and its islands.
struct MirrorNames {
  struct Place {
    std::uint64_t key = 0;
    std::uint64_t island = 0;  // the key of the island it is in, 0: none
  };
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;  // key -> number
  std::unordered_map<std::uint32_t, Place> places;           // number -> key
  std::uint32_t next_number = 1;
};

class MirrorTree {
 public:
  MirrorTree();

  // `nodes` in document order, each parent before its children. Numbers are filled in.
  // The changes against the last frame are appended to `ops`.
  void update(std::vector<Node> nodes, MirrorOps& ops);

  // The number of a key in the present tree, islands included, 0 when it is not there.
  [[nodiscard]] std::uint32_t number_of(std::uint64_t key) const;
  // The key of a number, 0 when it is not there.
  [[nodiscard]] std::uint64_t key_of(std::uint32_t number) const;
  // The key of the island that a number is in, 0 when it is in none.
  [[nodiscard]] std::uint64_t island_of(std::uint32_t number) const;
  // The node of a key, also in an island; nullptr when it is not there.
  [[nodiscard]] const Node* find(std::uint64_t key) const;
  // Without the islands' contents.
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  // Whether there is something that "keep" would keep.
  [[nodiscard]] bool has_island(std::uint64_t key) const { return islands_.contains(key); }
  // How many nodes the last update compared, islands included.
  [[nodiscard]] std::size_t compared_count() const { return compared_count_; }
  // Everything is created anew with the next update (the page lost its DOM).
  void forget();

 private:
  MirrorTree(std::shared_ptr<MirrorNames> names, std::uint64_t island, std::uint32_t root);

  using Children = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

  [[nodiscard]] bool has_same_shape(const std::vector<Node>& next) const;
  [[nodiscard]] std::uint32_t parent_number(const std::vector<Node>& nodes, const Node& node) const;
  [[nodiscard]] Children children_of(const std::vector<Node>& nodes) const;
  void assign_numbers(std::vector<Node>& nodes);
  void remove_missing(const std::vector<Node>& next, MirrorOps& ops);
  void place_nodes(const std::vector<Node>& next, MirrorOps& ops) const;
  void update_islands(MirrorOps& ops);
  void drop_names(const Node& node);

  std::shared_ptr<MirrorNames> names_;
  std::uint64_t island_ = 0;  // this tree's key, when it is one
  std::uint32_t root_ = 0;    // the number its top nodes hang on
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, std::uint32_t> places_;  // key -> index in nodes_
  std::unordered_map<std::uint64_t, std::unique_ptr<MirrorTree>> islands_;
  std::size_t compared_count_ = 0;
};

}  // namespace rr::ui
