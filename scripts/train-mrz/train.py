"""Trains the reader of machine-readable lines and writes its weights as lib/pixels reads them.

    nice -n 10 /usr/bin/python3 scripts/train-mrz/train.py --minutes 20 --out lib/imaging/mrz-recogniser.json

Needs Debian's python3-torch, python3-opencv, python3-pil, fonts-ocr-b, fonts-dejavu-core and fonts-liberation: nothing is
downloaded. One process draws strips, another learns from them; a strip is seen about three times. Given equal time the result
differs a little from machine to machine, since how many steps fit decides.
"""

import argparse
import base64
import json
import multiprocessing
import time

import numpy as np
import torch
from torch import nn

from draw_lines import ALPHABET, BLANK, IGNORED, LineDrawer

POOL = 6400  # strips kept to learn from again


def block(inputs, outputs, kernel, stride, padding):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


def network():
    """From 1 x 32 x W to 38 x 1 x W/4, about 40 thousand multiplications a column of the strip; sees 1.5 characters each way."""
    return nn.Sequential(
        block(1, 12, (5, 5), (2, 2), (2, 2)),
        block(12, 24, (3, 3), (2, 2), (1, 1)),
        block(24, 40, (3, 3), (2, 1), (1, 1)),
        block(40, 56, (3, 3), (2, 1), (1, 1)),
        block(56, 80, (2, 5), (1, 1), (0, 2)),
        block(80, 64, (1, 3), (1, 1), (0, 1)),
        nn.Conv2d(64, BLANK + 1, 1),
    )


def draw_forever(seed, queue):
    import cv2

    cv2.setNumThreads(1)
    drawer = LineDrawer(seed)
    while True:
        strips, labels = zip(*[drawer.strip() for _ in range(32)])
        queue.put((np.stack(strips).astype(np.float16), np.stack(labels).astype(np.int8)))


class Pool:
    """The strips drawn last, to learn from several times."""

    def __init__(self):
        self.drawn, self.strips, self.labels = 0, None, None

    def add(self, strips, labels):
        if self.strips is None:
            self.strips = np.zeros((POOL, *strips.shape[1:]), np.float16)
            self.labels = np.zeros((POOL, *labels.shape[1:]), np.int8)
        at = self.drawn % POOL
        self.strips[at : at + len(strips)], self.labels[at : at + len(labels)] = strips, labels
        self.drawn += len(strips)

    def some(self, count):
        chosen = np.random.randint(0, min(self.drawn, POOL), count)
        return torch.from_numpy(self.strips[chosen].astype(np.float32)), torch.from_numpy(self.labels[chosen].astype(np.int64))


def loss_of(net, strips, labels):
    logits = net(strips[:, None])[:, :, 0]
    return nn.functional.cross_entropy(logits, labels, ignore_index=IGNORED), logits


def accuracy(logits, labels):
    known = (labels != IGNORED) & (labels != BLANK)
    return (logits.argmax(1)[known] == labels[known]).float().mean().item()


def folded(net):
    """Convolutions with their batch normalisation folded in, as (weight, bias)."""
    for part in net:
        if isinstance(part, nn.Conv2d):
            yield part, part.weight.detach(), part.bias.detach()
        else:
            convolution, norm = part[0], part[1]
            factor = norm.weight.detach() / torch.sqrt(norm.running_var + norm.eps)
            bias = norm.bias.detach() - norm.running_mean * factor
            yield convolution, convolution.weight.detach() * factor[:, None, None, None], bias


def export(net, path):
    """Weights as int8 with a factor an output channel, in the order output, row, column, input."""
    layers = []
    for convolution, weight, bias in folded(net):
        factor = weight.abs().amax((1, 2, 3)) / 127
        rounded = torch.round(weight / factor[:, None, None, None]).clamp(-127, 127).to(torch.int8)
        outputs, inputs, rows, columns = weight.shape
        layers.append(
            {
                "inputs": inputs,
                "outputs": outputs,
                "kernel": [rows, columns],
                "stride": list(convolution.stride),
                "padding": list(convolution.padding),
                "factors": [float(f"{value:.5g}") for value in factor],
                "bias": [float(f"{value:.5g}") for value in bias],
                "weights": base64.b64encode(rounded.permute(0, 2, 3, 1).contiguous().numpy().tobytes()).decode(),
            }
        )
    with open(path, "w") as file:
        json.dump({"alphabet": ALPHABET, "layers": layers}, file, indent=1)
        file.write("\n")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=20)
    options.add_argument("--out", required=True)
    options.add_argument("--resume")
    options.add_argument("--save")
    options.add_argument("--rate", type=float, default=3e-3)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    queue = multiprocessing.Queue(8)
    drawer = multiprocessing.Process(target=draw_forever, args=(options.seed, queue), daemon=True)
    drawer.start()
    net = network()
    if options.resume:
        net.load_state_dict(torch.load(options.resume))
    optimiser = torch.optim.AdamW(net.parameters(), lr=options.rate, weight_decay=1e-4)
    pool = Pool()
    pool.add(*queue.get())
    begun, step, right = time.time(), 0, 0.0
    while (passed := (time.time() - begun) / 60) < options.minutes:
        if not queue.empty() or step > 3 * pool.drawn / 32:
            pool.add(*queue.get())
        share = passed / options.minutes
        rate = options.rate * (0.02 + 0.98 * (0.5 + 0.5 * np.cos(np.pi * share))) * min(1, (step + 1) / 100)
        optimiser.param_groups[0]["lr"] = rate
        strips, labels = pool.some(32)
        net.train()
        loss, logits = loss_of(net, strips, labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        right = 0.98 * right + 0.02 * accuracy(logits, labels)
        step += 1
        if step % 100 == 0:
            print(f"{passed:.1f} min, step {step}, {pool.drawn} strips, loss {loss.item():.3f}, columns right {right:.4f}", flush=True)
        if step % 400 == 0:
            finish(net, options)
    finish(net, options)
    drawer.terminate()


def finish(net, options):
    net.eval()
    export(net, options.out)
    if options.save:
        torch.save(net.state_dict(), options.save)


if __name__ == "__main__":
    main()
