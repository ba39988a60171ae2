#include "shared/sync/messages.h"

#include <doctest/doctest.h>

#include "shared/sync/client_records.h"
#include "shared/sync/tab_messages.h"
#include "tests/unit/support/home.h"

namespace rr {
namespace {

sync::Mutation some_mutation(std::uint8_t number) {
  sync::Mutation mutation;
  mutation.id = number_id(number);
  mutation.command = "roommate.add";
  mutation.meant_at = Instant{1'700'000'000'000};
  mutation.seen_at = Instant{1'699'999'999'999};
  mutation.arguments = R"({"id":"x","name":"Ana \"A\" 🧑‍🍳"})";
  return mutation;
}

sync::PushRequest some_push() {
  sync::PushRequest push;
  push.scope = number_id(1);
  push.client = number_id(2);
  push.acknowledged = 4;
  push.mutations = {{5, some_mutation(10)}, {6, some_mutation(11)}};
  return push;
}

sync::PullAnswer some_pull() {
  sync::PullAnswer pull;
  pull.server_time = Instant{1'700'000'000'000};
  pull.households = {number_id(1), number_id(2)};
  sync::ScopePatch page;
  page.scope = number_id(1);
  page.epoch = number_id(3);
  page.is_reset = true;
  page.rows = {{"roommate", number_id(4), R"({"id":"x"})"}, {"chore", number_id(5), ""}};
  page.next = sync::PagePlace{7, 3, number_id(5), 9};
  sync::ScopePatch last = page;
  last.next.reset();
  last.end = sync::PatchEnd{9, 2, 6, Hash128{1, 2}};
  sync::ScopePatch removed;
  removed.scope = number_id(6);
  removed.status = sync::PatchStatus::removed;
  pull.scopes = {page, last, removed};
  return pull;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t place = text.find(from);
  REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

template <class Message>
std::string refusal_of(const std::string& bytes) {
  const auto read = sync::decode<Message>(bytes);
  return read ? "" : read.error().code + ":" + read.error().field;
}

template <class Message>
void check_round_trip(const Message& message) {
  const std::string bytes = sync::encode(message);
  const auto read = sync::decode<Message>(bytes);
  REQUIRE(read.ok());
  CHECK(sync::encode(*read) == bytes);
}

TEST_CASE("every message of the protocol is read as it was written") {
  check_round_trip(some_push());
  check_round_trip(some_pull());
  sync::PushAnswer answer;
  answer.epoch = number_id(1);
  answer.version = 12;
  answer.last_number = 6;
  answer.server_time = Instant{1'700'000'000'000};
  answer.outcomes = {{5, number_id(10), sync::OutcomeStatus::applied, {}},
                     {6, number_id(11), sync::OutcomeStatus::refused,
                      refuse("name_taken", "Somebody is called so.", "name")}};
  check_round_trip(answer);
  sync::PullRequest pull;
  pull.schema = kSchemaOldest;
  pull.scopes = {{number_id(1), number_id(2), Id{}, 0, 0, 4, true, {}},
                 {number_id(3), number_id(4), number_id(5), 7, 1, 0, false,
                  sync::PagePlace{7, 2, number_id(6), 0}}};
  check_round_trip(pull);
  check_round_trip(sync::OutcomesRequest{kSchemaCurrent, number_id(1), {number_id(2)}});
  check_round_trip(sync::OutcomesAnswer{
      Instant{5},
      {{number_id(2), sync::OutcomeStatus::expired, refuse("outcome_expired", "Old")}}});
  check_round_trip(sync::Snapshot{kSchemaCurrent, number_id(1), {{"household", "{}"}}, {}});
}

TEST_CASE("an unknown, missing, repeated or ill-typed field is refused by its name") {
  const std::string bytes = sync::encode(some_push());
  CHECK(refusal_of<sync::PushRequest>(replaced(bytes, "\"epoch\"", "\"epochs\"")) ==
        "unknown_field:epochs");
  CHECK(refusal_of<sync::PushRequest>(replaced(bytes, "\"acknowledged\":4,", "")) ==
        "missing:acknowledged");
  CHECK(refusal_of<sync::PushRequest>(
            replaced(bytes, "\"acknowledged\":4", "\"acknowledged\":4,\"acknowledged\":4")) ==
        "repeated_field:acknowledged");
  CHECK(refusal_of<sync::PushRequest>(replaced(
            bytes, "\"acknowledged\":4", "\"acknowledged\":\"4\"")) == "wrong_type:acknowledged");
}

TEST_CASE("numbers outside their range, endless text and what follows a message are refused") {
  const std::string bytes = sync::encode(some_push());
  CHECK_FALSE(
      sync::decode<sync::PushRequest>(replaced(bytes, "\"number\":5", "\"number\":0")).ok());
  CHECK_FALSE(
      sync::decode<sync::PushRequest>(replaced(bytes, "\"acknowledged\":4", "\"acknowledged\":-1"))
          .ok());
  CHECK_FALSE(sync::decode<sync::PushRequest>(
                  replaced(bytes, "\"acknowledged\":4", "\"acknowledged\":9007199254740992"))
                  .ok());
  CHECK_FALSE(
      sync::decode<sync::PushRequest>(replaced(bytes, "roommate.add", std::string(65, 'x'))).ok());
  CHECK_FALSE(sync::decode<sync::PushRequest>(bytes + "{}").ok());
  CHECK_FALSE(sync::decode<sync::PushRequest>(bytes.substr(0, bytes.size() - 1)).ok());
  CHECK_FALSE(sync::decode<sync::PushRequest>("").ok());
}

TEST_CASE("a push of more than 64 changes is refused when it is read") {
  sync::PushRequest push = some_push();
  push.mutations.clear();
  for (std::int64_t number = 1; number <= 64; ++number) {
    push.mutations.push_back({number, some_mutation(10)});
  }
  CHECK(sync::decode<sync::PushRequest>(sync::encode(push)).ok());
  push.mutations.push_back({65, some_mutation(10)});
  CHECK(refusal_of<sync::PushRequest>(sync::encode(push)) == "too_many:mutations");
}

TEST_CASE("a change has the same content hash only while nothing of it differs") {
  const sync::Mutation mutation = some_mutation(10);
  sync::Mutation other = mutation;
  CHECK(sync::content_hash(mutation) == sync::content_hash(other));
  other.meant_at.unix_ms += 1;
  CHECK(sync::content_hash(mutation) != sync::content_hash(other));
  other = mutation;
  other.arguments = "{}";
  CHECK(sync::content_hash(mutation) != sync::content_hash(other));
}

TEST_CASE("a mutation from an older program keeps its schema on the way") {
  sync::Mutation mutation = some_mutation(10);
  mutation.schema = kSchemaOldest;
  const auto read = sync::decode_mutation(sync::encode_mutation(mutation));
  REQUIRE(read.ok());
  CHECK(*read == mutation);
}

TEST_CASE("a row's hash depends on its entity and on each of its bytes") {
  CHECK(sync::row_hash("chore", "{}") == sync::row_hash("chore", "{}"));
  CHECK(sync::row_hash("chore", "{}") != sync::row_hash("chor", "e{}"));
  CHECK(sync::row_hash("chore", "{}") != sync::row_hash("chore", "{ }"));
}

}  // namespace
}  // namespace rr
