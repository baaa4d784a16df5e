"""All cells of a workbook by openpyxl, in a process of its own: openpyxl_cells.py FILE RUNS. Prints JSON as tool.ts does."""

import json
import sys
import time

begin = time.perf_counter()
import openpyxl  # noqa: E402

path, runs = sys.argv[1], int(sys.argv[2])


def work():
    book = openpyxl.load_workbook(path, data_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


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
