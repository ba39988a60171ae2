#include "client/ui/mirror_tree.h"

#include <algorithm>

namespace rr::ui {
namespace {

using Children = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

std::uint32_t parent_number(const std::vector<Node>& nodes, const Node& node) {
  return node.parent == 0 ? 0 : nodes[node.parent - 1].number;
}

Children children_of(const std::vector<Node>& nodes) {
  Children children;
  for (const Node& node : nodes) children[parent_number(nodes, node)].push_back(node.number);
  return children;
}

const std::string* find_attribute(const Node& node, Attribute attribute) {
  for (const auto& [kind, value] : node.attributes) {
    if (kind == attribute) return &value;
  }
  return nullptr;
}

void update_attributes(const Node* before, const Node& now, MirrorOps& ops) {
  for (const auto& [kind, value] : now.attributes) {
    const std::string* old = before == nullptr ? nullptr : find_attribute(*before, kind);
    if (old == nullptr || *old != value) ops.attribute(now.number, kind, value);
  }
  if (before == nullptr) return;
  for (const auto& [kind, value] : before->attributes) {
    if (find_attribute(now, kind) == nullptr) ops.drop_attribute(now.number, kind);
  }
}

void update_content(const Node* before, const Node& now, MirrorOps& ops) {
  const Node blank;
  const Node& old = before == nullptr ? blank : *before;
  if (before == nullptr || old.bounds != now.bounds) ops.bounds(now.number, now.bounds);
  if (old.look != now.look) ops.font(now.number, now.look);
  if (old.flags != now.flags) ops.flags(now.number, now.flags);
  if (old.text != now.text) ops.text(now.number, now.text);
  update_attributes(before, now, ops);
  if (old.content != now.content) {
    ops.content_size(now.number, now.content.width, now.content.height);
  }
  if (now.has_value && (!old.has_value || old.value != now.value)) {
    ops.value(now.number, now.value);
  }
  if (old.check != now.check) ops.checked(now.number, now.check == CheckState::on);
}

}  // namespace

std::uint32_t MirrorTree::number_of(std::uint64_t key) const {
  const auto found = places_.find(key);
  return found == places_.end() ? 0 : nodes_[found->second].number;
}

std::uint64_t MirrorTree::key_of(std::uint32_t number) const {
  const auto found = keys_.find(number);
  return found == keys_.end() ? 0 : found->second;
}

void MirrorTree::forget() {
  nodes_.clear();
  places_.clear();
  keys_.clear();
}

void MirrorTree::assign_numbers(std::vector<Node>& nodes) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  seen.reserve(nodes.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    while (!seen.emplace(node.key, i).second) node.key = join_key(node.key, std::uint64_t{i});
    const auto old = places_.find(node.key);
    const bool keeps = old != places_.end() && nodes_[old->second].tag == node.tag;
    node.number = keeps ? nodes_[old->second].number : next_number_++;
  }
}

void MirrorTree::remove_missing(const std::vector<Node>& next, MirrorOps& ops) const {
  std::vector<bool> is_kept(next_number_, false);
  for (const Node& node : next) is_kept[node.number] = true;
  // A child of a removed element goes with it, but one that is kept must be saved first: it is
  // moved by place_nodes before the removal of its old parent. So removals come last, children of
  // removed parents are not named.
  for (const Node& node : nodes_) {
    if (is_kept[node.number]) continue;
    const std::uint32_t parent = parent_number(nodes_, node);
    if (parent != 0 && !is_kept[parent]) continue;
    ops.remove(node.number);
  }
}

void MirrorTree::place_nodes(const std::vector<Node>& next, MirrorOps& ops) const {
  std::unordered_map<std::uint32_t, const Node*> old;
  for (const Node& node : nodes_) old[node.number] = &node;
  Children shown = children_of(nodes_);
  const Children wanted = children_of(next);
  std::unordered_map<std::uint32_t, std::uint32_t> new_parent;
  for (const Node& node : next) new_parent[node.number] = parent_number(next, node);
  // What leaves its old place is taken out of the shown order before positions are compared.
  for (auto& [parent, list] : shown) {
    std::erase_if(list, [&](std::uint32_t child) {
      const auto place = new_parent.find(child);
      return place == new_parent.end() || place->second != parent;
    });
  }
  std::unordered_map<std::uint32_t, std::size_t> cursor;
  for (const Node& node : next) {
    const std::uint32_t parent = parent_number(next, node);
    std::vector<std::uint32_t>& order = shown[parent];
    std::size_t& place = cursor[parent];
    const auto found = old.find(node.number);
    const Node* before = found == old.end() ? nullptr : found->second;
    const std::uint32_t following = place < order.size() ? order[place] : 0;
    if (following != node.number) {
      const auto present = std::find(order.begin() + static_cast<std::ptrdiff_t>(place),
                                     order.end(), node.number);
      if (present != order.end()) order.erase(present);
      order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), node.number);
      if (before == nullptr) {
        ops.create(node.number, node.tag, parent, following);
      } else {
        ops.move(node.number, parent, following);
      }
    }
    ++place;
    update_content(before, node, ops);
  }
}

// Most frames keep the tree's shape: then only contents are compared, without any look-up.
bool MirrorTree::has_same_shape(const std::vector<Node>& next) const {
  if (next.size() != nodes_.size()) return false;
  for (std::size_t i = 0; i < next.size(); ++i) {
    const Node& old = nodes_[i];
    const Node& now = next[i];
    if (old.key != now.key || old.tag != now.tag || old.parent != now.parent) return false;
  }
  return true;
}

void MirrorTree::update(std::vector<Node> nodes, MirrorOps& ops) {
  if (has_same_shape(nodes)) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      nodes[i].number = nodes_[i].number;
      update_content(&nodes_[i], nodes[i], ops);
    }
    nodes_ = std::move(nodes);
    return;
  }
  assign_numbers(nodes);
  place_nodes(nodes, ops);
  remove_missing(nodes, ops);
  nodes_ = std::move(nodes);
  places_.clear();
  keys_.clear();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    places_[nodes_[i].key] = i;
    keys_[nodes_[i].number] = nodes_[i].key;
  }
}

}  // namespace rr::ui
