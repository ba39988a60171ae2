// What all fields share: label, box, message, and the node's description. Inside client/ui only.
#pragma once

#include "client/ui/widgets.h"

namespace rr::ui {

inline constexpr float kFieldPadding = 12;

// Where the box is painted: under the label, `height` high.
[[nodiscard]] Rect field_box(const Rect& rect, const FieldSpec& spec, float height);
// Emits the field's node with name, value and hints, tied to its message. A list is opened as the
// parent of its options.
Node& emit_field(Ui& ui, Tag tag, std::uint64_t key, const Rect& box, const FieldSpec& spec,
                 std::string_view value);
// Paints label, ground and edge.
void paint_field(Ui& ui, const Rect& rect, const Rect& box, const FieldSpec& spec,
                 const Interaction& state);
// Emits and paints the message under the box, if there is one.
void field_message(Ui& ui, std::uint64_t key, const Rect& box, const FieldSpec& spec);
// Buttons "Decrease <name>" and "Increase <name>" at both ends of a box: -1, 0 or 1.
[[nodiscard]] int step_buttons(Ui& ui, std::uint64_t key, const Rect& box, std::string_view name);
// Takes what was typed into `draft`.
FieldResult take_typed(Ui& ui, std::uint64_t key, std::string& draft);

}  // namespace rr::ui
