#include "client/app/memory_account.h"

#include <algorithm>
#include <utility>

namespace rr::app {

void MemoryAccount::begin(Job job) {
  const bool fails = !next_error_.code.empty();
  JobState state = fails ? JobState::failed : JobState::done;
  if (are_jobs_held_) state = JobState::busy;
  jobs_[place(job)] = {state, are_jobs_held_ ? Error{} : std::exchange(next_error_, {})};
}

void MemoryAccount::finish_all() {
  for (JobStatus& each : jobs_) {
    if (each.state == JobState::busy) each.state = JobState::done;
  }
}

void MemoryAccount::start_household(const NewHousehold& wish) {
  started_ = wish;
  begin(Job::start_household);
}

void MemoryAccount::join(const JoinWish& wish) {
  joined_ = wish;
  begin(Job::join);
}

void MemoryAccount::recover(const std::string& code) {
  recovered_ = code;
  begin(Job::recover);
}

void MemoryAccount::preview_join(const std::string& code) {
  preview_ = {"Maple Street", {{derive_id(Id{}, code, 1), "Ben"}}};
  begin(Job::preview_join);
}

void MemoryAccount::invite() {
  const auto count = static_cast<std::uint64_t>(invitations_.size());
  invitations_.push_back({derive_id(Id{}, "invitation", count), Instant{}, 1});
  new_invitation_ = {"CODE-" + std::to_string(count), "http://localhost/join#CODE", Instant{}};
  begin(Job::invite);
}

void MemoryAccount::revoke(const Id& invitation) {
  std::erase_if(invitations_, [&](const auto& each) { return each.id == invitation; });
  begin(Job::revoke);
}

void MemoryAccount::sync_household() {
  is_device_only_ = false;
  begin(Job::sync_household);
}

}  // namespace rr::app
