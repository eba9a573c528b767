"""The textbook rules these checks are held against, in OpenCV's C++: python3 opencv.py < samples.json > answers.json

Per picture: variance of the Laplacian and mean magnitude of Sobel's gradient (idswyft's rule, re-made from its description) at 1600 px, best F of local Laplacian energy on a blur mask, share of the picture the
HSV glare rule marks (V > 0.9, S < 0.15) and its F on a glare mask, and the largest four-cornered contour of a Canny map.
"""

import json
import sys

import cv2
import numpy as np


def shrink(image, side):
    scale = min(1.0, side / max(image.shape[:2]))
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else image


def best_f(score, mask, beta_squared):
    order = np.argsort(-score, kind="stable")
    truth = mask[order]
    hits = np.cumsum(truth)
    precision = hits / np.arange(1, len(truth) + 1)
    recall = hits / max(1, truth.sum())
    f = (1 + beta_squared) * precision * recall / np.maximum(1e-9, beta_squared * precision + recall)
    return float(f.max())


def mask_of(path, shape):
    mask = cv2.resize(cv2.imread(path, 0), (shape[1], shape[0]), interpolation=cv2.INTER_AREA)
    return mask > 127


def outline_of(image):
    grey = cv2.cvtColor(shrink(image, 800), cv2.COLOR_BGR2GRAY)
    edges = cv2.dilate(cv2.Canny(cv2.GaussianBlur(grey, (5, 5), 0), 50, 150), np.ones((3, 3), np.uint8))
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    best, largest = None, 0.05 * grey.size
    for contour in contours:
        corners = cv2.approxPolyDP(contour, 0.02 * cv2.arcLength(contour, True), True)
        area = cv2.contourArea(corners)
        if len(corners) == 4 and cv2.isContourConvex(corners) and area > largest:
            best, largest = corners.reshape(4, 2), area
    return None if best is None else [[float(x / grey.shape[1]), float(y / grey.shape[0])] for x, y in best]


def answer(sample):
    image = cv2.imread(sample["path"])
    if image is None:
        return None
    grey = cv2.cvtColor(shrink(image, 1600), cv2.COLOR_BGR2GRAY)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    found = {"laplacian": float(cv2.Laplacian(grey, cv2.CV_64F).var()), "sobel": float(cv2.magnitude(across, down).mean())}
    hsv = cv2.cvtColor(shrink(image, 800), cv2.COLOR_BGR2HSV)
    shining = (hsv[:, :, 2] > 0.9 * 255) & (hsv[:, :, 1] < 0.15 * 255)
    found["glareShare"] = float(shining.mean())
    if sample.get("blurMask"):
        small = cv2.cvtColor(shrink(image, 640), cv2.COLOR_BGR2GRAY)
        energy = cv2.dilate(np.abs(cv2.Laplacian(small, cv2.CV_64F)), np.ones((25, 25)))
        found["blurF"] = best_f(-energy.ravel(), mask_of(sample["blurMask"], small.shape).ravel(), 0.3)
    if sample.get("glareMask"):
        mask = mask_of(sample["glareMask"], shining.shape)
        found["glareF"] = float(2 * (shining & mask).sum() / max(1, shining.sum() + mask.sum()))
    found["outline"] = outline_of(image)
    return found


json.dump([answer(sample) for sample in json.load(sys.stdin)], sys.stdout)
