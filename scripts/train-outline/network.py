"""The network that says where documents lie and where their sides run; `lib/pixels/document-map.ts` runs the same layers."""

import torch
from torch import nn

WIDTHS = (12, 24, 40, 48, 48)  # channels at 1/2, 1/4, 1/8, 1/16 and 1/32 of the picture
REPEATS = (0, 1, 2, 3, 2)
# One for each weight: its place here less 31. Six bits are as good as eight and half as much to load.
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+"


def dense(inputs, outputs, kernel, stride=1):
    return [nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False), nn.BatchNorm2d(outputs)]


def single(channels, stride=1):
    return [nn.Conv2d(channels, channels, 3, stride, 1, groups=channels, bias=False), nn.BatchNorm2d(channels), nn.ReLU()]


class Again(nn.Module):
    """What it was given and what two cheap convolutions make of that, together."""

    def __init__(self, channels):
        super().__init__()
        self.body = nn.Sequential(*single(channels), *dense(channels, channels, 1))

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Network(nn.Module):
    """From 3 x H x W, -1..1, to two maps of H/2 x W/2: logits for inside a document, and for one of its sides."""

    def __init__(self):
        super().__init__()
        one, two, three, four, five = WIDTHS
        again = [[Again(width) for _ in range(count)] for width, count in zip(WIDTHS, REPEATS)]
        self.down = nn.ModuleList(
            [
                nn.Sequential(*dense(3, one, 3, 2), nn.ReLU()),
                nn.Sequential(*dense(one, two, 3, 2), nn.ReLU(), *again[1]),
                nn.Sequential(*single(two, 2), *dense(two, three, 1), nn.ReLU(), *again[2]),
                nn.Sequential(*single(three, 2), *dense(three, four, 1), nn.ReLU(), *again[3]),
                nn.Sequential(*single(four, 2), *dense(four, five, 1), nn.ReLU(), *again[4]),
            ]
        )
        self.up = nn.ModuleList([nn.Sequential(*dense(coarse, fine, 1)) for coarse, fine in ((five, four), (four, three), (three, two))])
        self.mend = nn.ModuleList([Again(width) for width in (four, three, two)])
        self.last = nn.Conv2d(two, 8, 3, 1, 1)

    def forward(self, x):
        seen = []
        for stage in self.down:
            x = stage(x)
            seen.append(x)
        for up, mend, fine in zip(self.up, self.mend, (seen[3], seen[2], seen[1])):
            coarse = nn.functional.interpolate(up(x), scale_factor=2)[:, :, : fine.shape[2], : fine.shape[3]]
            x = mend(torch.relu(fine + coarse))
        return nn.functional.pixel_shuffle(self.last(x), 2)


def stored(net):
    """Every convolution in the order of declaration, batch normalisation folded in, as a digit for each weight and a factor for each output."""
    found = [module for module in net.modules() if isinstance(module, (nn.Conv2d, nn.BatchNorm2d, nn.ReLU))]
    layers = []
    for i, conv in enumerate(found):
        if not isinstance(conv, nn.Conv2d):
            continue
        weights, bias = conv.weight.detach(), torch.zeros(conv.out_channels)
        if conv.bias is not None:
            bias = conv.bias.detach()
        else:
            norm = found[i + 1]
            scale = norm.weight.detach() / torch.sqrt(norm.running_var + norm.eps)
            weights, bias = weights * scale[:, None, None, None], norm.bias.detach() - norm.running_mean * scale
        # Rounded first, so that the digits make good for it.
        factors = torch.tensor([float(f"{1.05 * most:.2g}") for most in (weights.abs().amax((1, 2, 3)) / (len(DIGITS) // 2)).clamp(min=1e-6).tolist()])
        steps = (weights / factors[:, None, None, None]).round().int().permute(0, 2, 3, 1).flatten() + len(DIGITS) // 2
        layers.append(
            {
                "inputs": conv.in_channels,
                "outputs": conv.out_channels,
                "kernel": conv.kernel_size[0],
                "stride": conv.stride[0],
                "single": conv.groups > 1,
                "rectified": i + 2 < len(found) and isinstance(found[i + 2], nn.ReLU),
                "factors": [float(f"{value:.2g}") for value in factors.tolist()],
                "bias": [round(value, 2) for value in bias.tolist()],
                "weights": "".join(DIGITS[step] for step in steps.tolist()),
            }
        )
    return layers


if __name__ == "__main__":
    net = Network()
    print(sum(p.numel() for p in net.parameters()), [l["inputs"] for l in stored(net)], net(torch.zeros(1, 3, 144, 192)).shape)
