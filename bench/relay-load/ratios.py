# Duet's CPU per relayed packet as a ratio to Janus' and the floor's, from the generator's result lines: ratios.py FILE
import json, statistics, sys

cost = {}
for line in open(sys.argv[1]):
    run = json.loads(line)
    cost.setdefault(run["calls"], {}).setdefault(run["label"], []).append(run)
for calls, by_label in sorted(cost.items()):
    cpu = {label: statistics.median(r["server"]["cpu_s_per_Mpkt"] for r in runs) for label, runs in by_label.items()}
    duet = by_label.get("duet", [])
    print("%d calls:" % calls, *("%s %.1f us/packet" % (label, c) for label, c in cpu.items()), sep="  ")
    for other in ("janus", "floor"):
        if duet and other in cpu:
            print("  duet / %s = %.2f" % (other, cpu["duet"] / cpu[other]))
    if duet:
        print("  duet: loss max %.4f %%, p99 median %.1f ms, bad %d" % (
            max(r["loss_pct"] for r in duet), statistics.median(r["lat_us"]["p99"] for r in duet) / 1000, max(r["bad"] for r in duet)))
