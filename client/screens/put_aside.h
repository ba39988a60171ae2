// Forms that were left with something unsaved in them, because the form of another item was opened.
#pragma once

#include <map>
#include <utility>

#include "shared/base/id.h"

namespace rr::screens {

// `Form` has `edited`, the id of its item, nil when nothing typed is in it.
template <class Form>
class PutAside {
 public:
  // Puts `form` aside, and answers the form of the item `id` if it was put aside before, else
  // `fresh`.
  [[nodiscard]] Form change(Form form, const Id& id, Form fresh) {
    if (!form.edited.is_nil()) forms_.insert_or_assign(form.edited, std::move(form));
    auto found = forms_.extract(id);
    return found.empty() ? std::move(fresh) : std::move(found.mapped());
  }

 private:
  std::map<Id, Form> forms_;
};

}  // namespace rr::screens
