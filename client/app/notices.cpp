#include "client/app/notices.h"

#include <algorithm>

#include "client/screens/calendar.h"
#include "client/screens/standing.h"
#include "client/screens/swap_view.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "client/ui/dialog.h"
#include "client/ui/widgets.h"

namespace rr::app {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 86'400'000;
constexpr float kRow = 64;
constexpr std::string_view kName = to_translate("Notices");

void add_refusals(const Session& session, std::vector<Notice>& notices) {
  const std::size_t count = session.save_status().refused;
  if (count == 0) return;
  Notice notice;
  notice.key = "refused";
  notice.icon = "circle-alert";
  notice.title = tr_count(static_cast<std::int64_t>(count), "{n} change could not be applied",
                          "{n} changes could not be applied");
  notice.text = tr("What you typed is kept.");
  notice.is_late = true;
  notice.is_refusal = true;
  notices.push_back(std::move(notice));
}

void add_offers(const Session& session, const screens::Calendar& calendar,
                std::vector<Notice>& notices) {
  const Id own = screens::own_roommate(session);
  for (const screens::Offer& offer : screens::make_offers(session, calendar, {}).shown) {
    const bool is_asked =
        std::find(offer.answering.begin(), offer.answering.end(), own) != offer.answering.end();
    if (offer.kind != screens::Offer::Kind::live || !is_asked) continue;
    notices.push_back({"offer-" + offer.swap->id.to_string(),
                       "arrow-left-right",
                       offer.words,
                       offer.facts,
                       false,
                       {},
                       false});
  }
}

// Late ones and those of today, by their day.
void add_due(const Session& session, const screens::Calendar& calendar,
             std::vector<Notice>& notices) {
  const Id own = screens::own_roommate(session);
  std::vector<std::shared_ptr<const Assignment>> due;
  for (const auto& each : session.household().all<Assignment>()) {
    const bool is_mine = each->roommate_id == own && each->status == AssignmentStatus::open;
    if (is_mine && each->due_date <= calendar.today) due.push_back(each);
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const auto& a, const auto& b) { return a->due_date < b->due_date; });
  for (const auto& each : due) {
    notices.push_back({"due-" + each->id.to_string(),
                       "clipboard-list",
                       each->chore_name,
                       screens::due_words(each->due_date, calendar.today),
                       each->due_date < calendar.today,
                       {},
                       false});
  }
}

void add_cycle_end(const Session& session, const screens::Calendar& calendar,
                   std::vector<Notice>& notices) {
  const auto reset = screens::next_reset(session, calendar);
  if (!reset || reset->unix_ms - calendar.now.unix_ms > kDayMs) return;
  const Id own = screens::own_roommate(session);
  std::int64_t open = 0;
  for (const auto& each : session.household().all<Assignment>()) {
    if (each->roommate_id == own && each->status == AssignmentStatus::open) ++open;
  }
  if (open == 0) return;
  notices.push_back({"cycle",
                     "hourglass",
                     tr("The cycle ends within a day"),
                     tr_count(open, "You have {n} open chore.", "You have {n} open chores."),
                     false,
                     {},
                     false});
}

