// make_seeds DIRECTORY TIME_ZONES: writes what the fuzzers begin with, one folder each, in the
// formats of today: rows, commands, messages and records of a small household, a request, the time
// zones.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "server/ops/built_in_time_zones.h"
#include "shared/commands/household_start.h"
#include "shared/sync/client_records.h"
#include "shared/sync/tab_messages.h"
#include "tests/unit/support/home.h"

namespace rr {
namespace {

class Seeds {
 public:
  explicit Seeds(std::filesystem::path root) : root_(std::move(root)) {}

  void add(std::string_view fuzzer, std::string_view bytes) {
    const auto folder = root_ / fuzzer;
    std::filesystem::create_directories(folder);
    std::ofstream file(folder / std::to_string(++count_), std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    is_written_ = is_written_ && file.good();
  }
  [[nodiscard]] bool is_written() const { return is_written_; }

 private:
  std::filesystem::path root_;
  int count_ = 0;
  bool is_written_ = true;
};

// The rows of a household that was just started, in the order of entities.
std::vector<sync::SnapshotRow> first_rows() {
  Home home;
  home.context.time_zones = &built_in_time_zones();
  StartHousehold start;
  start.household_name = "Home";
  start.person_name = "Ana \"A\" 🧑‍🍳";
  start.roommate_id = number_id(21);
  std::vector<sync::SnapshotRow> rows;
  if (!home.run(start).empty()) return rows;
  for (const EntityInfo& entity : all_entities()) {
    home.store.each_row(entity, [&](const Id&, const RowPointer& row) {
      rows.push_back({std::string(entity.name), encode_row(entity, row.get())});
    });
  }
  return rows;
}

sync::Mutation some_mutation() {
  sync::Mutation mutation;
  mutation.id = number_id(31);
  mutation.command = "roommate.remove";
  mutation.meant_at = mutation.seen_at = Instant{1'700'000'000'000};
  mutation.arguments = "{\"id\":\"" + number_id(21).to_string() + "\"}";
  return mutation;
}

void add_rows_and_commands(Seeds& seeds) {
  for (const sync::SnapshotRow& row : first_rows()) seeds.add("decode_row", row.bytes);
  for (const EntityInfo& entity : all_entities()) {
    seeds.add("decode_row", encode_row(entity, entity.make().get()));
  }
  for (const CommandInfo* info : all_commands()) {
    JsonWriter writer;
    write_fields(writer, info->fields, info->make().get(), kSchemaCurrent,
                 all_fields(info->fields));
    seeds.add("decode_command", writer.bytes());
  }
}

void add_messages(Seeds& seeds) {
  sync::PushRequest push;
  push.scope = number_id(1);
  push.client = number_id(2);
  push.mutations = {{1, some_mutation()}};
  seeds.add("sync_messages", sync::encode(push));
  sync::PushAnswer push_answer;
  push_answer.outcomes = {{1, number_id(31), sync::OutcomeStatus::applied, {}},
                          {2, number_id(32), sync::OutcomeStatus::refused, {"no", "No.", "id"}}};
  seeds.add("sync_messages", sync::encode(push_answer));
  sync::PullRequest pull;
  pull.scopes.resize(1);
  pull.scopes[0].place = sync::PagePlace{7, 3, number_id(5), 9};
  seeds.add("sync_messages", sync::encode(pull));
  sync::PullAnswer pull_answer;
  pull_answer.households = {number_id(1)};
  pull_answer.scopes.resize(1);
  pull_answer.scopes[0].rows = {{"roommate", number_id(4), "{}"}, {"chore", number_id(5), ""}};
  pull_answer.scopes[0].end = sync::PatchEnd{9, 2, 6, Hash128{1, 2}};
  seeds.add("sync_messages", sync::encode(pull_answer));
  sync::OutcomesRequest outcomes;
  outcomes.ids = {number_id(31)};
  seeds.add("sync_messages", sync::encode(outcomes));
  seeds.add("sync_messages", sync::encode(sync::OutcomesAnswer{}));
  sync::Snapshot snapshot;
  snapshot.household = number_id(200);
  snapshot.household_rows = first_rows();
  seeds.add("sync_messages", sync::encode(snapshot));
  seeds.add("upload", sync::encode(snapshot));
  seeds.add("json_reader", sync::encode(snapshot));
}

void add_records(Seeds& seeds) {
  seeds.add("stored_records", sync::encode(sync::ScopeRecord{}));
  seeds.add("stored_records",
            sync::encode(sync::RefusedRecord{some_mutation(), {"no", "No.", "id"}, {}}));
  seeds.add("stored_records", sync::encode(sync::QuarantineRecord{{}, {some_mutation()}}));
  seeds.add("stored_records", sync::encode_mutation(some_mutation()));
  seeds.add("stored_records", sync::queue_key(number_id(1), 12));
  sync::TabMessage told;
  told.kind = sync::TabMessageKind::queued;
  told.queued = {1, some_mutation()};
  seeds.add("stored_records", sync::encode(told));
  told.kind = sync::TabMessageKind::pong;
  seeds.add("stored_records", sync::encode(told));
}

void add_texts(Seeds& seeds) {
  seeds.add("catalogue", "Done\2Erledigt\1Undo\2R\u00fcckg\u00e4ngig\1");
  seeds.add("json_reader", R"({"a":[1,-2,true,null,"\u00e9\ud83e\uddd1\n"],"b":{}})");
  seeds.add("request_head",
            "POST /api/sync/push?x=1 HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 12\r\n"
            "Content-Type: application/json\r\nCookie: rr=abc\r\nExpect: 100-continue\r\n"
            "Connection: close\r\n\r\n");
  seeds.add("request_head", "GET / HTTP/1.0\r\n\r\n");
  for (const std::string_view text :
       {"rr=abc; other=1", "https://roomies.example", "10.0.0.0/8, ::1, 192.0.2.7", "ABCDE-12345",
        "o1lab-cde23", "A\xcc\x88"}) {
    seeds.add("request_values", text);
  }
  for (const std::string_view text : {"2026-11-24", "0192f0c1-2b3c-7d4e-8f50-112233445566",
                                      "/join#ABCDE-12345", "/chores/new", " Ana \xe3\x80\x80",
                                      "Stra\xc3\x9f"
                                      "e"}) {
    seeds.add("text", text);
  }
}

}  // namespace
}  // namespace rr

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "make_seeds DIRECTORY TIME_ZONES\n";
    return 2;
  }
  rr::Seeds seeds(argv[1]);
  rr::add_rows_and_commands(seeds);
  rr::add_messages(seeds);
  rr::add_records(seeds);
  rr::add_texts(seeds);
  std::ifstream file(argv[2], std::ios::binary);
  const std::string zones{std::istreambuf_iterator<char>(file), {}};
  seeds.add("time_zones", zones);
  return file.good() && seeds.is_written() && !rr::first_rows().empty() ? 0 : 1;
}
