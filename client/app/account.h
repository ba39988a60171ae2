// Getting in, and what needs the server's answer: starting and joining a household, invitations,
// further devices, this device's data.
//
// Everything here takes time. A screen starts a job and reads its state in each later frame; a job
// that failed keeps its error until it is started again or cleared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

namespace rr::app {

enum class Job : std::uint8_t {
  start_household,
  preview_join,
  join,
  recover,  // a recovery code or a code for a further device
  list_invitations,
  invite,
  revoke,
  add_device,
  make_recovery_code,
  sync_household,  // a household of this device alone becomes a synced one
  erase_device,
  sign_out,
};
inline constexpr std::size_t kJobCount = 12;

enum class JobState : std::uint8_t { idle, busy, failed, done };

struct JobStatus {
  JobState state = JobState::idle;
  Error error;  // when failed; code `unreachable` when the server did not answer
};

enum class HouseholdPlace : std::uint8_t { synced, this_device_only };

struct NewHousehold {
  std::string household_name;
  std::string person_name;
  HouseholdPlace place = HouseholdPlace::synced;
};

struct FreeRoommate {
  Id id;
  std::string name;
};

struct JoinPreview {
  std::string household_name;
  std::vector<FreeRoommate> roommates;  // nobody is linked to them
};

struct JoinWish {
  std::string code;
  Id roommate;       // nil: "I am new here"
  std::string name;  // of a new roommate
};

struct OpenInvitation {
  Id id;
  Instant expires_at;
  std::int64_t uses_left = 1;
};

struct NewInvitation {
  std::string code;
  std::string link;
  Instant expires_at;
};

struct DeviceFacts {
  std::optional<std::int64_t> bytes_used;  // nullopt: the browser does not say
  bool is_persistent = false;
  std::size_t unsent_changes = 0;
};

// Whether the server answered the question who is here.
enum class ServerContact : std::uint8_t { asking, reached, unreachable };

class Account {
 public:
  virtual ~Account() = default;

  [[nodiscard]] virtual JobStatus status(Job job) const = 0;
  virtual void clear(Job job) = 0;

  [[nodiscard]] virtual ServerContact contact() const = 0;
  virtual void retry_connection() = 0;
  // Whether "Start a household" and "Join a household" work here: the server answers and takes
  // device accounts, or somebody is signed in.
  [[nodiscard]] virtual bool can_start_synced() const = 0;
  [[nodiscard]] virtual bool is_signed_in() const = 0;
  // The household lives on this device alone.
  [[nodiscard]] virtual bool is_device_only() const = 0;

  virtual void start_household(const NewHousehold& wish) = 0;
  virtual void preview_join(const std::string& code) = 0;
  [[nodiscard]] virtual const JoinPreview& join_preview() const = 0;
  virtual void join(const JoinWish& wish) = 0;
  virtual void recover(const std::string& code) = 0;

  virtual void list_invitations() = 0;
  [[nodiscard]] virtual const std::vector<OpenInvitation>& invitations() const = 0;
  virtual void invite() = 0;
  [[nodiscard]] virtual const NewInvitation& new_invitation() const = 0;
  virtual void revoke(const Id& invitation) = 0;
  virtual void add_device() = 0;
  [[nodiscard]] virtual const std::string& device_code() const = 0;
  // Shown once after a device account was made; empty when there is none to show.
  virtual void make_recovery_code() = 0;
  [[nodiscard]] virtual const std::string& recovery_code() const = 0;
  virtual void forget_recovery_code() = 0;

  virtual void sync_household() = 0;
  [[nodiscard]] virtual DeviceFacts device_facts() const = 0;
  // The text of changes that no server has, one per line, to be kept elsewhere.
  [[nodiscard]] virtual std::string export_unsent() const = 0;
  // Deletes everything of this person in this browser.
  virtual void erase_device() = 0;
  virtual void sign_out() = 0;
};

}  // namespace rr::app
