"""Trains the network that says where documents lie and writes its weights as lib/pixels reads them.

    node scripts/train-outline/draw-documents.ts FOLDER
    nice -n 10 /usr/bin/python3 scripts/train-outline/train.py --drawn FOLDER --minutes 40 --out lib/pixels/document-map.json

Needs Debian's python3-torch and python3-opencv: nothing is downloaded, and every picture is drawn. One process draws scenes,
another learns from them. Given equal time the result differs a little from machine to machine, since how many steps fit decides.
A later round starts from an earlier one's weights (`--resume`), and `--settle` keeps the mean of both, which is steadier than either.
"""

import argparse
import json
import math
import multiprocessing
import random
import time

import numpy as np
import torch
from torch import nn

from draw_scenes import SHAPES, SceneDrawer
from network import Network, stored

BATCH = 16
POOL = 300  # batches kept to learn from again


def draw_forever(folder, seed, queue):
    import cv2

    cv2.setNumThreads(1)
    drawer = SceneDrawer(folder, seed)
    chooser = random.Random(seed)
    while True:
        size = chooser.choices(SHAPES, (4, 3, 1, 2, 1))[0]
        queue.put([np.stack(part) for part in zip(*[drawer.scene(size) for _ in range(BATCH)])])


def learnable(batch):
    """Flipped at random, in the values the network sees."""
    picture, inside, sides = [torch.from_numpy(part) for part in batch]
    axes = [axis for axis in (1, 2) if random.random() < 0.5]
    picture, inside, sides = [part.flip(axes) if axes else part for part in (picture, inside, sides)]
    return picture.permute(0, 3, 1, 2).float() / 127.5 - 1, torch.stack([inside, sides], 1).float() / 255


def loss_of(logits, truth):
    """Of each scene by itself, and scenes it is worse at count for more: means of squares over the mean."""
    inside, sides = truth[:, 0], truth[:, 1]
    chance = torch.sigmoid(logits[:, 0])
    overlap = 1 - (2 * (chance * inside).sum((1, 2)) + 20) / (chance.sum((1, 2)) + inside.sum((1, 2)) + 20)
    cross = nn.functional.binary_cross_entropy_with_logits
    on_sides = cross(logits[:, 1], sides, weight=1 + 4 * sides, reduction="none").mean((1, 2))
    scenes = cross(logits[:, 0], inside, reduction="none").mean((1, 2)) + overlap + 2 * on_sides
    return (scenes**2).mean() / scenes.mean().detach()


def overlap_of(logits, truth):
    """Mean intersection over union of scenes that show a document."""
    found, inside = logits[:, 0] > 0, truth[:, 0] > 0.5
    some = inside.flatten(1).any(1)
    return ((found & inside).sum((1, 2))[some] / (found | inside).sum((1, 2))[some]).mean().item()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--drawn", required=True)
    options.add_argument("--minutes", type=float, default=40)
    options.add_argument("--rate", type=float, default=4e-3)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--resume", help="weights of an earlier round (.pt)")
    options.add_argument("--settle", action="store_true", help="write the mean of the weights resumed from and those learnt")
    options.add_argument("--out", required=True)
    given = options.parse_args()
    torch.manual_seed(given.seed)
    random.seed(given.seed)
    torch.set_num_threads(1)
    queue = multiprocessing.Queue(8)
    drawer = multiprocessing.Process(target=draw_forever, args=(given.drawn, given.seed, queue), daemon=True)
    drawer.start()
    net = Network()
    earlier = torch.load(given.resume) if given.resume else net.state_dict()
    net.load_state_dict(earlier)
    optimiser = torch.optim.AdamW(net.parameters(), given.rate, weight_decay=1e-4)
    pool, drawn, step, start = [], 0, 0, time.time()
    losses = []
    while (spent := (time.time() - start) / 60 / given.minutes) < 1:
        while len(pool) < 20 or not queue.empty():
            batch = queue.get()
            if len(pool) < POOL:
                pool.append(batch)
            else:
                pool[drawn % POOL] = batch
            drawn += 1
        for group in optimiser.param_groups:
            group["lr"] = given.rate * min(1, step / 100 + 0.01) * (0.5 + 0.5 * math.cos(math.pi * spent)) + 1e-6
        picture, truth = learnable(random.choice(pool))
        loss = loss_of(net(picture), truth)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(loss.item())
        step += 1
        if step % 100 == 0:
            print(f"{step} steps, {drawn * BATCH} scenes, loss {np.mean(losses[-100:]):.4f}, {60 * spent * given.minutes / step:.2f} s a step", flush=True)
        if step % 500 == 0:
            torch.save(net.state_dict(), given.out + ".pt")
    if given.settle:
        net.load_state_dict({name: (value + earlier[name]) / 2 if value.is_floating_point() else value for name, value in net.state_dict().items()})
    net.eval()
    with torch.no_grad():
        fresh = [learnable(queue.get()) for _ in range(20)]
        print(f"overlap on scenes not seen: {np.mean([overlap_of(net(picture), truth) for picture, truth in fresh]):.4f}")
    drawer.terminate()
    torch.save(net.state_dict(), given.out + ".pt")
    with open(given.out, "w") as file:
        json.dump({"layers": stored(net)}, file, indent=2)
        file.write("\n")


main()
