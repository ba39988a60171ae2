#include "tests/sim/broken_storage.h"

#include <algorithm>

#include "tests/sim/broken_rules.h"

namespace rr::sim {
namespace {

using sync::ClientKey;
using sync::ScopeState;
using sync::StoredOutcome;

// A storage broken by the class `Unit`, which is made anew for each unit of work.
template <class Unit>
class Each final : public BrokenStorage {
 public:
  std::unique_ptr<sync::ServerStorage> wrap(sync::ServerStorage& unit,
                                            const sync::PushRequest* push) override {
    return std::make_unique<Unit>(unit, push);
  }
};

struct Unit : ForwardingStorage {
  Unit(sync::ServerStorage& inner, const sync::PushRequest* push_now)
      : ForwardingStorage(inner), push(push_now) {}
  const sync::PushRequest* push;
};

struct KeepsNumber final : Unit {
  using Unit::Unit;
  void put_last_number(const ClientKey& key, std::int64_t number) override {
    const auto last = inner_.find_outcome(key, number);
    const bool is_refused = last && last->outcome.status == sync::OutcomeStatus::refused;
    inner_.put_last_number(key, is_refused ? number - 1 : number);
  }
};

struct ForgetsTombstones final : Unit {
  using Unit::Unit;
  void erase_row(const Id& scope, std::int64_t version, const EntityInfo& entity, const Id& id,
                 Instant) override {
    // Older than everything: gone with the first cleaning, which is now.
    inner_.erase_row(scope, version, entity, id, Instant{0});
    inner_.purge_tombstones(scope, Instant{1});
  }
};

struct LosesOutcomes final : Unit {
  using Unit::Unit;
  void put_outcome(const ClientKey& key, const StoredOutcome& outcome, Instant now) override {
    if (outcome.outcome.status == sync::OutcomeStatus::applied) {
      inner_.put_outcome(key, outcome, now);
    }
  }
};

struct SkipsGaps final : Unit {
  using Unit::Unit;
  std::int64_t last_number(const ClientKey& key) override {
    const std::int64_t last = inner_.last_number(key);
    if (push == nullptr || push->mutations.empty()) return last;
    return std::max({last, push->mutations.front().number - 1, push->acknowledged});
  }
};

// The version is read before the lock is held: every other change gets the one before it again.
struct ReadsVersionEarly final : Unit {
  using Unit::Unit;
  std::optional<ScopeState> lock_scope(const Id& scope) override {
    auto state = inner_.lock_scope(scope);
    if (state && state->version > 20 && state->version % 2 == 1) --state->version;
    return state;
  }
};

struct AcceptsCopies final : Unit {
  using Unit::Unit;
  std::optional<StoredOutcome> find_outcome(const ClientKey& key, std::int64_t number) override {
    auto found = inner_.find_outcome(key, number);
    if (!found || push == nullptr) return found;
    for (const auto& each : push->mutations) {
      if (each.number != number) continue;
      found->content = sync::content_hash(each.mutation);
      found->outcome.id = each.mutation.id;
    }
    return found;
  }
};

struct KeepsEpoch final : Unit {
  using Unit::Unit;
  void put_scope(const ScopeState& state) override {
    ScopeState kept = state;
    if (const auto before = inner_.read_scope(state.scope)) kept.epoch = before->epoch;
    inner_.put_scope(kept);
  }
};

struct KeepsChecksum final : Unit {
  using Unit::Unit;
  void erase_row(const Id& scope, std::int64_t version, const EntityInfo& entity, const Id& id,
                 Instant now) override {
    has_erased = true;
    inner_.erase_row(scope, version, entity, id, now);
  }
  void put_scope(const ScopeState& state) override {
    ScopeState kept = state;
    const auto before = inner_.read_scope(state.scope);
    if (has_erased && before) kept.checksums = before->checksums;
    inner_.put_scope(kept);
  }
  bool has_erased = false;
};

struct ServesRemoved final : Unit {
  using Unit::Unit;
  std::optional<sync::Membership> membership(const Id& account, const Id& household) override {
    auto found = inner_.membership(account, household);
    if (found && push == nullptr) found->is_member = true;
    return found;
  }
};

// The first row of the household's page is somebody's settings.
struct MixesScopes final : Unit {
  using Unit::Unit;
  std::vector<sync::ChangedRow> changes_after(const Id& scope, const sync::PagePlace& place,
                                              std::size_t limit) override {
    auto rows = inner_.changes_after(scope, place, limit);
    const auto state = inner_.read_scope(scope);
    const bool is_household = state && state->kind == ScopeKind::household;
    if (!is_household || rows.empty()) return rows;
    const EntityInfo& entity = describe<PersonalSettings>();
    for (const auto& member : inner_.rows(scope)->all<Member>()) {
      if (RowPointer row = inner_.rows(member->id)->find_row(entity, member->id)) {
        rows.front() = {&entity, member->id, rows.front().version, std::move(row)};
        break;
      }
    }
    return rows;
  }
};

// A number is used up although the storage failed.
class MovesNumberOnFault final : public BrokenStorage {
 public:
  std::unique_ptr<sync::ServerStorage> wrap(sync::ServerStorage& unit,
                                            const sync::PushRequest*) override {
    return std::make_unique<ForwardingStorage>(unit);
  }
  void after_fault(ServerData& data, const sync::PushRequest* push, const Id& account) override {
    if (push != nullptr) ++data.last_numbers[{push->scope, account, push->client}];
  }
};

}  // namespace

std::unique_ptr<BrokenStorage> make_broken_storage(Broken broken) {
  switch (broken) {
    case Broken::number_kept_on_refusal: return std::make_unique<Each<KeepsNumber>>();
    case Broken::number_moved_on_fault: return std::make_unique<MovesNumberOnFault>();
    case Broken::two_snapshots: return make_two_snapshots();
    case Broken::tombstone_forgotten: return std::make_unique<Each<ForgetsTombstones>>();
    case Broken::personal_row_in_household: return std::make_unique<Each<MixesScopes>>();
    case Broken::outcome_lost: return std::make_unique<Each<LosesOutcomes>>();
    case Broken::gap_skipped: return std::make_unique<Each<SkipsGaps>>();
    case Broken::version_outside_lock: return std::make_unique<Each<ReadsVersionEarly>>();
    case Broken::copied_profile_accepted: return std::make_unique<Each<AcceptsCopies>>();
    case Broken::epoch_kept_after_restore: return std::make_unique<Each<KeepsEpoch>>();
    case Broken::checksum_not_updated: return std::make_unique<Each<KeepsChecksum>>();
    case Broken::removed_member_served: return std::make_unique<Each<ServesRemoved>>();
    case Broken::late_truth_twice: return make_late_truth_twice();
    case Broken::cycle_closed_twice: return make_cycle_closed_twice();
    default: return nullptr;
  }
}

}  // namespace rr::sim
