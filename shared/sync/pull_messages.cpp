#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

constexpr std::size_t kHouseholds = 10'000;

constexpr std::array<std::string_view, 4> kPatchStatus{"patch", "removed", "unknown",
                                                       "epoch_changed"};

void write_place(JsonWriter& writer, const PagePlace& place) {
  writer.begin_object();
  writer.key("version").integer(place.version);
  writer.key("entity").integer(place.entity);
  writer.key("id");
  write_nullable(writer, place.id);
  writer.key("floor").integer(place.floor);
  writer.end_object();
}

JsonMember place_member(std::string_view name, std::optional<PagePlace>& out) {
  return {name,
          [&out](JsonReader& reader) -> Status {
            PagePlace place;
            std::int64_t entity = 0;
            const Status status =
                read_object(reader, {number_member("version", place.version, 0, kLargestNumber),
                                     number_member("entity", entity, 0, 255),
                                     nullable_id_member("id", place.id),
                                     number_member("floor", place.floor, 0, kLargestNumber)});
            if (!status) return status;
            place.entity = static_cast<std::uint8_t>(entity);
            out = place;
            return success();
          },
          Presence::optional};
}

Status read_cookie(JsonReader& reader, ScopeCookie& out) {
  return read_object(reader, {id_member("scope", out.scope), id_member("client", out.client),
                              nullable_id_member("epoch", out.epoch),
                              number_member("version", out.version, 0, kLargestNumber),
                              number_member("membership", out.membership, 0, kLargestNumber),
                              number_member("acknowledged", out.acknowledged, 0, kLargestNumber),
                              flag_member("is_reset_wanted", out.is_reset_wanted),
                              place_member("place", out.place)});
}

Status read_patch_row(JsonReader& reader, PatchRow& out) {
  JsonMember row = raw_member("row", out.bytes, kRowBytes);
  row.presence = Presence::optional;
  return read_object(reader,
                     {text_member("entity", out.entity, kNameBytes), id_member("id", out.id), row});
}

void write_patch_row(JsonWriter& writer, const PatchRow& row) {
  writer.begin_object();
  writer.key("entity").text(row.entity);
  writer.key("id").id(row.id);
  if (!row.bytes.empty()) writer.key("row").raw(row.bytes);
  writer.end_object();
}

JsonMember end_member(std::string_view name, std::optional<PatchEnd>& out) {
  return {name,
          [&out](JsonReader& reader) -> Status {
            PatchEnd end;
            const Status status = read_object(
                reader, {number_member("version", end.version, 0, kLargestNumber),
                         number_member("membership", end.membership, 0, kLargestNumber),
                         number_member("last_number", end.last_number, 0, kLargestNumber),
                         hash_member("checksum", end.checksum)});
            if (!status) return status;
            out = end;
            return success();
          },
          Presence::optional};
}

void write_end(JsonWriter& writer, const PatchEnd& end) {
  writer.begin_object();
  writer.key("version").integer(end.version);
  writer.key("membership").integer(end.membership);
  writer.key("last_number").integer(end.last_number);
  writer.key("checksum").text(end.checksum.to_string());
  writer.end_object();
}

Status read_patch(JsonReader& reader, ScopePatch& out) {
  // A page never holds more than the server's page, but an old server may have had other limits.
  return read_object(
      reader, {id_member("scope", out.scope), choice_member("status", kPatchStatus, out.status),
               nullable_id_member("epoch", out.epoch), flag_member("is_reset", out.is_reset),
               list_member("rows", out.rows, 16 * kRowsPerPage, read_patch_row),
               place_member("next", out.next), end_member("end", out.end)});
}

void write_patch(JsonWriter& writer, const ScopePatch& patch) {
  writer.begin_object();
  writer.key("scope").id(patch.scope);
  writer.key("status").text(kPatchStatus[static_cast<std::size_t>(patch.status)]);
  writer.key("epoch");
  write_nullable(writer, patch.epoch);
  writer.key("is_reset").boolean(patch.is_reset);
  writer.key("rows").begin_array();
  for (const PatchRow& row : patch.rows) write_patch_row(writer, row);
  writer.end_array();
  if (patch.next) {
    writer.key("next");
    write_place(writer, *patch.next);
  }
  if (patch.end) {
    writer.key("end");
    write_end(writer, *patch.end);
  }
  writer.end_object();
}

}  // namespace

std::string encode(const PullRequest& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("schema").integer(message.schema);
  writer.key("scopes").begin_array();
  for (const ScopeCookie& each : message.scopes) {
    writer.begin_object();
    writer.key("scope").id(each.scope);
    writer.key("client").id(each.client);
    writer.key("epoch");
    write_nullable(writer, each.epoch);
    writer.key("version").integer(each.version);
    writer.key("membership").integer(each.membership);
    writer.key("acknowledged").integer(each.acknowledged);
    writer.key("is_reset_wanted").boolean(each.is_reset_wanted);
    if (each.place) {
      writer.key("place");
      write_place(writer, *each.place);
    }
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<PullRequest> decode<PullRequest>(std::string_view bytes) {
  return read_whole<PullRequest>(bytes, [](JsonReader& reader, PullRequest& out) {
    return read_object(reader, {number_member("schema", out.schema),
                                list_member("scopes", out.scopes, kScopesPerPull, read_cookie)});
  });
}

std::string encode(const PullAnswer& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("server_time").integer(message.server_time.unix_ms);
  writer.key("households");
  write_ids(writer, message.households);
  writer.key("scopes").begin_array();
  for (const ScopePatch& each : message.scopes) write_patch(writer, each);
  writer.end_array();
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<PullAnswer> decode<PullAnswer>(std::string_view bytes) {
  return read_whole<PullAnswer>(bytes, [](JsonReader& reader, PullAnswer& out) {
    return read_object(reader, {instant_member("server_time", out.server_time),
                                ids_member("households", out.households, kHouseholds),
                                list_member("scopes", out.scopes, kScopesPerPull, read_patch)});
  });
}

}  // namespace rr::sync
