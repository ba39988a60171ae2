#include "client/screens/swap_block.h"

#include <algorithm>

#include "client/platform/system.h"
#include "client/screens/acting.h"
#include "client/screens/standing.h"
#include "client/screens/words.h"
#include "client/text/texts.h"
#include "client/ui/decor.h"
#include "shared/commands/swaps.h"

namespace rr::screens {
namespace {

using ui::Rect;
using ui::Token;
using ui::Ui;

constexpr float kPadding = 16;
constexpr float kIndent = 44;
constexpr float kButton = 36;
constexpr float kUnpainted = 12;
constexpr float kWide = 560;  // from here on the buttons stand beside the words
constexpr std::string_view kToldSetting = "swaps.told";
constexpr std::size_t kMostTold = 20;
constexpr std::size_t kIdLength = 36;

enum class Deed : std::uint8_t { accept, decline, withdraw, undo };

struct Action {
  Deed deed = Deed::accept;
  Id answering;  // nil: oneself
  std::string name;
};

std::vector<Action> actions_of(const app::Session& session, const Offer& offer) {
  std::vector<Action> actions;
  const Id own = own_roommate(session);
  for (const Id& id : offer.answering) {
    const bool is_own = id == own;
    const Id who = is_own ? Id{} : id;
    const std::string name = look_of(session, id).name;
    actions.push_back(
        {Deed::accept, who, is_own ? tr("Accept") : tr("Accept for {name}", {{"name", name}})});
    actions.push_back(
        {Deed::decline, who, is_own ? tr("Decline") : tr("Decline for {name}", {{"name", name}})});
  }
  if (offer.may_withdraw) actions.push_back({Deed::withdraw, Id{}, tr("Withdraw")});
  if (offer.kind == Offer::Kind::undoable) actions.push_back({Deed::undo, Id{}, tr("Undo")});
  return actions;
}

// One that has ended is told once: what was let go is remembered, the latest of it.
void let_go(SwapBlockState& state, const Id& swap_id) {
  state.told += swap_id.to_string();
  if (state.told.size() > kMostTold * kIdLength) state.told.erase(0, kIdLength);
  platform::save_setting(kToldSetting, state.told);
  state.version = 0;
}

void do_it(Ui& ui, app::Session& session, SwapBlockState& state, const Swap& swap,
           const Action& action) {
  const auto chore = session.household().find<Assignment>(swap.assignment_id);
  const std::string name = chore ? short_name(chore->chore_name) : std::string(tr("The chore"));
  switch (action.deed) {
    case Deed::accept: {
      const std::string words =
          action.answering.is_nil()
              ? tr("{chore} is yours now", {{"chore", name}})
              : tr("{chore} is {name}'s now",
                   {{"chore", name}, {"name", look_of(session, action.answering).name}});
      act_or_tell(ui, session, make_command(AcceptSwap{swap.id, action.answering}),
                  {words, "arrow-left-right"});
      return;
    }
    case Deed::decline:
      act_or_tell(ui, session, make_command(DeclineSwap{swap.id, action.answering}),
                  {tr("{chore} declined", {{"chore", name}}), "x"});
      return;
    case Deed::withdraw:
      act_or_tell(ui, session, make_command(WithdrawSwap{swap.id}),
                  {tr("Offer of {chore} withdrawn", {{"chore", name}}), "undo-2"});
      break;
    case Deed::undo:
      act_or_tell(ui, session, make_command(UndoSwap{swap.id}), {tr("Swapped back"), "undo-2"});
      break;
  }
  // What one did oneself is no news.
  let_go(state, swap.id);
}

ui::ButtonSpec button_of(const Action& action) {
  ui::ButtonSpec spec;
  spec.name = action.name;
  spec.key = action.name;
  spec.size = ui::ButtonSize::small;
  switch (action.deed) {
    case Deed::accept:
      spec.icon = "check";
      spec.kind = ui::ButtonKind::soft;
      break;
    case Deed::undo:
      spec.icon = "undo-2";
      spec.kind = ui::ButtonKind::secondary;
      break;
    default: spec.kind = ui::ButtonKind::plain;
  }
  return spec;
}

bool is_plain(const Action& action) {
  return action.deed == Deed::decline || action.deed == Deed::withdraw;
}

float actions_width(Ui& ui, const std::vector<Action>& actions) {
  float width = 0;
  for (const Action& each : actions) width += ui::button_width(ui, button_of(each)) + 8;
  return width;
}

// From the left, in as many lines as they need; answers the height.
float draw_actions(Ui& ui, app::Session& session, SwapBlockState& state, const Swap& swap,
                   const std::vector<Action>& actions, const Rect& rect) {
  if (actions.empty()) return 0;
  // The padding of plain buttons is not painted.
  float x = rect.x - (is_plain(actions.front()) ? kUnpainted : 0.0F);
  float y = rect.y;
  const Action* chosen = nullptr;
  for (const Action& each : actions) {
    const ui::ButtonSpec spec = button_of(each);
    const float width = std::min(ui::button_width(ui, spec), rect.width);
    if (x > rect.x && x + width > rect.right() + kUnpainted) {
      x = rect.x - (is_plain(each) ? kUnpainted : 0.0F);
      y += kButton + 8;
    }
    if (ui::button(ui, {x, y, width, kButton}, spec)) chosen = &each;
    x += width + 8;
  }
  if (chosen != nullptr) do_it(ui, session, state, swap, *chosen);
  return y + kButton - rect.y;
}

// What is offered, what was said with it, until when; answers the height.
float draw_words(Ui& ui, const Offer& offer, const Rect& rect) {
  const bool is_ended = offer.kind == Offer::Kind::ended;
  float y = rect.y;
  y += ui::paragraph(ui, "words", rect.x, y, rect.width, offer.words, ui::type::body,
                     is_ended ? Token::text_2 : Token::text);
  if (offer.kind == Offer::Kind::live && offer.swap->note) {
    y += 2 + ui::paragraph(ui, "note", rect.x, y + 2, rect.width,
                           "\u201c" + *offer.swap->note + "\u201d", ui::type::body);
  }
  for (const std::string* words : {&offer.facts, &offer.until}) {
    if (words->empty()) continue;
    const std::string_view key = words == &offer.facts ? "facts" : "until";
    y += 2 + ui::paragraph(ui, key, rect.x, y + 2, rect.width, *words, ui::type::caption);
  }
  if (offer.is_requested) {
    ui::badge(ui, rect.x, y + 6,
              {"requested", tr("Requested"), ui::BadgeKind::warning, "hourglass"});
    y += 6 + ui::kBadgeHeight;
  }
  return y - rect.y;
}

// Who it is about; what has ended is smaller.
void draw_sign(Ui& ui, const app::Session& session, const Offer& offer, const Rect& rect) {
  if (offer.kind == Offer::Kind::ended) {
    ui::icon(ui, "history", rect.x + 6, rect.y + 1, 20, ui.colour(Token::text_2));
    return;
  }
  const bool is_taken = offer.kind == Offer::Kind::undoable;
  const PersonLook look =
      look_of(session, is_taken ? offer.swap->decided_by : offer.swap->from_roommate);
  ui::avatar(ui, rect.x, rect.y, 32, look.name, look.hue);
}

float draw_offer(Ui& ui, app::Session& session, SwapBlockState& state, const Offer& offer,
                 const Rect& rect) {
  const Swap& swap = *offer.swap;
  ui.open(ui::Tag::list_item, ui.key(swap.id.to_string()), rect);
  draw_sign(ui, session, offer, rect);
  const std::vector<Action> actions = actions_of(session, offer);
  const bool is_ended = offer.kind == Offer::Kind::ended;
  const float beside = is_ended ? 44.0F : actions_width(ui, actions);
  const bool is_beside = is_ended || (rect.width >= kWide && beside < rect.width / 2);
  const Rect words{rect.x + kIndent, rect.y + (is_ended ? 0.0F : 5.0F),
                   rect.width - kIndent - (is_beside ? beside : 0.0F), 0};
  float height = words.y - rect.y + draw_words(ui, offer, words);
  if (is_ended) {
    const Rect place{rect.right() - 34, rect.y - 11, 44, 44};
    if (ui::icon_button(ui, place, {"dismiss", tr("Dismiss"), "x"})) let_go(state, swap.id);
  } else if (is_beside) {
    const bool is_loose = !actions.empty() && is_plain(actions.back());
    const float x = rect.right() - beside + 8 + (is_loose ? kUnpainted : 0.0F) +
                    (!actions.empty() && is_plain(actions.front()) ? kUnpainted : 0.0F);
    const Rect place{x, rect.y - 2, beside, 0};
    height = std::max(height, draw_actions(ui, session, state, swap, actions, place) - 2);
  } else {
    const Rect place{words.x, rect.y + height + 10, words.width, 0};
    height += 10 + draw_actions(ui, session, state, swap, actions, place);
  }
  ui.close();
  return height;
}

void renew(const app::Session& session, const Calendar& calendar, SwapBlockState& state) {
  if (!state.is_loaded) {
    state.told = platform::load_setting(kToldSetting);
    state.is_loaded = true;
  }
  const bool is_same = state.version == session.version() && state.day == calendar.today &&
                       calendar.now < state.offers.next_change;
  if (is_same) return;
  state.offers = make_offers(session, calendar, state.told);
  state.version = session.version();
  state.day = calendar.today;
}

}  // namespace

float draw_swap_offers(Ui& ui, app::Session& session, const Calendar& calendar,
                       SwapBlockState& state, const Rect& column) {
  renew(session, calendar, state);
  if (state.offers.shown.empty()) return 0;
  platform::request_frame_after(
      static_cast<double>(state.offers.next_change.unix_ms - calendar.now.unix_ms));
  float& height = ui.kept(ui.key("swap-offers"));
  const Rect box{column.x, column.y, column.width, height};
  ui::card(ui, box);
  ui.open(ui::Tag::section, ui.key("swap-offers"), box)
      .attributes.emplace_back(ui::Attribute::label, tr("Swap offers"));
  const Rect inside{box.x + kPadding, box.y, box.width - 2 * kPadding, height};
  ui::heading(ui, "title", {inside.x, box.y + 14, inside.width, 26}, tr("Swap offers"),
              ui::type::title, ui::HeadingLevel::h2);
  float y = box.y + 54;
  ui.open(ui::Tag::list, ui.key("offers"), {inside.x, y, inside.width, height});
  // A deed may change them while they are drawn.
  const Offers offers = state.offers;
  bool is_first = true;
  for (const Offer& offer : offers.shown) {
    if (!is_first) {
      ui::fill(ui, {inside.x, y + 11, inside.width, 1}, ui.colour(Token::border));
      y += 24;
    }
    is_first = false;
    y += draw_offer(ui, session, state, offer, {inside.x, y, inside.width, 0});
  }
  ui.close();
  ui.close();
  y += kPadding;
  if (y - box.y != height) {
    height = y - box.y;
    platform::request_frame();
  }
  return height;
}

}  // namespace rr::screens
