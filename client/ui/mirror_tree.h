// Keeps what the DOM shows and turns a new frame's nodes into the fewest changes.
//
// A node that keeps its key keeps its number and its DOM element, also when it moves among its
// siblings or changes its parent. A changed tag makes a new element. Two nodes with one key in a
// frame are a fault of the caller: the later one gets a key of its own (and loses identity).
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "client/ui/mirror_ops.h"
#include "client/ui/semantics.h"

namespace rr::ui {

class MirrorTree {
 public:
  // `nodes` in document order, each parent before its children. Numbers are filled in.
  // The changes against the last frame are appended to `ops`.
  void update(std::vector<Node> nodes, MirrorOps& ops);

  // The number of a key in the present tree, 0 when it is not there.
  [[nodiscard]] std::uint32_t number_of(std::uint64_t key) const;
  // The key of a number, 0 when it is not there.
  [[nodiscard]] std::uint64_t key_of(std::uint32_t number) const;
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  // Everything is created anew with the next update (the page lost its DOM).
  void forget();

 private:
  [[nodiscard]] bool has_same_shape(const std::vector<Node>& next) const;
  void assign_numbers(std::vector<Node>& nodes);
  void remove_missing(const std::vector<Node>& next, MirrorOps& ops) const;
  void place_nodes(const std::vector<Node>& next, MirrorOps& ops) const;

  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, std::uint32_t> places_;  // key -> index in nodes_
  std::unordered_map<std::uint32_t, std::uint64_t> keys_;    // number -> key
  std::uint32_t next_number_ = 1;
};

}  // namespace rr::ui
