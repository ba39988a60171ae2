// An account whose every job succeeds at once: for tests of screens and the gallery of widgets.
#pragma once

#include <array>

#include "client/app/account.h"

namespace rr::app {

class MemoryAccount final : public Account {
 public:
  // What the next job answers instead of success.
  void fail_next(Error error) { next_error_ = std::move(error); }
  // A job stays busy until finish_all().
  void hold_jobs() { are_jobs_held_ = true; }
  void finish_all();

  [[nodiscard]] JobStatus status(Job job) const override { return jobs_[place(job)]; }
  void clear(Job job) override { jobs_[place(job)] = {}; }
  [[nodiscard]] ServerContact contact() const override { return contact_; }
  void retry_connection() override { contact_ = ServerContact::reached; }
  void set_contact(ServerContact contact) { contact_ = contact; }
  [[nodiscard]] bool can_start_synced() const override {
    return contact_ == ServerContact::reached;
  }
  [[nodiscard]] bool is_signed_in() const override { return true; }
  [[nodiscard]] bool is_device_only() const override { return is_device_only_; }
  void set_device_only(bool is_device_only) { is_device_only_ = is_device_only; }
  void start_household(const NewHousehold& wish) override;
  [[nodiscard]] const NewHousehold& started() const { return started_; }
  void preview_join(const std::string& code) override;
  [[nodiscard]] const JoinPreview& join_preview() const override { return preview_; }
  void join(const JoinWish& wish) override;
  [[nodiscard]] const JoinWish& joined() const { return joined_; }
  void recover(const std::string& code) override;
  [[nodiscard]] const std::string& recovered() const { return recovered_; }
  void list_invitations() override { begin(Job::list_invitations); }
  [[nodiscard]] const std::vector<OpenInvitation>& invitations() const override {
    return invitations_;
  }
  void invite() override;
  [[nodiscard]] const NewInvitation& new_invitation() const override { return new_invitation_; }
  void revoke(const Id& invitation) override;
  void add_device() override { begin(Job::add_device); }
  [[nodiscard]] const std::string& device_code() const override { return device_code_; }
  void make_recovery_code() override { begin(Job::make_recovery_code); }
  [[nodiscard]] const std::string& recovery_code() const override { return recovery_code_; }
  void set_recovery_code(std::string code) { recovery_code_ = std::move(code); }
  void forget_recovery_code() override { recovery_code_.clear(); }
  void sync_household() override;
  [[nodiscard]] DeviceFacts device_facts() const override { return facts_; }
  void set_device_facts(const DeviceFacts& facts) { facts_ = facts; }
  [[nodiscard]] std::string export_unsent() const override { return "unsent\n"; }
  void erase_device() override { begin(Job::erase_device); }
  void sign_out() override { begin(Job::sign_out); }

 private:
  [[nodiscard]] static std::size_t place(Job job) { return static_cast<std::size_t>(job); }
  void begin(Job job);

  std::array<JobStatus, kJobCount> jobs_;
  Error next_error_;
  bool are_jobs_held_ = false;
  bool is_device_only_ = false;
  ServerContact contact_ = ServerContact::reached;
  NewHousehold started_;
  JoinWish joined_;
  std::string recovered_;
  JoinPreview preview_;
  std::vector<OpenInvitation> invitations_;
  NewInvitation new_invitation_;
  std::string device_code_ = "ABCD-EFGH";
  std::string recovery_code_;
  DeviceFacts facts_;
};

}  // namespace rr::app
