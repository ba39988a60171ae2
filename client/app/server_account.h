// Getting in through the server's endpoints and the sync engine.
#pragma once

#include <array>
#include <map>

#include "client/app/account.h"
#include "client/app/engine_port.h"

namespace rr::app {

// What the account changes about the session it belongs to.
class AccountHost {
 public:
  virtual ~AccountHost() = default;
  // The open profile; nullptr before anybody is in.
  [[nodiscard]] virtual EnginePort* port() = 0;
  [[nodiscard]] virtual Id person_id() const = 0;
  [[nodiscard]] virtual Id household_id() const = 0;
  virtual void open_profile(const Id& person) = 0;
  virtual void close_profile() = 0;
  virtual void account_changed() = 0;
};

class ServerAccount final : public Account {
 public:
  explicit ServerAccount(AccountHost& host) : host_(host) {}

  // Asks who is signed in; take() learns it.
  void ask_session();
  // True when the event was an answer to this.
  bool take(const platform::Event& event);
  // Goes on with jobs that wait for the engine. Call after every change.
  void advance();
  [[nodiscard]] const std::string& csrf() const { return csrf_; }

  [[nodiscard]] JobStatus status(Job job) const override { return jobs_[place(job)]; }
  void clear(Job job) override { jobs_[place(job)] = {}; }
  [[nodiscard]] ServerContact contact() const override { return contact_; }
  void retry_connection() override { ask_session(); }
  [[nodiscard]] bool can_start_synced() const override;
  [[nodiscard]] bool is_signed_in() const override { return !account_id_.is_nil(); }
  [[nodiscard]] bool is_device_only() const override;
  void start_household(const NewHousehold& wish) override;
  void preview_join(const std::string& code) override;
  [[nodiscard]] const JoinPreview& join_preview() const override { return preview_; }
  void join(const JoinWish& wish) override;
  void recover(const std::string& code) override;
  void list_invitations() override;
  [[nodiscard]] const std::vector<OpenInvitation>& invitations() const override {
    return invitations_;
  }
  void invite() override;
  [[nodiscard]] const NewInvitation& new_invitation() const override { return new_invitation_; }
  void revoke(const Id& invitation) override;
  void add_device() override;
  [[nodiscard]] const std::string& device_code() const override { return device_code_; }
  void make_recovery_code() override;
  [[nodiscard]] const std::string& recovery_code() const override { return recovery_code_; }
  void forget_recovery_code() override { recovery_code_.clear(); }
  void sync_household() override;
  [[nodiscard]] DeviceFacts device_facts() const override;
  [[nodiscard]] std::string export_unsent() const override;
  void erase_device() override;
  void sign_out() override;

 private:
  // Kept while the session of an erased device has still to be ended.
  static constexpr std::string_view kLeaveSetting = "roomieroster.leave";
  // Kept from the wish to have a household synced until the server has it: a page that was closed
  // between goes on with it at its next start.
  static constexpr std::string_view kUploadSetting = "roomieroster.upload";
  enum class Ask : std::uint8_t { session, device_account, erase, leave, persist, job };
  struct Asked {
    Ask ask = Ask::job;
    Job job = Job::join;
  };

  [[nodiscard]] static std::size_t place(Job job) { return static_cast<std::size_t>(job); }
  void begin(Job job);
  void finish(Job job);
  void fail(Job job, Error error);
  void send(Asked asked, std::string_view method, std::string_view path, std::string_view body);
  void ask_device_account(Job job, const std::string& name);
  void took_session(int status, std::string_view body);
  void took_leave(int status);
  void took_answer(const Asked& asked, std::string_view body);
  void signed_in(std::string_view body);
  void took_preview(std::string_view body);
  void took_invitations(std::string_view body);
  void took_invitation(std::string_view body);
  void took_join(std::string_view body);
  void make_household();
  void advance_start();
  void resume_upload();
  void advance_upload();
  void end_upload(const Status& status);
  void advance_entry(Job job);
  void ensure_person_scope();

  AccountHost& host_;
  std::array<JobStatus, kJobCount> jobs_;
  std::map<std::uint32_t, Asked> asked_;
  std::uint32_t next_token_ = 0;
  Id account_id_;
  std::string csrf_;
  ServerContact contact_ = ServerContact::asking;
  bool takes_device_accounts_ = false;
  NewHousehold new_household_;
  Id new_household_id_;
  bool is_upload_wished_ = false;  // by an earlier page
  bool is_upload_seen_ = false;    // the household is on its way, or was
  JoinPreview preview_;
  JoinWish join_wish_;
  Id join_request_;
  Id joined_household_;
  std::vector<OpenInvitation> invitations_;
  NewInvitation new_invitation_;
  std::string device_code_;
  std::string recovery_code_;
  bool is_persistent_ = false;
  std::optional<std::int64_t> bytes_used_;
};

}  // namespace rr::app
