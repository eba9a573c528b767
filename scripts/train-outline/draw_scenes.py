"""Documents photographed on tables, small: the picture, where documents are, and where their sides are."""

import glob
import os

import cv2
import numpy as np

from draw_cards import card, colour, pick
from draw_grounds import ground, lay, noise

LONG = 192  # px, the longer side of what the network sees
DRAWN = 2  # drawn at twice that, so that shrinking softens edges as it does in use
SHAPES = ((192, 144), (144, 192), (192, 112), (192, 128), (192, 192))


def read_all(folder, kind):
    return [cv2.cvtColor(cv2.imread(path), cv2.COLOR_BGR2RGB) for path in sorted(glob.glob(os.path.join(folder, kind, "*")))]


class SceneDrawer:
    def __init__(self, folder, seed):
        self.random = np.random.default_rng(seed)
        self.documents, self.portraits, self.people = [read_all(folder, kind) for kind in ("documents", "portraits", "people")]

    def flat(self):
        random = self.random
        if random.random() < 0.75:
            return card(random, self.portraits)
        return pick(random, self.documents).astype(np.float32), 0.037 * 400

    def corners(self, flat, size, fill, whole):
        """Where a camera sees a flat document's corners: turned, tilted, anywhere in the picture."""
        random = self.random
        width, height = size
        aspect = flat.shape[1] / flat.shape[0]
        half = np.float32([[-1, -1 / aspect], [1, -1 / aspect], [1, 1 / aspect], [-1, 1 / aspect]])
        turn = random.normal(0, 0.2) if random.random() < 0.75 else random.uniform(0, 2 * np.pi)
        across, down = random.normal(0, 0.28, 2)
        x = half[:, 0] * np.cos(turn) - half[:, 1] * np.sin(turn)
        y = half[:, 0] * np.sin(turn) + half[:, 1] * np.cos(turn)
        depth = 3 + x * np.sin(across) + y * np.sin(down)
        seen = np.stack([x * np.cos(across) / depth, y * np.cos(down) / depth], 1)
        seen -= (seen.max(0) + seen.min(0)) / 2
        reach = seen.max(0) - seen.min(0)
        seen *= fill * width / reach[0] if not whole else min(fill * width / reach[0], 0.97 * height / reach[1])
        reach = seen.max(0) - seen.min(0)
        room = np.maximum(0, (np.float32(size) - reach) / 2) if whole else np.float32(size) * 0.42
        return seen + np.float32(size) / 2 + random.uniform(-1, 1, 2) * room

    def put(self, picture, flat, radius, corners):
        """With a contact shadow and rounded corners."""
        random = self.random
        height, width = flat.shape[:2]
        source = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
        turn = cv2.getPerspectiveTransform(source, np.float32(corners))
        size = picture.shape[1], picture.shape[0]
        shape = np.full((height, width), 0, np.uint8)
        r = int(radius)
        cv2.rectangle(shape, (r, 0), (width - r, height), 255, -1)
        cv2.rectangle(shape, (0, r), (width, height - r), 255, -1)
        for x in (r, width - 1 - r):
            for y in (r, height - 1 - r):
                cv2.circle(shape, (x, y), r, 255, -1)
        cover = cv2.warpPerspective(shape, turn, size, flags=cv2.INTER_LINEAR).astype(np.float32) / 255
        soft = cv2.GaussianBlur(np.roll(cover, random.integers(-3, 4, 2), (0, 1)), (0, 0), random.uniform(0.6, 4))
        picture *= 1 - random.uniform(0, 0.6) * soft[..., None]
        seen = cv2.warpPerspective(flat, turn, size, flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
        picture += (seen - picture) * cover[..., None]

    def fingers(self, picture, corners):
        random = self.random
        skin = np.float32(pick(random, ((236, 188, 160), (198, 134, 98), (141, 85, 54), (92, 56, 40), (224, 172, 134))))
        for _ in range(random.integers(1, 4)):
            side = random.integers(4)
            edge = corners[side] + random.uniform(0.1, 0.9) * (corners[(side + 1) % 4] - corners[side])
            outward = edge - corners.mean(0)
            outward /= np.hypot(*outward) + 1e-6
            thick = int(picture.shape[1] * random.uniform(0.03, 0.08))
            tip = edge - outward * thick * random.uniform(0, 1)
            away = edge + outward * picture.shape[1] * random.uniform(0.1, 0.5)
            cv2.line(picture, tip.astype(int).tolist(), away.astype(int).tolist(), skin.tolist(), thick, cv2.LINE_AA)

    def camera(self, picture):
        """Light, shine, blur, noise, colours and compression."""
        random = self.random
        height, width = picture.shape[:2]
        light = 1 + noise(random, width, height, 3, 3) * random.uniform(0, 0.3)
        picture *= light[..., None] * (1 + random.normal(0, 0.06, 3)) * random.uniform(0.7, 1.15)
        if random.random() < 0.15:
            spot = np.zeros((height, width), np.float32)
            centre = (random.uniform(0, 1, 2) * (width, height)).astype(int)
            cv2.ellipse(spot, centre.tolist(), (random.uniform(0.02, 0.14, 2) * width).astype(int).tolist(), random.uniform(0, 180), 0, 360, 1, -1)
            picture += cv2.GaussianBlur(spot, (0, 0), random.uniform(2, 10))[..., None] * random.uniform(60, 200)
        blur = random.random()
        if blur < 0.15:
            picture = cv2.GaussianBlur(picture, (0, 0), random.uniform(0.6, 3.5))
        elif blur < 0.28:
            length, turn = random.uniform(3, 15), random.uniform(0, np.pi)
            kernel = np.zeros((31, 31), np.float32)
            step = 0.5 * length * np.float32([np.cos(turn), np.sin(turn)])
            cv2.line(kernel, (15 - step).round().astype(int).tolist(), (15 + step).round().astype(int).tolist(), 1, 1, cv2.LINE_AA)
            picture = cv2.filter2D(picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)
        if random.random() < 0.15:
            picture = np.repeat(picture.mean(2, keepdims=True), 3, 2)
        elif random.random() < 0.2:
            grey = picture.mean(2, keepdims=True)
            picture = grey + (picture - grey) * random.uniform(0.2, 1.4)
        picture = picture + random.normal(0, random.uniform(0, 7), picture.shape).astype(np.float32)
        return np.clip(picture, 0, 255).astype(np.uint8)

    def scene(self, size):
        """Picture (height, width, 3) uint8; documents and sides (height / 2, width / 2), shares of each place, as uint8."""
        random = self.random
        drawn = (size[0] * DRAWN, size[1] * DRAWN)
        picture = np.ascontiguousarray(ground(random, *drawn, self.people), np.float32)
        picture = np.clip(picture, 0, 255)
        inside, sides = np.zeros(drawn[::-1], np.uint8), np.zeros(drawn[::-1], np.uint8)
        course = random.random()
        count = 0 if course < 0.05 else 2 if course < 0.15 else 1
        for n in range(count):
            flat, radius = self.flat()
            is_whole = random.random() < 0.85
            fill = random.uniform(0.2, 0.5) if count == 2 else random.uniform(0.22, 0.97)
            corners = self.corners(flat, drawn, fill, is_whole)
            if random.random() < 0.06:  # on a table of its own colour
                rim = np.concatenate([flat[:6].reshape(-1, 3), flat[-6:].reshape(-1, 3)]).mean(0) * random.uniform(0.85, 1)
                picture[:] = rim + (picture - picture.mean((0, 1))) * 0.15
                inside[:], sides[:] = 0, 0
            self.put(picture, flat, radius, corners)
            shape = np.round(corners * 8).astype(np.int32)
            sides_here = np.zeros_like(sides)
            cv2.polylines(sides_here, [shape], True, 255, 4, cv2.LINE_AA, 3)
            cv2.fillConvexPoly(sides, shape, 0, cv2.LINE_AA, 3)
            cv2.fillConvexPoly(inside, shape, 255, cv2.LINE_AA, 3)
            sides = np.maximum(sides, sides_here)
            if random.random() < 0.12:
                self.fingers(picture, corners)
        picture = self.camera(np.clip(picture, 0, 255))
        picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        if random.random() < 0.5:
            coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(random.uniform(60, 95))])[1]
            picture = cv2.imdecode(coded, cv2.IMREAD_COLOR)
        half = (size[0] // 2, size[1] // 2)
        return picture, cv2.resize(inside, half, interpolation=cv2.INTER_AREA), cv2.resize(sides, half, interpolation=cv2.INTER_AREA)


if __name__ == "__main__":
    import sys
    import time

    drawer = SceneDrawer(sys.argv[1], 1)
    start = time.time()
    rows = []
    for _ in range(6):
        row = []
        for _ in range(8):
            picture, inside, sides = drawer.scene((192, 144))
            row.append(np.vstack([picture, cv2.resize(np.dstack([inside, sides, inside * 0]), (192, 144))]))
        rows.append(np.hstack(row))
    print((time.time() - start) / 48)
    cv2.imwrite(sys.argv[2], cv2.cvtColor(np.vstack(rows), cv2.COLOR_RGB2BGR))
