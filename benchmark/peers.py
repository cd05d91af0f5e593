#!/usr/bin/env python3
"""Six classic mistakes in shapecheck, DJL, Deeplearning4j and PyTorch through JavaCPP: when each is told, and how long that takes.

    mvn -q -DskipTests package -pl annotations,processor
    benchmark/peers.py [--rounds 3] [--peers shapecheck,djl,dl4j,pytorch]

The network of peers/ is compiled and run with one mistake at a time, each by a process of its own, all peers in turn. The
Maven project beside it names the jars, 370 MB for all, which come from Maven Central once. Printed are when a mistake is
told, the medians of the rounds' seconds from the saved source to there, of which the processors worked so many, and the message.
"""
import argparse, glob, os, re, resource, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = ["shapecheck", "djl", "dl4j", "pytorch"]
RIGHT = "no mistake"
# Of each mistake what stands in a peer's source, and what in its place; where a peer is not named, it cannot be written there.
MISTAKES = {
    RIGHT: {peer: {} for peer in PEERS},
    "1 Linear of 10 * 11 * 11 features where 10 * 12 * 12 arrive": {
        "shapecheck": {"1440": "1210"},
        "dl4j": {"1440": "1210"},
        "pytorch": {"1440": "1210"},
    },
    "2 convolution of 20 channels where 10 arrive": {
        "shapecheck": {"in = 10, out = 10": "in = 20, out = 10"},
        "dl4j": {"conv(10, 10, 3": "conv(20, 10, 3"},
        "pytorch": {"conv(10, 10, 3": "conv(20, 10, 3"},
    },
    "3 kernel of 15 over a padded map of 14": {
        "shapecheck": {"k = 3": "k = 15"},
        "djl": {"conv(10, 3": "conv(10, 15"},
        "dl4j": {"conv(10, 10, 3": "conv(10, 10, 15"},
        "pytorch": {"conv(10, 10, 3": "conv(10, 10, 15"},
    },
    "4 pool by 2 of a map of 1 x 1": {
        "shapecheck": {"x = pool(x)": "x = pool(pool(pool(pool(pool(x)))))"},
        "djl": {".add(pool())": 5 * ".add(pool())"},
        "dl4j": {
            '"pool", pool(), "relu1"': '"p1", pool(), "relu1").addLayer("p2", pool(), "p1").addLayer("p3", pool(), "p2")'
            '.addLayer("p4", pool(), "p3").addLayer("pool", pool(), "p4"'
        },
        "pytorch": {"pool.forward(x)": "pool.forward(pool.forward(pool.forward(pool.forward(pool.forward(x)))))"},
    },
    "5 sum of 10 and 20 channels": {
        "shapecheck": {"in = 10, out = 10": "in = 10, out = 20"},
        "djl": {"conv(10, 3": "conv(20, 3"},
        "dl4j": {"conv(10, 10, 3": "conv(10, 20, 3"},
        "pytorch": {"conv(10, 10, 3": "conv(10, 20, 3"},
    },
    "6 view(-1, 720) of 1,440 features": {
        "shapecheck": {"flatten(x, 1)": "x.view(-1, 720)", "1440": "720"},
        "djl": {"batchFlattenBlock()": "batchFlattenBlock(720)"},
        "dl4j": {
            '"relu2")\n': '"view")\n',
            '"sum")': '"sum").addVertex("view", new org.deeplearning4j.nn.conf.graph.ReshapeVertex(-1, 720), "relu2")',
            "1440": "720",
        },
        "pytorch": {"flatten(1, -1)": "view(-1, 720)", "1440": "720"},
    },
}


def jars(peer, folder):
    """The jars of a peer, and the options by which javac takes our processor."""
    if peer == "shapecheck":
        found = [glob.glob(f"{HERE}/../{module}/target/shapecheck-{module}-*.jar") for module in ("annotations", "processor")]
        if not all(found):
            sys.exit("no jar: see above how to build it")
        return [files[0] for files in found], ["-processorpath", found[1][0]]
    path = os.path.join(folder, peer)
    project = f"{HERE}/peers/{peer}/pom.xml"
    subprocess.run(["mvn", "-q", "-f", project, "dependency:build-classpath", f"-Dmdep.outputFile={path}"], check=True)
    with open(path) as classpath:
        return classpath.read().split(":"), []


def run(command):
    """What a process says, and its seconds: elapsed, and of the processors."""
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    elapsed, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, (elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def tell(peer, edits, classpath, options):
    """When the source with these edits is told to be wrong, by what message, after how many seconds."""
    with open(f"{HERE}/peers/{peer}/ConvNet.java") as file:
        source = file.read()
    for old, new in edits.items():
        if source.count(old) != 1:
            sys.exit(f"{peer}: {old} stands there {source.count(old)} times")
        source = source.replace(old, new)
    with tempfile.TemporaryDirectory() as out:
        path = os.path.join(out, "ConvNet.java")
        with open(path, "w") as file:
            file.write(source)
        compiled, spent = run(["javac", "-cp", ":".join(classpath), *options, "-d", out, path])
        if compiled.returncode:
            return "compile", compiled.stderr.replace(out + "/", ""), spent
        ran, more = run(["java", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-cp", ":".join([*classpath, out]), "ConvNet"])
    spent = tuple(a + b for a, b in zip(spent, more))
    if ran.returncode == 0:
        return "never", ran.stdout.splitlines()[-1], spent
    causes = re.findall(r"^(?:Exception in thread \S+|Caused by:) (.*)$", ran.stderr, re.MULTILINE)
    return "forward" if "built" in ran.stdout else "build", causes[-1], spent


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", default=",".join(PEERS))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        peers = {peer: jars(peer, folder) for peer in arguments.peers.split(",")}
    for peer, (classpath, _) in peers.items():
        print(f"{peer}: {sum(map(os.path.getsize, classpath)) / 1e6:.0f} MB in {len(classpath)} jars", flush=True)
    for mistake, edits in MISTAKES.items():
        told = {peer: [] for peer in peers if peer in edits}
        for _ in range(arguments.rounds):
            for peer, rounds in told.items():
                rounds.append(tell(peer, edits[peer], *peers[peer]))
        print("\n" + mistake)
        for peer, rounds in told.items():
            when, message, _ = rounds[0]
            elapsed, worked = (statistics.median(r[2][i] for r in rounds) for i in (0, 1))
            print(f"  {peer:10} {when:8} {elapsed:5.1f} s, {worked:4.1f} s of processors   {message.strip()}", flush=True)


main()
