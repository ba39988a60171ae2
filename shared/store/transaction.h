// What commands read and write: the rows of one scope.
//
// Reader gives rows by id and by an indexed id field, always in ascending id order, so every
// implementation (memory, SQLite, PostgreSQL) shows the same sequence. Transaction adds writes,
// which its own later reads see. A storage fault (a disk error on the server) never surfaces in a
// command: reads answer "nothing", writes are dropped, and whoever owns the transaction asks
// `faulted()` before committing.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "shared/base/function_ref.h"
#include "shared/domain/description.h"
#include "shared/domain/entities.h"

namespace rr {

using RowVisitor = FunctionRef<void(const Id& id, const RowPointer& row)>;

class Reader {
 public:
  virtual ~Reader() = default;

  [[nodiscard]] virtual RowPointer find_row(const EntityInfo& entity, const Id& id) const = 0;
  virtual void each_row(const EntityInfo& entity, const RowVisitor& visit) const = 0;
  // Rows whose indexed id field `field` equals `key`.
  virtual void each_row_where(const EntityInfo& entity, const FieldInfo& field, const Id& key,
                              const RowVisitor& visit) const = 0;

  template <class T>
  [[nodiscard]] std::shared_ptr<const T> find(const Id& id) const {
    return std::static_pointer_cast<const T>(find_row(describe<T>(), id));
  }
  // All rows of an entity in id order.
  template <class T>
  [[nodiscard]] std::vector<std::shared_ptr<const T>> all() const {
    std::vector<std::shared_ptr<const T>> rows;
    each_row(describe<T>(), [&](const Id&, const RowPointer& row) {
      rows.push_back(std::static_pointer_cast<const T>(row));
    });
    return rows;
  }
  // Rows whose indexed field called `field` points to `key`, in id order.
  template <class T>
  [[nodiscard]] std::vector<std::shared_ptr<const T>> where(std::string_view field,
                                                            const Id& key) const {
    std::vector<std::shared_ptr<const T>> rows;
    for (const FieldInfo& info : describe<T>().fields) {
      if (info.name != field || info.indexing != Indexing::indexed) continue;
      each_row_where(describe<T>(), info, key, [&](const Id&, const RowPointer& row) {
        rows.push_back(std::static_pointer_cast<const T>(row));
      });
    }
    return rows;
  }
};

class Transaction : public Reader {
 public:
  virtual void put_row(const EntityInfo& entity, RowPointer row) = 0;
  virtual void erase_row(const EntityInfo& entity, const Id& id) = 0;
  [[nodiscard]] virtual bool faulted() const { return false; }

  template <class T>
  void put(const T& row) {
    put_row(describe<T>(), std::make_shared<const T>(row));
  }
  template <class T>
  void erase(const Id& id) {
    erase_row(describe<T>(), id);
  }
};

}  // namespace rr
