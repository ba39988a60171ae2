#include "client/app/state_line.h"

#include <algorithm>
#include <utility>

#include "client/platform/system.h"
#include "client/text/texts.h"
#include "client/ui/dialog.h"
#include "client/ui/toast.h"

namespace rr::app {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

struct StatusLook {
  std::string_view icon;
  Token mark;
  Token words;
};

StatusLook look_of(SaveState state) {
  switch (state) {
    case SaveState::saved:
    case SaveState::saved_on_device: return {"cloud-check", Token::success_text, Token::text_2};
    case SaveState::saving: return {"refresh-cw", Token::text_2, Token::text_2};
    case SaveState::offline: return {"cloud-off", Token::warning_text, Token::warning_text};
    case SaveState::refused: return {"circle-alert", Token::danger_text, Token::danger_text};
  }
  return {"cloud-check", Token::success_text, Token::text_2};
}

std::string when_words(Session& session, const RefusedChange& change) {
  const auto household = session.household().find<Household>(session.household_id());
  const std::string zone = household ? household->time_zone : std::string();
  constexpr std::int64_t kDayMs = 86'400'000;
  const auto days = static_cast<std::int32_t>(change.when.unix_ms / kDayMs);
  return tr("You, {date}, {time}", {{"date", platform::format_date(days)},
                                    {"time", platform::format_time(change.when.unix_ms, zone)}});
}

// What was meant, why it was not possible, and what can be done with it.
float draw_refusal(Ui& ui, Session& session, const RefusedChange& change, const Rect& column) {
  const std::uint64_t key = ui.key(change.mutation_id.to_string());
  ui.open(ui::Tag::list_item, key, column);
  float y = column.y;
  const Rect tile{column.x, y, 40, 40};
  ui::soft_ground(ui, tile, Token::danger_soft, Token::danger_text, 12);
  ui::icon(ui, "circle-alert", column.x + 10, y + 10, 20, ui.colour(Token::danger_text));
  const float words = column.width - 52;
  ui::heading(ui, "what", {column.x + 52, y, words, 40}, change.what,
              ui::fitted(ui, change.what, ui::type::title, words), ui::HeadingLevel::h3);
  y += 52;
  const float inside = column.width - 24;
  const auto lines = ui::wrap_text(ui, change.why, ui::type::body_strong, inside);
  const float why_height = static_cast<float>(lines.size()) * ui::type::body_strong.line_height;
  ui::fill(ui, {column.x, y, column.width, why_height + 46}, ui.colour(Token::sunken), 12);
  ui::paragraph(ui, "why", column.x + 12, y + 12, inside, change.why, ui::type::body_strong,
                Token::text);
  ui::label(ui, "when", {column.x + 12, y + 16 + why_height, inside, 18},
            when_words(session, change), ui::type::caption, Token::text_2);
  y += why_height + 58;
  const float third = (column.width - 24) / 3;
  float x = column.x;
  const auto place = [&] { return Rect{std::exchange(x, x + third + 12), y, third, 44}; };
  // A preview that no longer holds never will again.
  const bool can_retry = change.code != "preview_outdated";
  if (can_retry &&
      ui::button(ui, place(), {"again", tr("Try again"), {}, ui::ButtonKind::primary})) {
    session.retry(change.mutation_id);
  }
  if (ui::button(ui, place(), {"copy", tr("Copy")})) {
    platform::copy_text(change.typed.empty() ? change.what : change.typed);
    ui::show_toast(ui, {tr("Copied")});
  }
  if (ui::button(ui, place(), {"discard", tr("Discard"), {}, ui::ButtonKind::destructive_quiet})) {
    session.discard(change.mutation_id);
  }
  ui.close();
  return y + 44 - column.y;
}

void draw_list(Ui& ui, Session& session, StateLineState& state) {
  const std::vector<RefusedChange> changes = session.refusals();
  if (changes.empty()) {  // the last one was decided
    state.is_list_open = false;
    return;
  }
  const ui::DialogWish wish =
      ui::dialog(ui, {"refusals", tr("Not applied")}, [&](const Rect& column) {
        float y = column.y;
        y += ui::paragraph(ui, "note", column.x, y, column.width,
                           tr("What you typed is kept here until you decide."), ui::type::body) +
             20;
        ui.open(ui::Tag::list, ui.key("changes"), {column.x, y, column.width, 0});
        for (const RefusedChange& change : changes) {
          const bool is_last = change.mutation_id == changes.back().mutation_id;
          y += draw_refusal(ui, session, change, {column.x, y, column.width, 0});
          if (is_last) continue;
          ui::fill(ui, {column.x, y + 16, column.width, 1}, ui.colour(Token::border));
          y += 33;
        }
        ui.close();
        return y - column.y;
      });
  if (wish == ui::DialogWish::close) state.is_list_open = false;
}

const ui::TypeStyle& style_of(SaveState state) {
  const bool is_strong = state == SaveState::offline || state == SaveState::refused;
  return is_strong ? ui::type::caption_strong : ui::type::caption;
}

}  // namespace

