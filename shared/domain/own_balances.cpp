#include "shared/domain/own_balances.h"

#include <algorithm>

#include "shared/domain/rated_shares.h"
#include "shared/domain/run_codec.h"

namespace rr {
namespace {

using RatedPointer = std::shared_ptr<const RatedShare>;

// One that somebody is charged with, and what it weighs for everybody.
struct Rated {
  std::shared_ptr<const Assignment> assignment;
  Id holder;
  std::vector<RatedPointer> shares;
};

std::vector<Rated> rated_assignments(const Reader& reader) {
  std::map<Id, std::vector<RatedPointer>> by_assignment;
  for (const RatedPointer& share : reader.all<RatedShare>()) {
    by_assignment[share->assignment_id].push_back(share);
  }
  std::vector<Rated> rated;
  for (auto& [id, shares] : by_assignment) {
    const Id holder = charged_with(reader, id);
    const auto assignment = reader.find<Assignment>(id);
    if (!holder.is_nil() && assignment) rated.push_back({assignment, holder, std::move(shares)});
  }
  return rated;
}

void add_figures(const Rated& rated, std::map<Id, std::int64_t>& into) {
  for (const RatedPointer& share : rated.shares) {
    const bool has_it = share->roommate_id == rated.holder;
    into[share->roommate_id] += (has_it ? share->rating_micro : 0) - share->share_micro;
  }
}

}  // namespace

std::map<Id, std::int64_t> own_balances(const Reader& reader) {
  std::map<Id, std::int64_t> balances;
  for (const auto& row : reader.all<CycleShare>()) balances[row->roommate_id] += row->own_micro;
  for (const Rated& rated : rated_assignments(reader)) add_figures(rated, balances);
  return balances;
}

std::map<Id, std::int64_t> own_figures(const Reader& reader, const Id& cycle_id) {
  std::map<Id, std::int64_t> figures;
  for (const Rated& rated : rated_assignments(reader)) {
    if (rated.assignment->cycle_id == cycle_id) add_figures(rated, figures);
  }
  return figures;
}

bool OwnView::envies(const Id& other) const {
  return loads.at(roommate_id) - heaviest.at(roommate_id) > loads.at(other);
}

std::vector<OwnView> own_views(const Reader& reader) {
  std::map<Id, std::int64_t> nothing;
  for (const auto& roommate : reader.all<Roommate>()) {
    if (roommate->status == RoommateStatus::active) nothing[roommate->id] = 0;
  }
  const std::map<Id, std::int64_t> balances = own_balances(reader);
  std::map<Id, OwnView> views;
  for (const auto& [id, zero] : nothing) {
    const auto balance = balances.find(id);
    views[id] = {id, balance == balances.end() ? 0 : balance->second, nothing, nothing};
  }
  for (const Rated& rated : rated_assignments(reader)) {
    if (!nothing.contains(rated.holder)) continue;
    for (const RatedPointer& share : rated.shares) {
      const auto view = views.find(share->roommate_id);
      if (view == views.end()) continue;
      view->second.loads[rated.holder] += share->rating_micro;
      std::int64_t& heaviest = view->second.heaviest[rated.holder];
      heaviest = std::max(heaviest, share->rating_micro);
    }
  }
  std::vector<OwnView> in_order;
  for (auto& [id, view] : views) in_order.push_back(std::move(view));
  return in_order;
}

std::int64_t rating_at_run(const Reader& reader, const Assignment& assignment,
                           const Id& roommate_id) {
  const auto run = reader.find<AssignmentRun>(assignment.run_id);
  if (!run || assignment.type != ChoreType::random) return 0;
  const Result<RunInput> input = decode_run_input(run->input);
  if (!input || input->method != DivisionMethod::own_ratings) return 0;
  for (const RunChore& chore : input->chores) {
    if (chore.assignment_id != assignment.id) continue;
    for (const RatedShare& share : rated_shares(chore, input->people)) {
      if (share.roommate_id == roommate_id) return share.rating_micro;
    }
  }
  return 0;
}

Id charged_with(const Reader& reader, const Id& assignment_id) {
  std::map<Id, std::int64_t> net;
  for (const auto& entry : reader.where<LedgerEntry>("assignment_id", assignment_id)) {
    const bool charges = entry->kind == LedgerKind::assigned || entry->kind == LedgerKind::reversed;
    if (charges) net[entry->roommate_id] += entry->amount_micro;
  }
  for (const auto& [person, amount] : net) {
    if (amount > 0) return person;
  }
  return Id{};
}

}  // namespace rr
