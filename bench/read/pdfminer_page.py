"""Texts and lines of a PDF's first page with their places, by pdfminer, in a process of its own: pdfminer_page.py FILE RUNS."""

import json
import sys
import time

begin = time.perf_counter()
from pdfminer.high_level import extract_pages  # noqa: E402
from pdfminer.layout import LTTextContainer  # noqa: E402

path, runs = sys.argv[1], int(sys.argv[2])


def work():
    page = next(iter(extract_pages(path, maxpages=1)))
    return sum(len("".join(item.get_text().split())) for item in page if isinstance(item, LTTextContainer))


read = work()
first = (time.perf_counter() - begin) * 1000
times = []
busy = []
for _ in range(runs):
    start, spent = time.perf_counter(), time.process_time()
    read = work()
    times.append((time.perf_counter() - start) * 1000)
    busy.append((time.process_time() - spent) * 1000)
times.sort()
busy.sort()
print(json.dumps({"first": first, "warm": times[len(times) // 2], "cpu": busy[len(busy) // 2], "read": read}))
