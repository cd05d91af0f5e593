"""Records anew what Python makes of programs that are written by hand: python3 again.py constructs.txt > new.txt

The programs are those of a record; what stands behind their equals signs is replaced.
"""
import contextlib
import io
import sys
import warnings


def output(text):
    """What a program prints; the exception that ends it is the last line."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(text, "program", "exec"), {"__name__": "program"})
        except Exception as error:
            print("!", type(error).__name__)
    return printed.getvalue()


warnings.simplefilter("ignore")
for number, record in enumerate(open(sys.argv[1]).read().strip().split("\n\n")):
    text = "".join(line[1:] + "\n" for line in record.splitlines() if line.startswith("|"))
    print(number)
    print("".join("|" + line + "\n" for line in text.splitlines()), end="")
    print("".join("=" + line + "\n" for line in output(text).splitlines()))