bool draw_row(Ui& ui, const Notice& notice, const Rect& rect) {
  ui.open(ui::Tag::list_item, ui.key(notice.key), rect);
  const std::uint64_t key = ui.key("open");
  const Rect row{rect.x - 8, rect.y, rect.width + 16, rect.height};
  const rr::Place places[] = {{"title", notice.title}, {"text", notice.text}};
  ui.leaf(ui::Tag::button, key, row).text =
      notice.title.ends_with('.') ? tr("{title} {text}", places) : tr("{title}, {text}", places);
  const ui::Interaction state = ui.interact(key, row);
  if (state.is_hovered || state.is_pressed) {
    ui::fill(ui, row, ui.colour(state.is_pressed ? Token::pressed : Token::hover), 12);
  }
  const Rect tile{rect.x, rect.y + 12, 40, 40};
  const Token words = notice.is_late ? Token::danger_text : Token::text_2;
  if (notice.is_late) {
    ui::soft_ground(ui, tile, Token::danger_soft, words, 12);
  } else {
    ui::fill(ui, tile, ui.colour(Token::hover), 12);
  }
  ui::icon(ui, notice.icon, tile.x + 10, tile.y + 10, 20, ui.colour(words));
  const Rect title{rect.x + 52, rect.y + 11, rect.width - 84, 22};
  ui::text_line(ui, title, notice.title, ui::type::body_strong, ui.colour(Token::text));
  ui::text_line(ui, {title.x, title.y + 22, title.width, 20}, notice.text, ui::type::caption,
                ui.colour(words));
  ui::icon(ui, "chevron-right", rect.right() - 20, rect.y + 22, 20, ui.colour(Token::text_3));
  if (state.is_focus_shown) ui::focus_ring(ui, row, 12);
  ui.close();
  return state.is_activated;
}

bool draw_bell(Ui& ui, const NoticesState& state, const Rect& rect) {
  const std::size_t count = state.notices.size();
  std::string name = tr(kName);
  if (count > 0) name = tr("Notices: {n}", {{"n", std::to_string(count)}});
  ui::IconButtonSpec spec{"bell", name, "bell"};
  spec.popup = state.is_open ? ui::Popup::open : ui::Popup::closed;
  const bool is_pressed = ui::icon_button(ui, rect, spec);
  if (count == 0) return is_pressed;
  const std::string figure = count > 9 ? "9+" : std::to_string(count);
  const float width = std::max(18.0F, ui::text_width(ui, figure, ui::type::caption_strong) + 9);
  const Rect badge{rect.x + rect.width / 2 + 2, rect.y + 3, width, 18};
  ui::fill(ui, badge.inset(-2), ui.colour(Token::bg), 11);
  ui::fill(ui, badge, ui.colour(Token::accent), 9);
  ui::text_line(ui, badge, figure, ui::type::caption_strong, ui.colour(Token::on_accent),
                ui::Align::centre);
  return is_pressed;
}

}  // namespace

std::vector<Notice> notices_of(const Session& session) {
  const screens::Calendar calendar = screens::calendar_of(session);
  std::vector<Notice> notices;
  add_refusals(session, notices);
  if (screens::own_roommate(session).is_nil()) return notices;
  add_offers(session, calendar, notices);
  add_due(session, calendar, notices);
  add_cycle_end(session, calendar, notices);
  return notices;
}

std::optional<Route> draw_notices(Ui& ui, const Session& session, NoticesState& state,
                                  const Rect& rect) {
  const std::int64_t minute = session.now().unix_ms / kMinuteMs;
  if (state.version != session.version() || state.made_minute != minute) {
    state.version = session.version();
    state.made_minute = minute;
    state.notices = notices_of(session);
  }
  if (draw_bell(ui, state, rect)) state.is_open = true;
  if (!state.is_open) return std::nullopt;
  std::optional<Route> chosen;
  const ui::DialogWish wish = ui::dialog(ui, {"notices", tr(kName), 440}, [&](const Rect& column) {
    if (state.notices.empty()) {
      const ui::EmptyStateSpec empty{"none", ui::Picture::broom, tr("Nothing waits for you"),
                                     tr("Offers to swap and chores that are due show up here.")};
      return ui::empty_state(ui, column, empty).height;
    }
    float y = column.y;
    ui.open(ui::Tag::list, ui.key("list"), {column.x, y, column.width, 0});
    for (const Notice& notice : state.notices) {
      if (draw_row(ui, notice, {column.x, y, column.width, kRow})) {
        state.is_open = false;
        state.are_refusals_wanted = notice.is_refusal;
        if (!notice.is_refusal) chosen = notice.route;
      }
      y += kRow;
    }
    ui.close();
    return y - column.y;
  });
  if (wish == ui::DialogWish::close) state.is_open = false;
  return chosen;
}

}  // namespace rr::app
