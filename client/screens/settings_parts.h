// Cards and rows that settings screens are made of.
#pragma once

#include <string>
#include <string_view>

#include "client/app/account.h"
#include "client/ui/widgets.h"

namespace rr::screens {

// A card whose height follows what is drawn in it; answers the place inside.
class SettingsCard {
 public:
  enum class Look : std::uint8_t { plain, danger, notice };

  // A landmark named `name`.
  SettingsCard(ui::Ui& ui, std::string_view key, const ui::Rect& column, std::string_view name,
               Look look = Look::plain);
  ~SettingsCard();
  SettingsCard(const SettingsCard&) = delete;
  SettingsCard& operator=(const SettingsCard&) = delete;

  // The next `height` pixels inside the padding.
  ui::Rect take(float height);
  // A hairline from edge to edge.
  void rule();
  [[nodiscard]] float inside_width() const { return column_.width - 2 * kPadding; }
  // How high the card is so far, with the padding below.
  [[nodiscard]] float height() const { return y_ - column_.y + kPadding; }

  static constexpr float kPadding = 20;

 private:
  ui::Ui& ui_;
  std::uint64_t key_;
  ui::Rect column_;
  float y_;
};

// A tinted square with an icon, 40 wide.
void icon_tile(ui::Ui& ui, float x, float y, std::string_view icon);

struct FactSpec {
  std::string_view key;
  std::string_view icon;
  std::string_view title;
  std::string_view text;
};
// Icon, title and a wrapped line beside what stands at the right (`right` wide); answers the
// height. The right part is as high as the row.
float fact_row(ui::Ui& ui, const ui::Rect& rect, const FactSpec& spec, float right);

// The same with a button: beside the words where there is room, below them elsewhere. True when it
// was pressed.
bool fact_with_button(ui::Ui& ui, SettingsCard& card, const FactSpec& fact,
                      const ui::ButtonSpec& button);

// The sentence of a failed job, empty otherwise.
[[nodiscard]] std::string failure_of(const app::JobStatus& status);
[[nodiscard]] ui::Availability availability_of(const app::JobStatus& status);

}  // namespace rr::screens
