"""Documents of no country, seen flat: every layout and colour there might be, with portraits of drawn people."""

import cv2
import numpy as np

WIDTH = 360
SHAPES = (85.6 / 53.98, 125 / 88, 105 / 74)  # ID-1, ID-3 and ID-2 (ISO/IEC 7810)


def pick(random, items):
    return items[random.integers(len(items))]


def colour(random, low=0, high=255):
    return random.integers(low, high + 1, 3).astype(np.float32)


def dashes(picture, random, x, y, width, height, ink, words=None):
    """A line of print: words as bars or as rows of upright strokes, the ways letters of a few pixels look."""
    end = x + width
    is_bar = random.random() < 0.4
    while x < end and (words is None or words > 0):
        word = random.integers(2, 10) * max(1, height * 0.55)
        step = word if is_bar else max(2, round(height * 0.55))
        for at in np.arange(x, min(x + word, end), step):
            top = y + (0 if is_bar else random.integers(0, max(1, height // 3)))
            cv2.rectangle(picture, (int(at), int(top)), (int(at + step * (1 if is_bar else 0.5)), int(y + height)), ink.tolist(), -1)
        x += word + height * 0.7
        words = None if words is None else words - 1


def write(picture, random, x, y, height, ink, count):
    letters = "".join(pick(random, "ABCDEFGHIJKLMNOPRSTUVZ0123456789<") for _ in range(count))
    font = pick(random, (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_PLAIN, cv2.FONT_HERSHEY_TRIPLEX))
    scale = height / (14 if font == cv2.FONT_HERSHEY_PLAIN else 22)
    cv2.putText(picture, letters, (int(x), int(y + height)), font, scale, ink.tolist(), 1 if height < 14 else 2, cv2.LINE_AA)


def paper(random, width, height):
    """A pale, tinted or dark ground: two colours run into each other, fine waves and a large faint emblem over them."""
    tone = random.random()
    low, high = (225, 255) if tone < 0.35 else (160, 250) if tone < 0.85 else (30, 200)
    first, second = colour(random, low, high), colour(random, low, high)
    turn = random.uniform(0, 2 * np.pi)
    across, down = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    mix = np.clip(0.5 + 0.5 * (np.cos(turn) * across + np.sin(turn) * down), 0, 1)[..., None]
    ground = first * mix + second * (1 - mix)
    for _ in range(random.integers(0, 4)):
        period, lean, bend = random.uniform(4, 24), random.uniform(-1, 1), random.uniform(0, 14)
        rows, columns = np.mgrid[0:height, 0:width]
        wave = np.sin((rows + lean * columns + bend * np.sin(columns / random.uniform(15, 60))) * 2 * np.pi / period)
        ground += wave[..., None] * random.uniform(-1, 1, 3) * random.uniform(2, 14)
    ground = np.ascontiguousarray(np.clip(ground, 0, 255), np.float32)
    if random.random() < 0.4:
        over = ground.copy()
        centre = (int(random.uniform(0.2, 0.9) * width), int(random.uniform(0.2, 0.9) * height))
        for ring in range(random.integers(1, 6)):
            cv2.circle(over, centre, int(10 + ring * random.uniform(6, 16)), colour(random).tolist(), random.integers(1, 12))
        cv2.addWeighted(over, 0.25, ground, 0.75, 0, ground)
    return ground


def portrait_box(random, width, height):
    tall = height * random.uniform(0.42, 0.72)
    wide = tall * random.uniform(0.72, 0.82)
    left = random.uniform(0.02, 0.1) * width if random.random() < 0.75 else width * random.uniform(0.6, 0.96) - wide
    return left, height * random.uniform(0.14, 0.3), wide, tall


def card(random, portraits):
    """A flat document: RGB float, with the radius of its corners in pixels."""
    width, height = WIDTH, round(WIDTH / (pick(random, SHAPES) * random.uniform(0.95, 1.05)))
    picture = paper(random, width, height)
    ink = colour(random, 0, 90)
    if random.random() < 0.6:
        cv2.rectangle(picture, (0, 0), (width, int(height * random.uniform(0.08, 0.2))), colour(random).tolist(), -1)
    left, top = random.uniform(0.05, 0.4) * width, random.uniform(0.02, 0.09) * height
    write(picture, random, left, top, random.uniform(9, 18), colour(random) if random.random() < 0.3 else ink, random.integers(6, 18))
    is_back = random.random() < 0.25
    left = width * 0.05
    right = width * 0.96
    if not is_back:
        x, y, wide, tall = portrait_box(random, width, height)
        box = (int(wide), int(tall))
        face = cv2.resize(pick(random, portraits), box, interpolation=cv2.INTER_AREA).astype(np.float32)
        y = min(y, height - tall - 2)
        picture[int(y) : int(y) + box[1], int(x) : int(x) + box[0]] = face[: height - int(y), : width - int(x)]
        if random.random() < 0.3:
            cv2.rectangle(picture, (int(x), int(y)), (int(x) + box[0], int(y) + box[1]), colour(random).tolist(), 1)
        left, right = (x + wide + 0.03 * width, right) if x < width / 2 else (left, x - 0.03 * width)
        if random.random() < 0.3:
            ghost = cv2.resize(face, (box[0] // 3, box[1] // 3), interpolation=cv2.INTER_AREA)
            gx, gy = int(random.uniform(0.6, 0.85) * width), int(random.uniform(0.4, 0.6) * height)
            part = picture[gy : gy + ghost.shape[0], gx : gx + ghost.shape[1]]
            part += 0.4 * (ghost[: part.shape[0], : part.shape[1]] - part)
    zone = random.random() < 0.5
    bottom = height * (0.74 if zone else 0.93)
    y, step = height * random.uniform(0.2, 0.3), height * random.uniform(0.05, 0.13)
    while y < bottom - 8:
        if random.random() < 0.85:
            tall = int(step * random.uniform(0.3, 0.7)) + 1
            dashes(picture, random, left, int(y), (right - left) * random.uniform(0.3, 1), tall, ink, random.integers(1, 5))
        y += step
    if zone:
        lines = random.integers(2, 4)
        for line in range(lines):
            write(picture, random, 0.04 * width, height * (0.76 + 0.22 * line / lines), 9 if lines == 3 else 11, ink * 0.5, 34)
    for _ in range(random.integers(0, 3)):
        at = (random.uniform(0.1, 0.9, 2) * (width, height)).astype(int)
        shape = random.random()
        size = int(random.uniform(8, 30))
        if shape < 0.4:
            cv2.circle(picture, at.tolist(), size, colour(random).tolist(), pick(random, (-1, 1, 2)))
        elif shape < 0.7:
            cv2.rectangle(picture, at.tolist(), (at + (size * 1.3, size)).astype(int).tolist(), colour(random, 90, 220).tolist(), -1)
        else:
            points = np.cumsum(random.normal(0, 9, (12, 2)) + (5, 0), 0) + at
            cv2.polylines(picture, [points.astype(np.int32)], False, (20, 20, 60), 1, cv2.LINE_AA)
    if random.random() < 0.2:
        inset = 1 if random.random() < 0.5 else int(random.uniform(0.01, 0.06) * width)
        far = (width - 1 - inset, height - 1 - inset)
        cv2.rectangle(picture, (inset, inset), far, colour(random).tolist(), random.integers(1, 7) if inset == 1 else random.integers(1, 3))
    picture = np.clip(picture, 0, 255)
    return picture, (random.uniform(0, 0.045) * width if random.random() < 0.8 else 0)
