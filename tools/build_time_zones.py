#!/usr/bin/env python3
"""tools/build_time_zones.py ZONEINFO_DIR OUT.bin [OUT.cpp]: packs the tz database's offsets.

Every zone and every backward link of ZONEINFO_DIR (compiled TZif files), as offsets from UTC at
1970 and every change of it until 2100, rules evaluated here, so that nobody evaluates them later.
Zones with the same changes share one table. OUT.cpp holds the same bytes for
server/ops/built_in_time_zones.h. The format, little endian (shared/base/time_zones.cpp reads it):

  "RRTZ", u8 version 1
  u16 count, then u32 each: the spans in seconds between changes that occur
  u16 count, then i32 each: the offsets in seconds that occur (at most 256)
  u16 count of tables; each: u8 offset in 1970, u16 count of changes; each change: u16 span since
      the last (the first: since 1970), u8 offset from then on
  u16 count of names in ascending order; each: u8 length, bytes, u16 table + 0x8000 when the name is
      to be offered in lists
"""
import datetime
import os
import re
import struct
import sys

UNTIL = int(datetime.datetime(2101, 1, 1, tzinfo=datetime.timezone.utc).timestamp())
LEFT_OUT = {"Factory", "localtime", "posixrules"}


def read_tzif(path):
    """The file's changes [(unix seconds, offset)] and its rule for the time after them."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:4] != b"TZif" or data[4:5] < b"2":
        return None

    def counts(at):
        return struct.unpack(">6l", data[at + 20:at + 44])

    isut, isstd, leap, times, types, chars = counts(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
    isut, isstd, leap, times, types, chars = counts(at)
    at += 44
    moments = struct.unpack(f">{times}q", data[at:at + 8 * times])
    at += 8 * times
    indexes = data[at:at + times]
    at += times
    offsets = [struct.unpack(">l", data[at + 6 * i:at + 6 * i + 4])[0] for i in range(types)]
    at += 6 * types + chars + 12 * leap + isstd + isut
    rule = data[at:].strip(b"\n").decode()
    changes = [(moment, offsets[index]) for moment, index in zip(moments, indexes)]
    return [(-(1 << 62), offsets[0])] + changes, rule


def seconds(text):
    """[+-]hh[:mm[:ss]] as seconds."""
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def day_of_rule(rule, year):
    """Unix seconds of local midnight, as if UTC, of the day that Mm.w.d, Jn or n names."""
    if rule[0] == "M":
        month, week, weekday = (int(part) for part in rule[1:].split("."))
        first = datetime.date(year, month, 1)
        day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
        length = (datetime.date(year + month // 12, month % 12 + 1, 1) - first).days
        while day > length:
            day -= 7
        date = datetime.date(year, month, day)
    elif rule[0] == "J":
        date = datetime.date(2001, 1, 1) + datetime.timedelta(days=int(rule[1:]) - 1)
        date = datetime.date(year, date.month, date.day)
    else:
        date = datetime.date(year, 1, 1) + datetime.timedelta(days=int(rule))
    return (date - datetime.date(1970, 1, 1)).days * 86400


def rule_changes(rule, after):
    """The changes that a POSIX TZ rule makes after a moment until UNTIL."""
    name = r"(?:<[^>]+>|[A-Za-z]+)"
    match = re.fullmatch(rf"{name}([+-]?[\d:]+)(?:{name}([+-]?[\d:]+)?,([^,]+),([^,]+))?", rule)
    if match is None:
        sys.exit(f"a rule that is not understood: {rule}")
    standard = -seconds(match[1])
    if match[3] is None:
        return [(after + 1, standard)]
    summer = -seconds(match[2]) if match[2] else standard + 3600
    changes = []
    for year in range(1970, 2101):
        for text, before, to in ((match[3], standard, summer), (match[4], summer, standard)):
            day, _, time = text.partition("/")
            moment = day_of_rule(day, year) + (seconds(time) if time else 7200) - before
            changes.append((moment, to))
    return sorted(change for change in changes if change[0] > after)


def table_of(path):
    """(offset at 1970, ((moment, new offset), ...)) with real changes only; None for no zone."""
    zone = read_tzif(path)
    if zone is None:
        return None
    changes, rule = zone
    if rule:
        changes = changes + rule_changes(rule, max(changes[-1][0], -(1 << 40)))
    first = [offset for moment, offset in changes if moment <= 0][-1]
    offset = first
    kept = []
    for moment, to in changes:
        if 0 < moment < UNTIL and to != offset:
            kept.append((moment, to))
            offset = to
    return first, tuple(kept)


def zones_of(root):
    """name -> path of every zone below root."""
    zones = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in ("posix", "right")]
        for file in files:
            path = os.path.join(folder, file)
            name = os.path.relpath(path, root)
            if name not in LEFT_OUT:
                zones[name] = path
    return zones


def listed_names(root):
    with open(os.path.join(root, "zone.tab"), encoding="utf-8") as file:
        return {line.split("\t")[2].strip() for line in file if line[0] != "#"} | {"UTC"}


def pack(root):
    tables, names = {}, {}
    for name, path in sorted(zones_of(root).items()):
        table = table_of(path)
        if table is not None:
            names[name] = tables.setdefault(table, len(tables))
    spans, offsets = set(), set()
    for first, changes in tables:
        offsets.update([first], (to for _, to in changes))
        moments = [0] + [moment for moment, _ in changes]
        spans.update(b - a for a, b in zip(moments, moments[1:]))
    spans, offsets = sorted(spans), sorted(offsets)
    span_index = {span: index for index, span in enumerate(spans)}
    offset_index = {offset: index for index, offset in enumerate(offsets)}
    out = [b"RRTZ\1", struct.pack(f"<H{len(spans)}I", len(spans), *spans),
           struct.pack(f"<H{len(offsets)}i", len(offsets), *offsets),
           struct.pack("<H", len(tables))]
    for first, changes in tables:
        out.append(struct.pack("<BH", offset_index[first], len(changes)))
        last = 0
        for moment, to in changes:
            out.append(struct.pack("<HB", span_index[moment - last], offset_index[to]))
            last = moment
    listed = listed_names(root)
    out.append(struct.pack("<H", len(names)))
    for name in sorted(names, key=str.encode):
        text = name.encode()
        number = names[name] + (0x8000 if name in listed else 0)
        out.append(struct.pack("<B", len(text)) + text + struct.pack("<H", number))
    return b"".join(out)


def source_of(data):
    lines = [",".join(str(byte) for byte in data[at:at + 24]) for at in range(0, len(data), 24)]
    return ("// Made by tools/build_time_zones.py.\n"
            '#include "server/ops/built_in_time_zones.h"\n\nnamespace rr {\n\n'
            "const TimeZones& built_in_time_zones() {\n"
            "  static const unsigned char kBytes[] = {\n" + ",\n".join(lines) + "};\n"
            "  static const TimeZones kZones = TimeZones::parse(\n"
            "      {reinterpret_cast<const char*>(kBytes), sizeof kBytes}).value();\n"
            "  return kZones;\n}\n\n}  // namespace rr\n")


def main():
    data = pack(sys.argv[1])
    with open(sys.argv[2], "wb") as file:
        file.write(data)
    if len(sys.argv) > 3:
        with open(sys.argv[3], "w", encoding="ascii") as file:
            file.write(source_of(data))


main()
