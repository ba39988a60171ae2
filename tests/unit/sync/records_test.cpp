#include <doctest/doctest.h>

#include "shared/sync/client_records.h"
#include "shared/sync/tab_messages.h"
#include "tests/unit/support/home.h"

namespace rr {
namespace {

TEST_CASE("a scope's record is read as it was written") {
  sync::ScopeRecord record;
  record.kind = ScopeKind::person;
  record.mode = sync::ScopeMode::uploading;
  record.schema = kSchemaOldest;
  record.epoch = number_id(1);
  record.version = 12;
  record.membership = 3;
  record.last_number = 7;
  record.seen_at = Instant{1'700'000'000'000};
  const auto read = sync::decode_scope_record(sync::encode(record));
  REQUIRE(read.ok());
  CHECK(*read == record);
}

TEST_CASE("keys of the disk are split into what they are made of") {
  const std::string key = sync::queue_key(number_id(9), 41);
  const auto queue = sync::split_key(key);
  REQUIRE(queue.has_value());
  CHECK(queue->kind == 'q');
  CHECK(queue->scope == number_id(9));
  CHECK(sync::parse_number(queue->rest) == 41);
  CHECK_FALSE(sync::split_key("q/not-an-id/000000000001").has_value());
  CHECK_FALSE(sync::split_key("z/" + number_id(9).to_string()).has_value());
  CHECK_FALSE(sync::split_key("").has_value());
}

TEST_CASE("queue keys are in the order of their numbers") {
  CHECK(sync::queue_key(number_id(9), 9) < sync::queue_key(number_id(9), 10));
  CHECK(sync::queue_key(number_id(9), 99'999) < sync::queue_key(number_id(9), 100'000));
}

TEST_CASE("only decimal digits are a number") {
  CHECK(sync::parse_number("0") == 0);
  CHECK(sync::parse_number("000000000012") == 12);
  for (const char* text : {"", "-1", "1 ", "1e3", "9999999999999999999"}) {
    CHECK(sync::parse_number(text) == -1);
  }
}

TEST_CASE("tab messages are read as they were written, and nothing else is") {
  sync::TabMessage message;
  message.kind = sync::TabMessageKind::pong;
  message.is_server_reached = false;
  message.state = Hash128{3, 4};
  const auto pong = sync::decode_tab_message(sync::encode(message));
  REQUIRE(pong.ok());
  CHECK_FALSE(pong->is_server_reached);
  CHECK(pong->state == message.state);
  message.kind = sync::TabMessageKind::queued;
  message.scope = number_id(1);
  message.client = number_id(2);
  message.queued.number = 8;
  message.queued.mutation.id = number_id(3);
  message.queued.mutation.command = "chore.add";
  message.queued.mutation.arguments = "{}";
  const auto queued = sync::decode_tab_message(sync::encode(message));
  REQUIRE(queued.ok());
  CHECK(queued->queued == message.queued);
  CHECK_FALSE(sync::decode_tab_message("{}").ok());
  CHECK_FALSE(sync::decode_tab_message(R"({"kind":"shout"})").ok());
  for (const char* part : {"scope", "client", "number", "mutation"}) {
    std::string bytes = sync::encode(message);
    const auto place = bytes.find(std::string("\"") + part + "\":");
    REQUIRE(place != std::string::npos);
    const auto next = bytes.find(",\"", place);
    const bool is_last = std::string_view(part) == "mutation";
    bytes = is_last ? bytes.substr(0, place - 1) + "}" : bytes.erase(place, next - place + 1);
    CAPTURE(bytes);
    CHECK_FALSE(sync::decode_tab_message(bytes).ok());
  }
}

}  // namespace
}  // namespace rr
