#include "client/text/texts.h"

#include "tests/unit/client/page.h"

namespace rr::app {
namespace {

// German is loaded as long as this lives.
class German {
 public:
  explicit German(platform::fake::Tab& tab) : tab_(tab) {
    tab_.texts =
        "Appearance\2Darstellung\1Mark done\2Als erledigt markieren\1context|Swap\2Tausch\1"
        "{n} chore|one\2eine Aufgabe\1{n} chore|other\2{n} Aufgaben\1";
    CHECK(text::renew());
  }
  ~German() {
    tab_.texts.clear();
    text::renew();
  }
  German(const German&) = delete;
  German& operator=(const German&) = delete;

 private:
  platform::fake::Tab& tab_;
};

}  // namespace

TEST_CASE("without a catalogue every text is its key") {
  CHECK(tr("Mark done") == "Mark done");
  CHECK(tr("Swap {chore}", {{"chore", "Dishes"}}) == "Swap Dishes");
  CHECK(tr_count(1, "{n} chore", "{n} chores") == "1 chore");
  CHECK(tr_count(0, "{n} chore", "{n} chores") == "0 chores");
  CHECK(tr_in("context", "Swap") == "Swap");
  CHECK(tr_sentence("Name is required.") == "Name is required.");
  CHECK(decimal_words(-15, 1) == "-1.5");
  CHECK(decimal_words(5, 1) == "0.5");
  CHECK(decimal_words(12, 0) == "12");
}

TEST_CASE("with a catalogue texts, numbers and refusals are of its language") {
  platform::fake::Browser browser;
  platform::fake::Tab tab(browser);
  const std::string_view kept = tr("Mark done");
  const German german(tab);
  CHECK(tr("Mark done") == "Als erledigt markieren");
  CHECK(kept == "Mark done");  // what was handed out stays
  CHECK(tr("Not translated") == "Not translated");
  CHECK(tr_count(1, "{n} chore", "{n} chores") == "eine Aufgabe");
  CHECK(tr_count(3, "{n} chore", "{n} chores") == "3 Aufgaben");
  CHECK(tr_count(1, "{n} day", "{n} days") == "1 day");
  CHECK(tr_in("context", "Swap") == "Tausch");
  CHECK(tr_sentence("Name is required.") == "Name is required. (de)");
  CHECK(decimal_words(15, 1) == "1,5");
}

TEST_CASE("what is no catalogue changes nothing") {
  platform::fake::Browser browser;
  platform::fake::Tab tab(browser);
  const German german(tab);
  const std::uint64_t version = text::version();
  const std::string good = std::exchange(tab.texts, "<!doctype html>");
  CHECK_FALSE(text::renew());
  CHECK(text::version() == version);
  CHECK(tr("Mark done") == "Als erledigt markieren");
  tab.texts = good;
}

TEST_CASE("a language is chosen in Appearance, kept, and asked of the page") {
  TestPage page("/settings/appearance");
  page.settle();
  CHECK(page.has("radio", "As the browser"));
  page.press("radio", "Deutsch");
  CHECK(page.tab.language == "de");
  CHECK(page.browser.settings["language"] == "de");
  {
    const German german(page.tab);
    page.settle();
    CHECK(page.has("heading", "Darstellung"));
    CHECK(page.tab.title == "Darstellung \u2013 RoomieRoster");
  }
  page.press("radio", "As the browser");
  CHECK(page.browser.settings["language"].empty());
  CHECK(page.has("heading", "Appearance"));
}

}  // namespace rr::app
