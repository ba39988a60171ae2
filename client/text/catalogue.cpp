#include "client/text/catalogue.h"

namespace rr::text {
namespace {

constexpr char kRecordEnd = '\1';
constexpr char kKeyEnd = '\2';

}  // namespace

bool is_catalogue(std::string_view bytes) {
  std::string_view last;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find(kRecordEnd);
    if (end == std::string_view::npos) return false;
    const std::string_view record = bytes.substr(0, end);
    const std::size_t split = record.find(kKeyEnd);
    const bool is_whole = split != std::string_view::npos && split + 1 < end &&
                          record.find(kKeyEnd, split + 1) == std::string_view::npos;
    const std::string_view key = record.substr(0, split);
    if (!is_whole || key <= last) return false;
    last = key;
    bytes.remove_prefix(end + 1);
  }
  return true;
}

std::string_view find_text(std::string_view bytes, std::string_view key) {
  while (!bytes.empty()) {
    // The record that the middle is in.
    const std::size_t before = bytes.rfind(kRecordEnd, (bytes.size() - 1) / 2);
    const bool is_first = before == std::string_view::npos || before + 1 == bytes.size();
    const std::size_t start = is_first ? 0 : before + 1;
    const std::size_t end = bytes.find(kRecordEnd, start);
    const std::string_view record = bytes.substr(start, end - start);
    const std::size_t split = record.find(kKeyEnd);
    const int order = key.compare(record.substr(0, split));
    if (order == 0) return record.substr(split + 1);
    bytes = order < 0 ? bytes.substr(0, start) : bytes.substr(end + 1);
  }
  return {};
}

}  // namespace rr::text
