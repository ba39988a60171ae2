#include "shared/sync/message_parts.h"

namespace rr::sync {
namespace {

Status read_known(JsonReader& reader, KnownOutcome& out) {
  return read_object(reader,
                     {id_member("id", out.id), choice_member("status", kOutcomeStatus, out.status),
                      error_member("error", out.error)});
}

Status read_snapshot_row(JsonReader& reader, SnapshotRow& out) {
  return read_object(reader, {text_member("entity", out.entity, kNameBytes),
                              raw_member("row", out.bytes, kRowBytes)});
}

void write_snapshot_rows(JsonWriter& writer, const std::vector<SnapshotRow>& rows) {
  writer.begin_array();
  for (const SnapshotRow& row : rows) {
    writer.begin_object();
    writer.key("entity").text(row.entity);
    writer.key("row").raw(row.bytes);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

std::string encode(const OutcomesRequest& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("schema").integer(message.schema);
  writer.key("scope").id(message.scope);
  writer.key("ids");
  write_ids(writer, message.ids);
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<OutcomesRequest> decode<OutcomesRequest>(std::string_view bytes) {
  return read_whole<OutcomesRequest>(bytes, [](JsonReader& reader, OutcomesRequest& out) {
    return read_object(reader, {number_member("schema", out.schema), id_member("scope", out.scope),
                                ids_member("ids", out.ids, kIdsPerOutcomesRequest)});
  });
}

std::string encode(const OutcomesAnswer& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("server_time").integer(message.server_time.unix_ms);
  writer.key("known").begin_array();
  for (const KnownOutcome& each : message.known) {
    writer.begin_object();
    writer.key("id").id(each.id);
    writer.key("status").text(kOutcomeStatus[static_cast<std::size_t>(each.status)]);
    if (each.status != OutcomeStatus::applied) {
      writer.key("error");
      write_error(writer, each.error);
    }
    writer.end_object();
  }
  writer.end_array();
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<OutcomesAnswer> decode<OutcomesAnswer>(std::string_view bytes) {
  return read_whole<OutcomesAnswer>(bytes, [](JsonReader& reader, OutcomesAnswer& out) {
    return read_object(reader,
                       {instant_member("server_time", out.server_time),
                        list_member("known", out.known, kIdsPerOutcomesRequest, read_known)});
  });
}

std::string encode(const Snapshot& message) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("schema").integer(message.schema);
  writer.key("household").id(message.household);
  writer.key("household_rows");
  write_snapshot_rows(writer, message.household_rows);
  writer.key("person_rows");
  write_snapshot_rows(writer, message.person_rows);
  writer.end_object();
  return std::move(writer).bytes();
}

template <>
Result<Snapshot> decode<Snapshot>(std::string_view bytes) {
  return read_whole<Snapshot>(bytes, [](JsonReader& reader, Snapshot& out) {
    return read_object(
        reader,
        {number_member("schema", out.schema), id_member("household", out.household),
         list_member("household_rows", out.household_rows, kSnapshotRows, read_snapshot_row),
         list_member("person_rows", out.person_rows, kSnapshotRows, read_snapshot_row)});
  });
}

}  // namespace rr::sync
