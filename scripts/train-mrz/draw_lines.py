"""Draws strips of machine-readable text and spoils them the way scanners, phones and messengers do.

A strip is what the reader cuts out of a picture: 32 px high, capital letters about 20 px high in its middle, contrast evened
out. Beside the pixels comes a label for every fourth column: a character (index in ALPHABET), BLANK between characters, or
IGNORED where neither would be fair.
"""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
BLANK, IGNORED = len(ALPHABET), -1
HEIGHT, LETTER, STRIDE = 32, 20.0, 4

OCR_B = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
OCR_B_SHARP = "/usr/share/fonts/opentype/ocr-b/OCRBS.otf"
OTHERS = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationMono-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationMono-Bold.ttf",
]
CAP = 48  # cap height of the glyphs in the atlas, px


def atlas(path):
    """Every glyph as ink 0..1 in a cell of 96 x 80 px, the cap height from row 24 to row 72."""
    size = 60
    for _ in range(8):
        box = ImageFont.truetype(path, size).getmask("H").getbbox()
        size = round(size * CAP / (box[3] - box[1]))
    font = ImageFont.truetype(path, size)
    advance = font.getlength("H")
    cells = []
    for character in ALPHABET:
        image = Image.new("L", (80, 96), 0)
        ImageDraw.Draw(image).text((40 - advance / 2, 72), character, font=font, fill=255, anchor="ls")
        cells.append(np.asarray(image, np.float32) / 255)
    return np.stack(cells), advance / CAP


