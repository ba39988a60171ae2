#include "client/ui/csv.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace rr::ui {
namespace {

std::string plain_number(const CsvNumber& number) {
  std::int64_t scale = 1;
  for (int i = 0; i < number.digits; ++i) scale *= 10;
  const std::int64_t scaled = std::llround(number.value * static_cast<double>(scale));
  const std::int64_t size = scaled < 0 ? -scaled : scaled;
  std::string text = (scaled < 0 ? "-" : "") + std::to_string(size / scale);
  if (number.digits == 0) return text;
  return text + "." + std::to_string(scale + size % scale).substr(1);
}

std::string guarded(const std::string& words) {
  const bool is_formula =
      !words.empty() && (std::string_view("=+-@").find(words[0]) != std::string_view::npos ||
                         static_cast<unsigned char>(words[0]) < 0x20);
  return is_formula ? "'" + words : words;
}

std::string quoted(const std::string& words) {
  const bool is_plain = words.find_first_of(",\"\r\n") == std::string::npos &&
                        (words.empty() || (words.front() != ' ' && words.back() != ' '));
  if (is_plain) return words;
  std::string text = "\"";
  for (const char letter : words) {
    if (letter == '"') text += '"';
    text += letter;
  }
  return text + "\"";
}

}  // namespace

std::string to_csv(const std::vector<CsvRow>& rows) {
  std::string text;
  for (const CsvRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) text += ',';
      if (const auto* words = std::get_if<std::string>(&row[i])) text += quoted(guarded(*words));
      if (const auto* number = std::get_if<CsvNumber>(&row[i])) text += plain_number(*number);
    }
    text += "\r\n";
  }
  return text;
}

std::string csv_file_name(std::string_view title) {
  std::string name;
  for (const char letter : title) {
    const bool is_upper = letter >= 'A' && letter <= 'Z';
    const bool is_kept =
        is_upper || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (is_kept) {
      name += static_cast<char>(is_upper ? letter - 'A' + 'a' : letter);
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return (name.empty() ? "table" : name) + ".csv";
}

}  // namespace rr::ui
