// Logs, redaction, configuration and who a request really comes from.
#include <doctest/doctest.h>

#include "server/http/origin.h"
#include "server/http/trusted_proxies.h"
#include "server/ops/config.h"
#include "server/ops/log.h"
#include "server/ops/redact.h"

namespace rr::test {
namespace {

Variables variables(std::map<std::string, std::string, std::less<>> values) {
  return [values = std::move(values)](std::string_view name) -> std::optional<std::string> {
    const auto place = values.find(name);
    if (place == values.end()) return std::nullopt;
    return place->second;
  };
}

std::string config_fault(std::map<std::string, std::string, std::less<>> values) {
  const auto config = load_config(variables(std::move(values)), {});
  return config ? std::string() : config.error().field;
}

std::string client_of(const TrustedProxies& proxies, const std::string& peer,
                      const std::string& forwarded) {
  HeaderList headers;
  if (!forwarded.empty()) headers.add("X-Forwarded-For", forwarded);
  return proxies.find_client(peer, headers).address;
}

}  // namespace

TEST_CASE("a log line is one JSON object with the agreed fields") {
  const auto line =
      format_json_line(LogLevel::warning, "http", "two\nlines", {{"status", 404}, {"path", "/x"}},
                       Instant{0}, std::source_location::current());
  CHECK(line.find('\n') == std::string::npos);
  const auto parsed = nlohmann::json::parse(line);
  CHECK(parsed["timestamp"] == "1970-01-01T00:00:00.000Z");
  CHECK(parsed["level"] == "WARNING");
  CHECK(parsed["logger"] == "http");
  CHECK(parsed["message"] == "two\nlines");
  CHECK(parsed["module"] == "ops_test.cpp");
  CHECK(parsed["status"] == 404);
}

TEST_CASE("secrets are masked by name at any depth, whatever their case") {
  const nlohmann::json secret{
      {"Password", "p"},
      {"outer", {{"API_KEY", "k"}, {"list", {{{"refresh_token", "t"}, {"kept", "v"}}}}}},
      {"session_token", "t"},
      {"Set-Cookie", "rr=1"},
      {"X-CSRF-Token", "c"},
      {"name", "kept"}};
  const std::string shown = redact(secret).dump();
  CHECK(shown.find("\"p\"") == std::string::npos);
  CHECK(shown.find("\"k\"") == std::string::npos);
  CHECK(shown.find("\"t\"") == std::string::npos);
  CHECK(shown.find("rr=1") == std::string::npos);
  CHECK(shown.find("\"c\"") == std::string::npos);
  CHECK(shown.find("\"v\"") != std::string::npos);
  CHECK(redact(secret)["name"] == "kept");
}

TEST_CASE("secrets are masked by shape inside texts") {
  CHECK(redact_text("Authorization: Bearer abc.def") ==
        "Authorization: ***REDACTED*** "
        "***REDACTED***");
  CHECK(redact_text("postgresql://user:hunter2@db/x") == "postgresql://user:***REDACTED***@db/x");
  CHECK(redact_text("/callback?code=4/0Ab&state=xyz&page=2") ==
        "/callback?code=***REDACTED***&state=***REDACTED***&page=2");
  const std::string hashed = redact_text("mail to Ann@Example.org now");
  CHECK(hashed.find("xample") == std::string::npos);
  CHECK(hashed == redact_text("mail to ann@example.org now"));
  CHECK(redact_text("nothing to hide") == "nothing to hide");
}

TEST_CASE("the configuration is judged by variable") {
  CHECK(config_fault({{"APP_ENV", "development"}}).empty());
  CHECK(config_fault({{"APP_ENV", "staging"}}) == "APP_ENV");
  CHECK(config_fault({{"PORT", "70000"}}) == "PORT");
  CHECK(config_fault({{"PORT", "80a"}}) == "PORT");
  CHECK(config_fault({{"DATABASE_URL", "mysql://x"}}) == "DATABASE_URL");
  CHECK(config_fault({{"DATABASE_URL", "sqlite:"}}) == "DATABASE_URL");
  CHECK(config_fault({{"DEV_AUTH_BYPASS", "1"}}) == "DEV_AUTH_BYPASS");
  CHECK(config_fault({{"APP_DEBUG", "1"}}) == "APP_DEBUG");
  CHECK(config_fault({{"APP_ENV", "development"}, {"APP_DEBUG", "1"}}).empty());
  CHECK(config_fault({{"DEVICE_ACCOUNTS", "maybe"}}) == "DEVICE_ACCOUNTS");
  CHECK(config_fault({{"APP_BASE_URL", "http://example.org"}}) == "APP_BASE_URL");
  CHECK(config_fault({{"TRUSTED_PROXIES", "10.0.0.0/33"}}) == "TRUSTED_PROXIES");
  CHECK(config_fault({{"ALLOWED_ORIGINS", "*"}}) == "ALLOWED_ORIGINS");
}

TEST_CASE("device accounts are on in development and off in production unless said otherwise") {
  const auto accounts = [](std::map<std::string, std::string, std::less<>> values) {
    return load_config(variables(std::move(values)), {}).value().device_accounts;
  };
  CHECK(accounts({{"APP_ENV", "development"}}) == Toggle::on);
  CHECK(accounts({{"APP_ENV", "production"}}) == Toggle::off);
  CHECK(accounts({}) == Toggle::off);
  CHECK(accounts({{"DEVICE_ACCOUNTS", "on"}}) == Toggle::on);
  CHECK(accounts({{"APP_ENV", "development"}, {"DEVICE_ACCOUNTS", "off"}}) == Toggle::off);
}

TEST_CASE("the command line wins over the environment, sqlite addresses over both directories") {
  CommandLine line;
  line.port = 1234;
  line.data_directory = "/tmp/there";
  const auto config = load_config(variables({{"PORT", "99"}, {"DATA_DIR", "/tmp/here"}}), line);
  REQUIRE(config.ok());
  CHECK(config->port == 1234);
  CHECK(config->database_path == "/tmp/there/roomieroster.db");
  const auto url = load_config(variables({{"DATABASE_URL", "sqlite:///tmp/x.db"}}), line);
  REQUIRE(url.ok());
  CHECK(url->database_path == "/tmp/x.db");
}

TEST_CASE("forwarded addresses count only from trusted proxies, nearest first") {
  const auto proxies = TrustedProxies::parse("10.0.0.0/8, ::1");
  REQUIRE(proxies.ok());
  CHECK(client_of(*proxies, "203.0.113.9", "1.2.3.4") == "203.0.113.9");
  CHECK(client_of(*proxies, "10.1.2.3", "1.2.3.4") == "1.2.3.4");
  CHECK(client_of(*proxies, "10.1.2.3", "6.6.6.6, 1.2.3.4, 10.9.9.9") == "1.2.3.4");
  CHECK(client_of(*proxies, "::1", "2001:db8::5") == "2001:db8::5");
  CHECK(client_of(*proxies, "::ffff:10.0.0.1", "1.2.3.4") == "1.2.3.4");
  CHECK(client_of(*proxies, "10.1.2.3", "<script>") == "10.1.2.3");
  CHECK(client_of(TrustedProxies{}, "10.1.2.3", "1.2.3.4") == "10.1.2.3");
}

TEST_CASE("loopback hosts are told from look-alikes") {
  for (const char* host :
       {"localhost", "localhost:8080", "a.localhost", "127.0.0.1:1", "[::1]:8"}) {
    CHECK(is_loopback_host(host));
  }
  for (const char* host : {"localhost.evil", "127.evil.org", "[::1].evil", "notlocalhost", ""}) {
    CHECK_FALSE(is_loopback_host(host));
  }
}

}  // namespace rr::test
