// Tables as CSV files (RFC 4180): comma, CRLF, quotes where they are needed. The page puts a byte
// order mark in front (web/system.js), so that spreadsheets read UTF-8.
//
// Words that a spreadsheet would take for a formula (beginning with = + - @ or a control character)
// get an apostrophe in front; numbers are written as such and need none.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rr::ui {

// Nothing, words, or a number with its digits behind the point.
struct CsvNumber {
  double value = 0;
  int digits = 0;
};
using CsvCell = std::variant<std::monostate, std::string, CsvNumber>;
using CsvRow = std::vector<CsvCell>;

[[nodiscard]] std::string to_csv(const std::vector<CsvRow>& rows);
// A name for the file: lower case, letters and digits of ASCII joined by "-", ending in ".csv".
[[nodiscard]] std::string csv_file_name(std::string_view title);

}  // namespace rr::ui
