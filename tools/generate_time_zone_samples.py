#!/usr/bin/env python3
"""tools/generate_time_zone_samples.py ZONEINFO_DIR > tests/unit/base/time_zone_samples.inc

What Python's own reader of the tz database says, to compare with shared/base/time_zones: for every
zone a sum over the offsets at moments 20 days apart from 1970 to 2100."""
import os
import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

root = sys.argv[1]
start = datetime(1970, 1, 2, tzinfo=timezone.utc)
moments = [start + timedelta(days=20 * i, seconds=1800 * i) for i in range(2370)]
entries = []
for folder, folders, files in os.walk(root):
    folders[:] = [name for name in folders if name not in ("posix", "right")]
    for file in files:
        path = os.path.join(folder, file)
        name = os.path.relpath(path, root)
        with open(path, "rb") as zone_file:
            if name in ("Factory", "localtime", "posixrules") or zone_file.read(4) != b"TZif":
                continue
            zone_file.seek(0)
            zone = zoneinfo.ZoneInfo.from_file(zone_file)
        total = 0
        for moment in moments:
            offset = int(moment.astimezone(zone).utcoffset().total_seconds())
            total = (total * 31 + offset) % (1 << 64)
        entries.append(f'{{"{name}", {total}u}},')
entries.sort()
for pair in zip(entries[::2], entries[1::2] + [""]):
    print(" ".join(pair).strip())