float state_line_width(Ui& ui, const Session& session) {
  const SaveStatus status = session.save_status();
  return ui::text_width(ui, save_status_words(status), style_of(status.state)) + 24;
}

void draw_state_line(Ui& ui, Session& session, StateLineState& state, const Rect& rect) {
  const SaveStatus status = session.save_status();
  const std::string words = save_status_words(status);
  const StatusLook look = look_of(status.state);
  const float width = std::min(state_line_width(ui, session), rect.width);
  const ui::TypeStyle style = ui::fitted(ui, words, style_of(status.state), width - 22);
  const Rect line{rect.x, rect.y, width, rect.height};
  ui.open(ui::Tag::status, ui.key("state"), line);
  if (status.state == SaveState::refused) {
    ui::ButtonSpec spec;
    spec.key = "refused";
    spec.name = words;
    spec.icon = look.icon;
    spec.kind = ui::ButtonKind::destructive_quiet;
    spec.size = ui::ButtonSize::inline_text;
    if (ui::button(ui, line, spec)) state.is_list_open = true;
  } else {
    const float middle = line.y + (line.height - 16) / 2;
    ui::icon(ui, look.icon, line.x, middle, 16, ui.colour(look.mark));
    ui::label(ui, "words", {line.x + 22, line.y, line.width - 22, line.height}, words, style,
              look.words);
  }
  ui.close();
  if (state.is_list_open) draw_list(ui, session, state);
}

bool draw_notice(Ui& ui, const Rect& rect, const NoticeSpec& spec) {
  const Rect box{rect.x, rect.y, rect.width, kNoticeHeight - 8};
  ui::soft_ground(ui, box, Token::info_soft, Token::info_text, 16);
  ui::icon(ui, spec.icon, box.x + 16, box.y + 18, 20, ui.colour(Token::info_text));
  ui::ButtonSpec button;
  button.key = "action";
  button.name = spec.action;
  button.icon = spec.action_icon;
  const float width = ui::button_width(ui, button);
  ui.open(ui::Tag::status, ui.key(spec.key), {box.x, box.y, box.width - width - 6, box.height});
  const Rect words{box.x + 48, box.y, box.width - width - 66, box.height};
  const auto lines = ui::wrap_text(ui, spec.words, ui::type::body_strong, words.width).size();
  if (lines == 1) {
    ui::label(ui, "words", words, spec.words, ui::type::body_strong, Token::text);
  } else {
    const float height = static_cast<float>(lines) * ui::type::body_strong.line_height;
    ui::paragraph(ui, "words", words.x, words.y + (words.height - height) / 2, words.width,
                  spec.words, ui::type::body_strong, Token::text);
  }
  ui.close();
  ui.open(ui::Tag::group, ui::join_key(ui.key(spec.key), "action"), box);
  const bool is_pressed = ui::button(ui, {box.right() - width - 6, box.y + 6, width, 44}, button);
  ui.close();
  return is_pressed;
}

float draw_update_notice(Ui& ui, Session& session, const Rect& rect) {
  if (!session.is_update_ready()) return 0;
  const NoticeSpec spec{"update", tr("Update ready"), "arrow-big-up-dash", tr("Reload"),
                        "refresh-cw"};
  if (draw_notice(ui, rect, spec)) session.reload();
  return kNoticeHeight;
}

}  // namespace rr::app
