#include "server/http/security_headers.h"

namespace rr {
namespace {

std::string cache_control(Caching caching) {
  switch (caching) {
    case Caching::immutable: return "public, max-age=31536000, immutable";
    case Caching::revalidate: return "no-cache";
    case Caching::no_store: break;
  }
  return "no-store";
}

}  // namespace

std::string content_security_policy(Scheme scheme) {
  std::string policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
      "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
      "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
      "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types rr; "
      "report-to csp";
  if (scheme == Scheme::https) policy += "; upgrade-insecure-requests";
  return policy;
}

void add_security_headers(const SecurityHeaderOptions& options, Scheme scheme, Caching caching,
                          Response& response) {
  response.set_header("Content-Security-Policy", content_security_policy(scheme));
  response.set_header("X-Frame-Options", "DENY");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "strict-origin-when-cross-origin");
  // The old filter of some browsers was itself a hole: it stays off.
  response.set_header("X-XSS-Protection", "0");
  response.set_header("Permissions-Policy",
                      "geolocation=(), camera=(), microphone=(), payment=(), usb=()");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Cross-Origin-Embedder-Policy", "require-corp");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Reporting-Endpoints", "csp=\"/api/csp-report\"");
  if (options.is_production && scheme == Scheme::https) {
    response.set_header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  }
  if (!response.headers.has("Cache-Control")) {
    response.set_header("Cache-Control", cache_control(caching));
  }
}

}  // namespace rr
