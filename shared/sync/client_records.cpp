#include "shared/sync/client_records.h"

#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

constexpr std::array<std::string_view, 2> kKinds{"household", "person"};
constexpr std::array<std::string_view, 3> kModes{"synced", "local", "uploading"};
constexpr std::size_t kUnsentChanges = 100'000;
constexpr std::size_t kNumberDigits = 12;
constexpr std::size_t kTimeDigits = 14;
constexpr std::size_t kIdLetters = 36;

std::string padded(std::int64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string key_of(char kind, const Id& scope) {
  return std::string(1, kind) + "/" + scope.to_string();
}

JsonMember mutation_member(std::string_view name, Mutation& out) {
  return {name, [&out](JsonReader& reader) -> Status {
            Result<Mutation> mutation = read_mutation(reader);
            if (!mutation) return mutation.error();
            out = std::move(*mutation);
            return success();
          }};
}

}  // namespace

std::string encode(const ScopeRecord& record) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("kind").text(kKinds[static_cast<std::size_t>(record.kind)]);
  writer.key("mode").text(kModes[static_cast<std::size_t>(record.mode)]);
  writer.key("schema").integer(record.schema);
  writer.key("epoch");
  write_nullable(writer, record.epoch);
  writer.key("version").integer(record.version);
  writer.key("membership").integer(record.membership);
  writer.key("last_number").integer(record.last_number);
  writer.key("seen_at").integer(record.seen_at.unix_ms);
  writer.key("is_reset_wanted").boolean(record.is_reset_wanted);
  writer.end_object();
  return std::move(writer).bytes();
}

Result<ScopeRecord> decode_scope_record(std::string_view bytes) {
  return read_whole<ScopeRecord>(bytes, [](JsonReader& reader, ScopeRecord& out) {
    return read_object(
        reader, {choice_member("kind", kKinds, out.kind), choice_member("mode", kModes, out.mode),
                 number_member("schema", out.schema), nullable_id_member("epoch", out.epoch),
                 number_member("version", out.version, 0, kLargestNumber),
                 number_member("membership", out.membership, 0, kLargestNumber),
                 number_member("last_number", out.last_number, 0, kLargestNumber),
                 instant_member("seen_at", out.seen_at),
                 flag_member("is_reset_wanted", out.is_reset_wanted)});
  });
}

std::string encode(const RefusedRecord& record) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("mutation");
  write_mutation(writer, record.mutation);
  writer.key("error");
  write_error(writer, record.error);
  writer.key("at").integer(record.at.unix_ms);
  writer.end_object();
  return std::move(writer).bytes();
}

Result<RefusedRecord> decode_refused_record(std::string_view bytes) {
  return read_whole<RefusedRecord>(bytes, [](JsonReader& reader, RefusedRecord& out) {
    return read_object(reader, {mutation_member("mutation", out.mutation),
                                error_member("error", out.error), instant_member("at", out.at)});
  });
}

std::string encode(const QuarantineRecord& record) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("removed_at").integer(record.removed_at.unix_ms);
  writer.key("unsent").begin_array();
  for (const Mutation& mutation : record.unsent) write_mutation(writer, mutation);
  writer.end_array();
  writer.end_object();
  return std::move(writer).bytes();
}

Result<QuarantineRecord> decode_quarantine_record(std::string_view bytes) {
  return read_whole<QuarantineRecord>(bytes, [](JsonReader& reader, QuarantineRecord& out) {
    return read_object(reader,
                       {instant_member("removed_at", out.removed_at),
                        list_member<Mutation>("unsent", out.unsent, kUnsentChanges,
                                              [](JsonReader& inner, Mutation& mutation) {
                                                return mutation_member("", mutation).read(inner);
                                              })});
  });
}

std::string scope_key(const Id& scope) { return key_of('s', scope); }
std::string client_key(const Id& scope) { return key_of('c', scope); }
std::string counter_key(const Id& scope) { return key_of('n', scope); }
std::string base_key(const Id& scope, std::string_view entity, const Id& id) {
  return key_of('b', scope) + "/" + std::string(entity) + "/" + id.to_string();
}
std::string queue_prefix(const Id& scope) { return key_of('q', scope) + "/"; }
std::string queue_key(const Id& scope, std::int64_t number) {
  return queue_prefix(scope) + padded(number, kNumberDigits);
}
std::string refused_key(const Id& scope, const Id& mutation) {
  return key_of('r', scope) + "/" + mutation.to_string();
}
std::string acknowledged_key(const Id& scope, Instant at, std::int64_t number) {
  return key_of('a', scope) + "/" + padded(at.unix_ms, kTimeDigits) + "/" +
         padded(number, kNumberDigits);
}
std::string quarantine_key(const Id& scope) { return key_of('x', scope); }

std::optional<KeyParts> split_key(std::string_view key) {
  constexpr std::string_view kinds = "scnbqrax";
  if (key.size() < 2 + kIdLetters || key[1] != '/') return std::nullopt;
  if (kinds.find(key[0]) == std::string_view::npos) return std::nullopt;
  const auto scope = parse_id(key.substr(2, kIdLetters));
  if (!scope) return std::nullopt;
  std::string_view rest = key.substr(2 + kIdLetters);
  if (!rest.empty()) rest.remove_prefix(1);
  return KeyParts{key[0], *scope, rest};
}

std::int64_t parse_number(std::string_view text) {
  if (text.empty() || text.size() > 18) return -1;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace rr::sync
