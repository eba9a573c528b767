"""OpenCV's side of bench/speed.ts, one thread: `speed.py FILE` answers each line on standard input with a JSON line.

"focus"     decode to BGR, grey, Laplacian, variance: the textbook measure of sharpness
"document"  the same and what a search for the document's outline needs: blur, Canny, contours
"""

import json
import sys
import time

import cv2
import numpy as np


def focus(encoded):
    grey = cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2GRAY)
    return grey, float(cv2.Laplacian(grey, cv2.CV_64F).var())


def document(encoded):
    grey, variance = focus(encoded)
    edges = cv2.Canny(cv2.GaussianBlur(grey, (5, 5), 0), 50, 150)
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    return variance, len(contours)


cv2.setNumThreads(1)
with open(sys.argv[1], "rb") as file:
    encoded_file = np.frombuffer(file.read(), dtype=np.uint8)
print(json.dumps({"opencv": cv2.__version__}), flush=True)
for line in sys.stdin:
    started, used = time.perf_counter(), time.process_time()
    {"focus": focus, "document": document}[line.strip()](encoded_file)
    taken = {"ms": time.perf_counter() - started, "processorMs": time.process_time() - used}
    print(json.dumps({name: seconds * 1000 for name, seconds in taken.items()}), flush=True)
