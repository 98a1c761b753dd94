"""A coordinate check by microsoft/mup, as `./build.sh bench mup` times it against ours: one process, one check.

Takes the path of a JSON file that says what to check; prints as JSON how long it took and what was measured.
"""
import json
import os
import sys
import time


def main(path):
    with open(path) as file:
        check = json.load(file)
    try:
        import torch
        from torch import nn
        from torch.nn import functional
        import mup
        from mup.coord_check import get_coord_data
    except ImportError as missing:
        sys.exit(
            f"{sys.executable} cannot import {missing.name}: install what is missing (pip install torch mup), name another interpreter "
            "(--python PATH) or the folder of a checkout of microsoft/mup (--mup DIR).")

    class Mlp(nn.Module):
        def __init__(self, width):
            super().__init__()
            self.embed = nn.Linear(len(check["inputs"][0]), width)
            self.mix = nn.Linear(width, width)
            self.refine = nn.Linear(width, width)
            self.readout = mup.MuReadout(width, check["classes"])

        def forward(self, x):
            x = functional.gelu(self.embed(x))
            x = functional.gelu(self.mix(x))
            return self.readout(functional.gelu(self.refine(x)))

    torch.set_num_threads(check["threads"])
    batch = torch.tensor(check["inputs"]), torch.tensor(check["targets"])
    started = time.perf_counter()
    base = mup.make_base_shapes(Mlp(check["baseWidth"]), Mlp(2 * check["baseWidth"]))
    built = {width: 0 for width in check["widths"]}

    def model(width):
        # Each model has draws of its own seed, as on the other side: mup itself draws the widths of a seed one after the other.
        torch.manual_seed(built[width])
        built[width] += 1
        return mup.set_base_shapes(Mlp(width), base)

    data = get_coord_data(
        {width: (lambda width=width: model(width)) for width in check["widths"]},
        [batch],
        optimizer=check["optimizer"],
        lr=check["rate"],
        nsteps=check["steps"],
        nseeds=check["seeds"],
        filter_module_by_name=lambda name: name != "",  # the network as a whole gives out what its readout does
        cuda=False,
        show_progress=False)
    seconds = time.perf_counter() - started
    sizes = data.groupby(["width", "module", "t"])["l1"].mean()
    print(json.dumps({
        "torch": f"torch {torch.__version__}",
        "threads": torch.get_num_threads(),
        "seconds": seconds,
        "libraries": loaded_libraries(),
        "sizes": {f"{module}, width {width}, step {step}": size for (width, module, step), size in sizes.items()},
    }))


def loaded_libraries():
    maps = "/proc/self/maps"
    if not os.path.exists(maps):
        return []
    with open(maps) as lines:
        paths = {line.split(maxsplit=5)[5].strip() for line in lines if "/" in line}
    return sorted(path for path in paths if "torch_cpu" in os.path.basename(path) or "openblas" in os.path.basename(path))


main(sys.argv[1])
