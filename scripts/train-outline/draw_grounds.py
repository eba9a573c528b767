"""What documents lie on: plain and patterned tables, print, keys, cloth, things that lie about, scenes made of anything."""

import cv2
import numpy as np

from draw_cards import colour, dashes, pick, write


def noise(random, width, height, across, down):
    """Smooth noise of so many cells, -1..1."""
    cells = random.uniform(-1, 1, (max(2, down), max(2, across))).astype(np.float32)
    return cv2.resize(cells, (width, height), interpolation=cv2.INTER_CUBIC)


def lit(ground, waves):
    return ground + waves[..., None]


def flat(random, width, height):
    tone = colour(random, 20, 245) if random.random() < 0.5 else np.full(3, random.uniform(30, 245)) + random.normal(0, 8, 3)
    ground = np.empty((height, width, 3), np.float32)
    ground[:] = tone
    return ground


def plain(random, width, height):
    ground = flat(random, width, height)
    ground = lit(ground, noise(random, width, height, 4, 3) * random.uniform(0, 18))
    return lit(ground, random.normal(0, random.uniform(0, 7), (height, width)).astype(np.float32))


def grained(random, width, height):
    """Wood, marble, carpet: noise drawn out along one direction, in planks at times."""
    ground = flat(random, width, height)
    cells = random.integers(2, 10), random.integers(20, 120)
    ground = lit(ground, noise(random, width, height, *cells) * random.uniform(8, 34))
    ground = lit(ground, noise(random, width, height, cells[0], cells[1] // 3) * random.uniform(5, 25))
    if random.random() < 0.4:
        plank = random.uniform(0.1, 0.35) * height
        for y in np.arange(random.uniform(0, plank), height, plank):
            cv2.line(ground, (0, int(y)), (width, int(y)), (ground[0, 0] * 0.55).tolist(), random.integers(1, 3))
    if random.random() < 0.5:
        rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
        bend = noise(random, width, height, 3, 3) * random.uniform(5, 40)
        ground = cv2.remap(ground, columns, rows + bend, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return ground


def woven(random, width, height):
    rows, columns = np.mgrid[0:height, 0:width]
    ground = flat(random, width, height)
    thread = random.uniform(1.5, 8)
    weave = np.sin(columns * np.pi / thread) * np.sin(rows * np.pi / thread)
    return lit(ground, weave.astype(np.float32) * random.uniform(6, 40)) + noise(random, width, height, 8, 8)[..., None] * 9


def plaid(random, width, height):
    ground = flat(random, width, height)
    colours = [colour(random, 10, 245) for _ in range(random.integers(2, 6))]
    step = width * random.uniform(0.03, 0.16)
    strength = random.uniform(0.3, 0.9)
    for axis in (0, 1):
        at = -step
        while at < max(width, height):
            wide = step * random.uniform(0.1, 0.9)
            band = [slice(None), slice(None)]
            band[axis] = slice(max(0, int(at)), max(0, int(at + wide)))
            ground[tuple(band)] += strength * (pick(random, colours) - ground[tuple(band)])
            at += step * random.uniform(0.5, 1.4)
        if random.random() < 0.25:
            break
    return ground


def tiled(random, width, height):
    """Keys, tiles, bricks, a chessboard: one thing over and over, with gaps."""
    across, down = width * random.uniform(0.04, 0.24), width * random.uniform(0.04, 0.2)
    if random.random() < 0.5:
        down = across
    ground = flat(random, width, height)
    cap, ink = colour(random, 10, 250), colour(random, 0, 255)
    other = cap + random.normal(0, pick(random, (2, 60)), 3)
    gap, shift = random.uniform(0.8, 0.97), random.uniform(0, 0.5)
    is_marked = random.random() < 0.5
    for row, y in enumerate(np.arange(-down, height + down, down)):
        for column, x in enumerate(np.arange(-across + (row % 3) * shift * across, width + across, across)):
            fill = cap if (row + column) % 2 else other
            corner = (int(x + across * gap), int(y + down * gap))
            cv2.rectangle(ground, (int(x), int(y)), corner, fill.tolist(), -1)
            if is_marked and random.random() < 0.9:
                size = across * random.uniform(0.1, 0.3)
                left, top = x + across * 0.2, y + down * 0.25
                cv2.rectangle(ground, (int(left), int(top)), (int(left + size), int(top + size * 0.6)), ink.tolist(), -1)
    return ground


def printed(random, width, height):
    """Columns of print with headings, rules, pictures and frames; a magazine, a newspaper, a form."""
    ground = np.empty((height, width, 3), np.float32)
    ground[:] = colour(random, 190, 255) if random.random() < 0.8 else colour(random, 20, 120)
    ink = colour(random, 0, 80) if ground[0, 0].mean() > 150 else colour(random, 170, 255)
    tall = max(2, int(width * random.uniform(0.006, 0.022)))
    step = tall * random.uniform(1.4, 2.6)
    column = width * random.uniform(0.16, 0.7)
    for x in np.arange(random.uniform(-column, 0), width, column * 1.08):
        if random.random() < 0.5:
            cv2.line(ground, (int(x - column * 0.04), 0), (int(x - column * 0.04), height), (ink * 0.5 + ground[0, 0] * 0.5).tolist(), 1)
        y = random.uniform(-step * 5, 0)
        while y < height:
            if random.random() < 0.05:
                deep = step * random.integers(3, 12)
                wide = column * random.uniform(0.4, 1)
                cv2.rectangle(ground, (int(x), int(y)), (int(x + wide), int(y + deep)), colour(random).tolist(), -1 if random.random() < 0.8 else 1)
                y += deep + step
                continue
            scale = 2 if random.random() < 0.05 else 1
            dashes(ground, random, x, int(y), column * random.uniform(0.6, 1), tall * scale, ink)
            y += step * scale
    return ground


def form(random, width, height):
    """A statement or form: large print in rows, headings on bands, boxed fields, rules here and there."""
    ground = np.empty((height, width, 3), np.float32)
    ground[:] = colour(random, 215, 255) if random.random() < 0.6 else random.uniform(215, 255)
    ink = colour(random, 0, 70)
    band = ground[0, 0] * random.uniform(0.7, 0.95) if random.random() < 0.7 else colour(random, 60, 230)
    columns = random.integers(1, 7)
    step = height * random.uniform(0.03, 0.12)
    tall = max(2, int(step * random.uniform(0.2, 0.5)))
    y = random.uniform(-step, 0)
    while y < height:
        kind = random.random()
        rows = 1 if kind < 0.25 else random.integers(1, 8)
        if kind < 0.25:
            cv2.rectangle(ground, (0, int(y)), (width, int(y + step)), band.tolist(), -1)
        if kind < 0.5 or kind > 0.9:
            cv2.line(ground, (0, int(y)), (width, int(y)), ink.tolist(), random.integers(1, 3))
        if kind > 0.6:
            for column in range(1, columns):
                x = int(width * column / columns)
                cv2.line(ground, (x, int(y)), (x, int(y + rows * step)), ink.tolist(), 1)
        for row in range(rows):
            for column in range(columns):
                if random.random() < 0.7:
                    left = width * (column + random.uniform(0.02, 0.3)) / columns
                    write_or_dash(ground, random, left, int(y + row * step + (step - tall) / 2), width * 0.6 / columns, tall, ink)
        y += rows * step + random.uniform(0, 2) * step * (random.random() < 0.4)
    for _ in range(random.integers(0, 3)):
        left, top = random.uniform(0, 0.8) * width, random.uniform(0, 0.8) * height
        corner = int(left + random.uniform(0.1, 0.6) * width), int(top + random.uniform(0.05, 0.4) * height)
        cv2.rectangle(ground, (int(left), int(top)), corner, ink.tolist(), random.integers(1, 3))
    return ground


def write_or_dash(ground, random, x, y, width, tall, ink):
    if tall < 8 or random.random() < 0.5:
        dashes(ground, random, x, y, width, tall, ink, random.integers(1, 4))
    else:
        write(ground, random, x, y, tall, ink, max(1, int(width / tall)))


def thing(ground, random):
    """One thing that lies about: a sheet, book, phone, envelope, cup, pen, cable or stain, with its shadow."""
    height, width = ground.shape[:2]
    centre = random.uniform(-0.05, 1.05, 2) * (width, height)
    turn, shape = random.uniform(0, 180), random.random()
    tone = colour(random, 0, 255)
    if shape < 0.6:
        size = width * random.uniform(0.08, 0.55), width * random.uniform(0.08, 0.4)
        corners = cv2.boxPoints((centre.tolist(), size, turn))
        cv2.fillConvexPoly(ground, (corners + random.uniform(1, 5, 2)).astype(np.int32), (tone * 0.15).tolist(), cv2.LINE_AA)
        content = sheet(random, int(size[0]) + 2, int(size[1]) + 2, tone)
        lay(ground, content, corners)
    elif shape < 0.8:
        axes = (random.uniform(0.01, 0.16, 2) * width).astype(int)
        if random.random() < 0.7:
            axes[1] = axes[0]
        at = centre.astype(int)
        cv2.ellipse(ground, (at + 3).tolist(), axes.tolist(), turn, 0, 360, (tone * 0.2).tolist(), -1, cv2.LINE_AA)
        cv2.ellipse(ground, at.tolist(), axes.tolist(), turn, 0, 360, tone.tolist(), -1, cv2.LINE_AA)
        if random.random() < 0.6:
            cv2.ellipse(ground, at.tolist(), (axes * 0.8).astype(int).tolist(), turn, 0, 360, colour(random).tolist(), -1, cv2.LINE_AA)
    elif shape < 0.9:
        end = centre + random.normal(0, 0.3, 2) * width
        cv2.line(ground, (centre + 2).astype(int).tolist(), (end + 2).astype(int).tolist(), (tone * 0.2).tolist(), int(width * 0.02) + 1, cv2.LINE_AA)
        cv2.line(ground, centre.astype(int).tolist(), end.astype(int).tolist(), tone.tolist(), int(width * random.uniform(0.005, 0.03)) + 1, cv2.LINE_AA)
    else:
        points = np.cumsum(random.normal(0, 0.06, (14, 2)) * width, 0) + centre
        cv2.polylines(ground, [points.astype(np.int32)], False, tone.tolist(), random.integers(1, 5), cv2.LINE_AA)


def sheet(random, width, height, tone):
    """What such a thing shows: nothing, print, a screen, a cover with a title; never a person and print together."""
    kind = random.random()
    content = np.empty((height, width, 3), np.float32)
    content[:] = tone
    if kind < 0.55:
        content[:] = colour(random, 215, 255)
        content = printed(random, width, height) if random.random() < 0.5 else content
        if random.random() < 0.7:
            tall = max(1, int(height * random.uniform(0.015, 0.05)))
            for y in np.arange(height * 0.08, height * 0.9, tall * random.uniform(1.6, 3)):
                dashes(content, random, width * 0.08, int(y), width * 0.84, tall, colour(random, 0, 90))
    elif kind < 0.7:
        cv2.rectangle(content, (int(width * 0.06), int(height * 0.08)), (int(width * 0.94), int(height * 0.9)), colour(random).tolist(), -1)
    elif kind < 0.8:
        content = grained(random, width, height)
    elif kind < 0.9:
        content = plain(random, width, height)
    return content


def lay(ground, content, corners):
    """Lays a flat picture on the ground with its corners where they are told."""
    height, width = content.shape[:2]
    source = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    turn = cv2.getPerspectiveTransform(source, np.float32(corners))
    size = ground.shape[1], ground.shape[0]
    seen = cv2.warpPerspective(content, turn, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    cover = np.zeros(ground.shape[:2], np.uint8)
    cv2.fillConvexPoly(cover, np.round(np.float32(corners) * 8).astype(np.int32), 255, cv2.LINE_AA, 3)
    ground += (seen - ground) * (cover.astype(np.float32) / 255)[..., None]


def leaves(random, width, height):
    """Shapes of all sizes over each other: the statistics of photographs without their motifs (Lee, Mumford & Huang 2001)."""
    ground = plain(random, width, height)
    base = colour(random, 30, 220)
    spread = random.uniform(15, 80)
    for _ in range(random.integers(20, 160)):
        size = width * 0.012 / random.uniform(0.02, 1) ** 0.8
        tone = np.clip(base + random.normal(0, spread, 3), 0, 255)
        centre = random.uniform(0, 1, 2) * (width, height)
        sides = random.integers(3, 9)
        if random.random() < 0.3:
            corners = cv2.boxPoints((centre.tolist(), (size * random.uniform(0.5, 3), size * random.uniform(0.3, 2)), random.uniform(0, 180)))
        else:
            angles = np.sort(random.uniform(0, 2 * np.pi, sides))
            corners = centre + size * random.uniform(0.4, 1.2, (sides, 1)) * np.stack([np.cos(angles), np.sin(angles)], 1)
        cv2.fillPoly(ground, [corners.astype(np.int32)], tone.tolist(), cv2.LINE_AA)
    ground = lit(ground, noise(random, width, height, 30, 30) * random.uniform(0, 15))
    if random.random() < 0.4:
        ground = cv2.GaussianBlur(ground, (0, 0), random.uniform(0.5, 3))
    return ground


def turned(random, ground_of, width, height):
    """A patterned ground at any angle and in perspective."""
    side = int(1.5 * max(width, height))
    ground = np.clip(ground_of(random, side, side), 0, 255).astype(np.float32)
    turn, middle = random.uniform(0, 2 * np.pi), np.float32([width / 2, height / 2])
    corners = [middle + side * 0.5 * np.sqrt(2) * np.float32([np.cos(turn + k * np.pi / 2), np.sin(turn + k * np.pi / 2)]) for k in range(4)]
    corners += random.normal(0, 0.04, (4, 2)) * width
    source = np.float32([[0, 0], [side, 0], [side, side], [0, side]])
    return cv2.warpPerspective(ground, cv2.getPerspectiveTransform(source, np.float32(corners)), (width, height), borderMode=cv2.BORDER_REFLECT)


def ground(random, width, height, people):
    """Any of them, often with things lying about."""
    kind = random.random()
    if kind < 0.05:
        person = pick(random, people)
        scale = random.uniform(1, 1.8) * max(width / person.shape[1], height / person.shape[0])
        person = cv2.resize(person, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
        left, top = random.integers(0, person.shape[1] - width + 1), random.integers(0, person.shape[0] - height + 1)
        return person[top : top + height, left : left + width].astype(np.float32)
    if kind < 0.2:
        picture = plain(random, width, height)
    elif kind < 0.33:
        picture = leaves(random, width, height)
    else:
        picture = turned(random, pick(random, (grained, woven, plaid, plaid, tiled, tiled, tiled, printed, printed, printed, printed, printed, form, form, form)), width, height)
    if random.random() < 0.5:
        for _ in range(random.integers(1, 9)):
            thing(picture, random)
    return picture
