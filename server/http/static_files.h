// The web client's files, from a list made at start: a request only ever names an entry of that
// list, so no path outside the directory can be reached.
//
// "name.br" and "name.gz" beside "name" are its compressed forms and are chosen by
// Accept-Encoding. Names with a content hash ("app.3f9a0c1b.js") are immutable; everything else is
// revalidated by ETag. Addresses of screens (no dot in the last segment) answer the page.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "shared/base/result.h"

namespace rr {

class StaticFiles {
 public:
  // Code: no_web_directory. Symbolic links that leave the directory are not listed.
  [[nodiscard]] static Result<StaticFiles> scan(const std::string& directory);

  // 404 as JSON when there is no such file and the address is none of a screen.
  [[nodiscard]] Response answer(const Request& request) const;
  [[nodiscard]] bool has_page() const { return files_.contains("/index.html"); }

 private:
  struct File {
    std::string path;
    std::string type;
    std::string etag;
    bool is_hashed = false;
    bool has_brotli = false;
    bool has_gzip = false;
  };

  std::map<std::string, File, std::less<>> files_;
};

// "application/octet-stream" when the ending is unknown.
[[nodiscard]] std::string_view media_type_of(std::string_view name);
// A part between dots or after a dash of 8 or more hexadecimal digits.
[[nodiscard]] bool has_content_hash(std::string_view name);
// True when the list of an Accept-Encoding header takes `coding` (q=0 refuses it).
[[nodiscard]] bool accepts_encoding(std::string_view accepted, std::string_view coding);

}  // namespace rr