class LineDrawer:
    def __init__(self, seed, width=416):
        self.random = np.random.default_rng(seed)
        self.width = width
        self.atlases = [atlas(path) for path in [OCR_B, OCR_B_SHARP, *OTHERS]]

    def text(self, length):
        """Like an MRZ: names, runs of fillers, digits, mixtures; single characters of the alphabet for evenness."""
        r, out = self.random, ""
        while len(out) < length:
            kind = r.random()
            n = int(r.integers(1, 9))
            if kind < 0.22:
                out += "<" * n
            elif kind < 0.5:
                out += "".join(r.choice(list(ALPHABET[26:36]), n))
            elif kind < 0.75:
                out += "".join(r.choice(list(ALPHABET[:26]), n))
            else:
                out += "".join(r.choice(list(ALPHABET[:36]), n))
            if r.random() < 0.15:
                out += "<"
        return out[:length]

    def strip(self):
        """One strip, float32 32 x width evened out, and its labels."""
        r = self.random
        which = r.choice(5, p=[0.52, 0.4, 0.03, 0.03, 0.02])
        glyphs, natural = self.atlases[which]
        # Pitch in cap heights: OCR-B in MRZs has about 1.05; narrow and wide settings occur.
        pitch = float(np.clip(r.normal(1.04, 0.09), 0.78, 1.35)) if which < 2 else natural * r.uniform(0.95, 1.25)
        wide = r.uniform(0.88, 1.1) * min(1.0, pitch / 0.9)
        count = int(self.width / (pitch * LETTER)) + 3
        first, last = 0, count
        if r.random() < 0.35:
            first = int(r.integers(0, count - 3))
        if r.random() < 0.35:
            last = int(r.integers(min(first + 3, count), count + 1))
        text = self.text(count)
        ink = self.ink(glyphs, text, first, last, pitch, wide)
        height = float(np.exp(r.uniform(np.log(5.5), np.log(34)))) if r.random() < 0.85 else r.uniform(6, 13)
        scene, affine = self.photograph(ink, height)
        strip, labels = self.cut(scene, affine, height, pitch, text, first, last)
        return even_out(strip), labels

    def ink(self, glyphs, text, first, last, pitch, wide):
        """Canvas with letters CAP px high, their baseline at 96; thick or thin, perhaps another line's edge near it."""
        r = self.random
        step = pitch * CAP
        canvas = np.zeros((168, int(step * len(text)) + 80), np.float32)
        matrix = np.float32([[wide, 0, 40 * (1 - wide)], [0, 1, 0]])
        for at in range(first, last):
            cell = glyphs[ALPHABET.index(text[at])]
            cell = cv2.warpAffine(cell, matrix, (80, 96)) if wide != 1 else cell
            x = int(round(step * (at + 0.5))) + int(r.normal(0, 0.6))
            y = 24 + int(r.normal(0, 0.5))
            place = canvas[y : y + 96, x : x + 80]
            np.maximum(place, cell, out=place)
        weight = r.uniform(-1, 1)
        if weight > 0.15:
            size = int(1 + weight * 6)
            canvas = cv2.dilate(canvas, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size)))
        elif weight < -0.4:
            canvas = cv2.erode(canvas, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2, 2)))
        if r.random() < 0.2:  # worn or dotted print
            wear = cv2.resize(r.random((14, canvas.shape[1] // 12), np.float32), canvas.shape[::-1])
            canvas = canvas * np.clip(wear * 2.2 + r.uniform(-0.1, 0.4), 0, 1)
        if r.random() < 0.3:  # edge of the line above or below
            other = self.text(len(text))
            rise = int(r.uniform(1.2, 1.5) * CAP) * (1 if r.random() < 0.5 else -1)
            for at, character in enumerate(other):
                x, y = int(step * (at + 0.5)), 24 + rise
                top, bottom = max(0, y), min(168, y + 96)
                if bottom > top:
                    place = canvas[top:bottom, x : x + 80]
                    np.maximum(place, glyphs[ALPHABET.index(character)][top - y : bottom - y], out=place)
        if r.random() < 0.15:  # a frame or a rule close by
            y = int(r.choice([r.uniform(0, 34), r.uniform(112, 160)]))
            canvas[y : y + int(r.integers(1, 6))] = r.uniform(0.3, 1)
        return canvas

    def photograph(self, ink, height):
        """The canvas as a camera or scanner has it, letters `height` px high; with it the map from canvas to picture."""
        r = self.random
        scale = height / CAP
        turn, shear = np.radians(r.normal(0, 0.5)), r.normal(0, 0.05)
        stretch = r.normal(1, 0.04)
        w, h = int(ink.shape[1] * scale * stretch) + 4, int(168 * scale) + 4
        shift = r.random(2)
        a = scale * stretch * np.cos(turn)
        affine = np.float32([[a, scale * shear, shift[0]], [scale * np.sin(turn), scale, shift[1] + 1]])
        middle = affine @ np.float32([ink.shape[1] / 2, 84, 1])
        affine[:, 2] += np.float32([w / 2, h / 2]) - middle
        blurred = cv2.GaussianBlur(ink, (0, 0), 0.45 / scale) if scale < 0.9 else ink
        ink = np.clip(cv2.warpAffine(blurred, affine, (w, h), flags=cv2.INTER_LINEAR), 0, 1)

        paper = self.paper(w, h)
        dark = r.uniform(0, 110) if r.random() < 0.8 else r.uniform(60, 150)
        dark = min(dark, float(paper.mean()) - r.uniform(35, 60))
        scene = paper * (1 - ink) + (dark + r.uniform(0, 0.3) * (paper - paper.mean())) * ink
        if r.random() < 0.01:
            scene = 255 - scene
        blur = abs(r.normal(0, 0.055)) * height if r.random() < 0.8 else r.uniform(0, 0.15) * height
        if blur > 0.25:
            scene = cv2.GaussianBlur(scene, (0, 0), blur)
        if r.random() < 0.15:
            scene = motion(scene, r.uniform(0, 0.3) * height, r.uniform(0, np.pi))
        if r.random() < 0.3:
            soft = cv2.GaussianBlur(scene, (0, 0), r.uniform(0.7, 2))
            scene = scene + r.uniform(0.2, 1.5) * (scene - soft)
        if r.random() < 0.6:
            scene = scene + r.normal(0, abs(r.normal(0, 7)), scene.shape)
        scene = np.clip(scene, 0, 255).astype(np.uint8)
        if r.random() < 0.75:
            quality = int(r.uniform(22, 95))
            scene = cv2.imdecode(cv2.imencode(".jpg", scene, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], 0)
        if r.random() < 0.2:  # brought to another size once more
            factor = r.uniform(0.75, 1.8)
            flags = [cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_AREA][r.integers(3)]
            scene = cv2.resize(scene, (max(8, int(w * factor)), max(8, int(h * factor))), interpolation=flags)
            sx, sy = scene.shape[1] / w, scene.shape[0] / h
            affine = np.float32([[sx], [sy]]) * affine
            affine[:, 2] += np.float32([sx - 1, sy - 1]) / 2
        return scene, affine

    def paper(self, w, h):
        """Plain, shaded, waved or patterned paper, 0..255."""
        r = self.random
        level = r.uniform(110, 250)
        paper = np.full((h, w), level, np.float32)
        if r.random() < 0.6:
            rough = r.normal(0, 1, (3, max(3, w // (3 * h) + 2))).astype(np.float32)
            paper += cv2.resize(rough, (w, h), interpolation=cv2.INTER_CUBIC) * r.uniform(2, 25)
        if r.random() < 0.5:
            y, x = np.mgrid[0:h, 0:w].astype(np.float32)
            for _ in range(int(r.integers(1, 4))):
                period = r.uniform(0.12, 1.2) * h / 3.5
                swing, length = r.uniform(0, 0.5) * h, r.uniform(0.5, 6) * h
                angle = r.uniform(0, np.pi)
                phase = x * np.cos(angle) + y * np.sin(angle) + swing * np.sin(x / length + r.uniform(0, 6))
                wave = np.sin(phase * 2 * np.pi / max(period, 2.2))
                if r.random() < 0.5:
                    wave = np.clip((wave - 0.6) * 3, 0, 1)
                paper += wave * r.uniform(2, 26)
        if r.random() < 0.15:
            for _ in range(int(r.integers(1, 5))):
                a, b = (int(r.integers(0, w)), int(r.integers(0, h))), (int(r.integers(0, w)), int(r.integers(0, h)))
                cv2.line(paper, a, b, float(level + r.uniform(-70, 40)), int(r.integers(1, 2 + h // 20)))
        if r.random() < 0.12:
            x = r.integers(0, w)
            paper[:, x:] += r.uniform(-60, 40)
        return np.clip(paper, 0, 255)

    def cut(self, scene, affine, height, pitch, text, first, last):
        """Cuts the strip as the reader does, not quite in the right place, and labels its columns."""
        r = self.random
        zoom = LETTER / CAP * r.normal(1, 0.06)
        tilt = r.normal(0, 0.006)
        wide = zoom * r.normal(1, 0.05)
        x0 = r.uniform(0, pitch * CAP * 2)
        y0 = 72 - r.normal(0, 2.6)
        # strip -> canvas, then canvas -> picture
        to_canvas = np.float32([[1 / wide, 0, x0 + 40], [tilt / wide, 1 / zoom, y0 - tilt / wide * self.width / 2 - HEIGHT / 2 / zoom], [0, 0, 1]])
        full = np.vstack([affine, [0, 0, 1]]).astype(np.float32) @ to_canvas
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        if height > 26:
            scene = cv2.GaussianBlur(scene, (0, 0), 0.35 * height / LETTER)
        strip = cv2.warpAffine(scene, full[:2], (self.width, HEIGHT), flags=flags, borderMode=cv2.BORDER_REPLICATE)
        columns = (np.arange(self.width // STRIDE) + 0.5) * STRIDE
        at = (columns / wide + x0) / (pitch * CAP) - 0.5
        nearest = np.round(at).astype(int)
        off = np.abs(at - nearest)
        inside = (nearest >= first) & (nearest < last)
        labels = np.full(len(columns), IGNORED, np.int64)
        labels[(off > 0.36) | ~inside] = BLANK
        for i in np.nonzero(inside & (off < 0.22))[0]:
            labels[i] = ALPHABET.index(text[nearest[i]])
        return strip, labels


def motion(scene, length, angle):
    size = int(length) | 1
    if size < 3:
        return scene
    kernel = np.zeros((size, size), np.float32)
    c = size // 2
    dx, dy = np.cos(angle) * c, np.sin(angle) * c
    cv2.line(kernel, (round(c - dx), round(c - dy)), (round(c + dx), round(c + dy)), 1.0)
    return cv2.filter2D(scene, -1, kernel / kernel.sum())


def even_out(strip, reach=48):
    """Mean 0 and deviation 1 in a window of 2 * reach + 1 columns over the full height, as lib/pixels/even-out-strip.ts."""
    strip = strip.astype(np.float32)
    sums, squares = strip.sum(0), (strip * strip).sum(0)
    n = strip.shape[1]
    low = np.maximum(0, np.arange(n) - reach)
    high = np.minimum(n, np.arange(n) + reach + 1)
    total = lambda values: np.concatenate([[0], np.cumsum(values, dtype=np.float64)])
    s, q = total(sums), total(squares)
    count = (high - low) * strip.shape[0]
    mean = (s[high] - s[low]) / count
    variance = (q[high] - q[low]) / count - mean * mean
    return np.clip((strip - mean) / np.sqrt(np.maximum(variance, 0) + 9), -4, 4).astype(np.float32)
