#include "server/http/static_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/http/answers.h"
#include "server/http/security_headers.h"
#include "shared/base/hash.h"
#include "shared/base/text.h"

namespace rr {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> kTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".jpg", "image/jpeg"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".otf", "font/otf"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/plain; charset=utf-8"},
    {".xml", "application/xml; charset=utf-8"},
}};

Result<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  if (!in || !(bytes << in.rdbuf())) return refuse("not_found", "There is no such file.");
  return std::move(bytes).str();
}

bool is_inside(const fs::path& file, const fs::path& directory) {
  const auto [rest, end] =
      std::mismatch(directory.begin(), directory.end(), file.begin(), file.end());
  return rest == directory.end();
}

bool is_address_of_screen(std::string_view path) {
  const std::string_view last = path.substr(path.rfind('/') + 1);
  return last.find('.') == std::string_view::npos;
}

Response not_found() {
  return error_response(404, refuse("not_found", "There is nothing at this address."));
}

}  // namespace

std::string_view media_type_of(std::string_view name) {
  for (const auto& [ending, type] : kTypes) {
    if (name.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

bool has_content_hash(std::string_view name) {
  const std::size_t ending = std::min(name.rfind('.'), name.size());
  std::size_t digits = 0;
  for (std::size_t place = 0; place <= ending; ++place) {
    const char character = place < ending ? name[place] : '.';
    const bool is_digit =
        (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
    if (is_digit) {
      ++digits;
      continue;
    }
    const bool is_part_end = character == '.' || character == '-';
    const bool starts_part =
        digits < place && (name[place - digits - 1] == '.' || name[place - digits - 1] == '-');
    if (is_part_end && starts_part && digits >= 8) return true;
    digits = 0;
  }
  return false;
}

bool accepts_encoding(std::string_view accepted, std::string_view coding) {
  while (!accepted.empty()) {
    const std::size_t comma = std::min(accepted.find(','), accepted.size());
    const std::string_view entry = accepted.substr(0, comma);
    accepted.remove_prefix(std::min(comma + 1, accepted.size()));
    const std::size_t semicolon = std::min(entry.find(';'), entry.size());
    if (!equals_ignoring_case(trim(entry.substr(0, semicolon)), coding)) continue;
    const std::string_view weight =
        semicolon < entry.size() ? trim(entry.substr(semicolon + 1)) : "q=1";
    // "q=0", "q=0." and "q=0.000" all mean never.
    return weight.find_first_of("123456789") != std::string_view::npos;
  }
  return false;
}

Result<StaticFiles> StaticFiles::scan(const std::string& directory) {
  std::error_code error;
  const fs::path root = fs::canonical(directory, error);
  if (error) return refuse("no_web_directory", "There is no directory " + directory + ".");
  StaticFiles files;
  for (const auto& entry : fs::recursive_directory_iterator(root, error)) {
    std::error_code unreadable;
    if (!entry.is_regular_file(unreadable)) continue;
    const fs::path target = fs::canonical(entry.path(), unreadable);
    if (unreadable || !is_inside(target, root)) continue;
    const std::string name = "/" + entry.path().lexically_relative(root).generic_string();
    if (name.ends_with(".br") || name.ends_with(".gz")) continue;
    auto content = read_file(target.string());
    if (!content) continue;
    File file;
    file.path = target.string();
    file.type = media_type_of(name);
    file.etag = hash_bytes(*content).to_string();
    file.is_hashed = has_content_hash(entry.path().filename().string());
    file.has_brotli = fs::is_regular_file(target.string() + ".br", unreadable);
    file.has_gzip = fs::is_regular_file(target.string() + ".gz", unreadable);
    files.files_.emplace(name, std::move(file));
  }
  if (error) return refuse("no_web_directory", "Cannot read the directory " + directory + ".");
  return files;
}

Response StaticFiles::answer(const Request& request) const {
  auto place = files_.find(request.path);
  if (place == files_.end() && is_address_of_screen(request.path)) {
    place = files_.find("/index.html");
  }
  if (place == files_.end()) return not_found();
  const File& file = place->second;

  const std::string_view accepted = request.headers.get("Accept-Encoding");
  std::string ending;
  std::string coding;
  if (file.has_brotli && accepts_encoding(accepted, "br")) {
    ending = ".br";
    coding = "br";
  } else if (file.has_gzip && accepts_encoding(accepted, "gzip")) {
    ending = ".gz";
    coding = "gzip";
  }
  const std::string etag = "\"" + file.etag + (coding.empty() ? "" : "-" + coding) + "\"";

  Response response;
  response.set_header("ETag", etag);
  response.set_header("Vary", "Accept-Encoding");
  response.set_header("Cache-Control",
                      file.is_hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (request.headers.get("If-None-Match").find(etag) != std::string_view::npos) {
    response.status = 304;
    return response;
  }
  auto content = read_file(file.path + ending);
  if (!content) return not_found();
  response.set_header("Content-Type", file.type);
  if (!coding.empty()) response.set_header("Content-Encoding", coding);
  response.body = std::move(*content);
  return response;
}

}  // namespace rr
