#include "client/ui/mirror_tree.h"

#include <algorithm>
#include <unordered_set>

namespace rr::ui {
namespace {

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

MirrorTree::MirrorTree() : names_(std::make_shared<MirrorNames>()) {}

MirrorTree::MirrorTree(std::shared_ptr<MirrorNames> names, std::uint64_t island, std::uint32_t root)
    : names_(std::move(names)), island_(island), root_(root) {}

std::uint32_t MirrorTree::number_of(std::uint64_t key) const {
  const auto found = names_->numbers.find(key);
  return found == names_->numbers.end() ? 0 : found->second;
}

std::uint64_t MirrorTree::key_of(std::uint32_t number) const {
  const auto found = names_->places.find(number);
  return found == names_->places.end() ? 0 : found->second.key;
}

std::uint64_t MirrorTree::island_of(std::uint32_t number) const {
  const auto found = names_->places.find(number);
  return found == names_->places.end() ? 0 : found->second.island;
}

const Node* MirrorTree::find(std::uint64_t key) const {
  const auto own = places_.find(key);
  if (own != places_.end()) return &nodes_[own->second];
  const auto island = islands_.find(island_of(number_of(key)));
  return island == islands_.end() ? nullptr : island->second->find(key);
}

void MirrorTree::forget() {
  for (const Node& node : nodes_) drop_names(node);
  nodes_.clear();
  places_.clear();
}

// What goes away takes its island's names with it.
void MirrorTree::drop_names(const Node& node) {
  const auto place = names_->places.find(node.number);
  if (place != names_->places.end() && place->second.key == node.key) names_->places.erase(place);
  const auto number = names_->numbers.find(node.key);
  if (number != names_->numbers.end() && number->second == node.number) {
    names_->numbers.erase(number);
  }
  const auto island = islands_.find(node.key);
  if (island == islands_.end()) return;
  island->second->forget();
  islands_.erase(island);
}

std::uint32_t MirrorTree::parent_number(const std::vector<Node>& nodes, const Node& node) const {
  return node.parent == 0 ? root_ : nodes[node.parent - 1].number;
}

MirrorTree::Children MirrorTree::children_of(const std::vector<Node>& nodes) const {
  Children children;
  for (const Node& node : nodes) children[parent_number(nodes, node)].push_back(node.number);
  return children;
}

void MirrorTree::assign_numbers(std::vector<Node>& nodes) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  seen.reserve(nodes.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    Node& node = nodes[i];
    while (!seen.emplace(node.key, i).second) node.key = join_key(node.key, std::uint64_t{i});
    const auto old = places_.find(node.key);
    const bool keeps = old != places_.end() && nodes_[old->second].tag == node.tag;
    node.number = keeps ? nodes_[old->second].number : names_->next_number++;
  }
}

void MirrorTree::remove_missing(const std::vector<Node>& next, MirrorOps& ops) {
  std::unordered_set<std::uint32_t> kept;
  kept.reserve(next.size());
  for (const Node& node : next) kept.insert(node.number);
  // A child of a removed element goes with it, but one that is kept must be saved first: it is
  // moved by place_nodes before the removal of its old parent. So removals come last, children of
  // removed parents are not named.
  for (const Node& node : nodes_) {
    if (kept.contains(node.number)) continue;
    const std::uint32_t parent = parent_number(nodes_, node);
    if (parent == root_ || kept.contains(parent)) ops.remove(node.number);
    drop_names(node);
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
  for (auto& [number, list] : shown) {
    const std::uint32_t shown_parent = number;
    std::erase_if(list, [&](std::uint32_t child) {
      const auto place = new_parent.find(child);
      return place == new_parent.end() || place->second != shown_parent;
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
      const auto present =
          std::find(order.begin() + static_cast<std::ptrdiff_t>(place), order.end(), node.number);
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

void MirrorTree::update_islands(MirrorOps& ops) {
  for (Node& node : nodes_) {
    const auto found = islands_.find(node.key);
    if (node.island == IslandUse::none) {
      if (found == islands_.end()) continue;
      found->second->update({}, ops);
      islands_.erase(found);
      continue;
    }
    if (node.island == IslandUse::keep) continue;
    auto& island = islands_[node.key];
    if (!island) island.reset(new MirrorTree(names_, node.key, node.number));
    island->update(std::move(node.island_nodes), ops);
    node.island_nodes.clear();
    compared_count_ += island->compared_count_;
  }
}

void MirrorTree::update(std::vector<Node> nodes, MirrorOps& ops) {
  compared_count_ = nodes.size();
  if (has_same_shape(nodes)) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      nodes[i].number = nodes_[i].number;
      update_content(&nodes_[i], nodes[i], ops);
    }
    nodes_ = std::move(nodes);
    update_islands(ops);
    return;
  }
  assign_numbers(nodes);
  place_nodes(nodes, ops);
  remove_missing(nodes, ops);
  nodes_ = std::move(nodes);
  places_.clear();
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    places_[node.key] = i;
    names_->numbers[node.key] = node.number;
    names_->places[node.number] = {node.key, island_};
  }
  update_islands(ops);
}

}  // namespace rr::ui
