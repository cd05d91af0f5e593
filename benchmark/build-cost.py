#!/usr/bin/env python3
"""What a build costs: whole-process CPU of javac with shapecheck and with AutoValue, as ratios to javac -proc:none.

    mvn -q -DskipTests package -pl annotations,processor
    benchmark/build-cost.py [--classes 1,100,300,1000] [--rounds 5] [--sources example/src/main/java]

Every round runs each compiler once, in turn, so that a busy machine slows all of them; printed are medians of the
rounds' ratios. Each class is a network of eight layers, or a value class of eight properties. With --sources the files of a
folder are compiled instead, with shapecheck and without.
"""
import argparse, glob, os, resource, statistics, subprocess, sys, tempfile, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPOSITORY = os.path.expanduser("~/.m2/repository")
CENTRAL = "https://repo1.maven.org/maven2"
NETWORK = """package many;
import io.github.shapecheck.*;
import io.github.shapecheck.nn.*;
@Input({{1, 28, 28}})
@Forward({{"conv1", "relu1", "pool", "conv2", "flatten", "fc1", "relu2", "fc2"}})
public class Net{0} {{
  @Conv2d(in = 1, out = 10, k = 5) Object conv1;
  @ReLU Object relu1;
  @MaxPool2d(k = 2, s = 2) Object pool;
  @Conv2d(in = 10, out = 20, k = 3) Object conv2;
  @Flatten Object flatten;
  @Linear(in = 20 * 10 * 10, out = 500) Object fc1;
  @ReLU Object relu2;
  @Linear(in = 500, out = 1{0}) Object fc2;
}}
"""
VALUE = """package many;
import com.google.auto.value.AutoValue;
@AutoValue
public abstract class Value{0} {{
  public abstract int conv1();
  public abstract String relu();
  public abstract long pool();
  public abstract double conv2();
  public abstract boolean relu2();
  public abstract String flatten();
  public abstract int fc1();
  public abstract Object fc2();
}}
"""


def artifact(path):
    """The jar of an artifact, downloaded where Maven has not done so."""
    local = os.path.join(REPOSITORY, path)
    if not os.path.exists(local):
        os.makedirs(os.path.dirname(local), exist_ok=True)
        urllib.request.urlretrieve(f"{CENTRAL}/{path}", local)
    return local


def jar(module):
    found = [j for j in glob.glob(f"{ROOT}/{module}/target/shapecheck-{module}-*.jar") if "original" not in j]
    return found[0] if found else sys.exit(f"no jar of {module}: see above how to build it")


def write(folder, template, count):
    os.makedirs(folder)
    for i in range(count):
        name = template.split("class ")[1].split(" ")[0].format(i)
        with open(os.path.join(folder, name + ".java"), "w") as out:
            out.write(template.format(i))
    return folder


def cpu(options, folder):
    """The seconds of all processors that javac takes."""
    files = glob.glob(folder + "/**/*.java", recursive=True)
    files = [f for f in files if os.path.basename(f) not in ("module-info.java", "Main.java")]
    with tempfile.TemporaryDirectory() as out:
        listing = os.path.join(out, "files")
        with open(listing, "w") as names:
            names.write("\n".join(files))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(["javac", "-nowarn", "-d", out, *options, "@" + listing], capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr[:2000])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(runs, rounds):
    """Runs each in turn; the seconds of every round by name."""
    seconds = {name: [] for name in runs}
    for _ in range(rounds):
        for name, (options, folder) in runs.items():
            seconds[name].append(cpu(options, folder))
    return seconds


def row(title, seconds, over, under):
    ratios = [a / b for a, b in zip(seconds[over], seconds[under])]
    print(f"  {title:42} {statistics.median(ratios):5.2f}   ({min(ratios):.2f} .. {max(ratios):.2f})", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--classes", default="1,100,300,1000")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sources")
    arguments = parser.parse_args()
    ours = ["-cp", jar("annotations")]
    processor = ["-processorpath", jar("processor")]
    guava = "com/google/auto/value"
    auto = ["-cp", artifact(f"{guava}/auto-value-annotations/1.11.0/auto-value-annotations-1.11.0.jar")]
    auto_processor = ["-processorpath", artifact(f"{guava}/auto-value/1.11.0/auto-value-1.11.0.jar")]
    with tempfile.TemporaryDirectory() as work:
        for count in [0] if arguments.sources else [int(c) for c in arguments.classes.split(",")]:
            nets = arguments.sources or write(f"{work}/nets{count}", NETWORK, count)
            runs = {
                "plain": (ours + ["-proc:none"], nets),
                "checked": (ours + processor + ["-Ashapecheck.report=false"], nets),
                "reports": (ours + processor, nets),
            }
            if not arguments.sources:
                values = write(f"{work}/values{count}", VALUE, count)
                runs["auto plain"] = (auto + ["-proc:none"], values)
                runs["auto"] = (auto + auto_processor, values)
            seconds = measure(runs, arguments.rounds)
            print(f"{arguments.sources or str(count) + ' classes'}: javac -proc:none {statistics.median(seconds['plain']):.2f} s")
            row("shapecheck / javac", seconds, "reports", "plain")
            row("shapecheck without reports / javac", seconds, "checked", "plain")
            if not arguments.sources:
                row("AutoValue / javac", seconds, "auto", "auto plain")
                row("shapecheck / AutoValue, seconds", seconds, "reports", "auto")


main()
