/** Decides which sizes a model admits, as ShapeReport.at does. */

const RANGE = /^(\d+)(?:(\.\.)(\d*))?(?:\/(\d+))?$/;

/** Whether a set of sizes such as "1..9, 32../32" holds a size. */
export function admits(ranges, size) {
  return ranges.split(",").some((text) => {
    const range = RANGE.exec(text.trim().replace(/ \(searched to \d+\)$/, ""));
    if (range === null) {
      return false;
    }
    const first = BigInt(range[1]);
    const last = range[2] === undefined ? first : range[3] === "" ? size : BigInt(range[3]);
    const step = BigInt(range[4] || 1);
    return size >= first && size <= last && (size - first) % step === 0n;
  });
}

/** Why the model does not admit the sizes; "" if it does. */
export function refusal(report, sizes) {
  for (const name of Object.keys(sizes)) {
    for (const input of report.inputs) {
      const axis = input.shape.findIndex((dim) => dim.kind === "symbol" && dim.name === name);
      if (axis < 0) {
        continue;
      }
      const ranges = input.accepts[axis];
      const place = "axis " + axis + " of input " + input.name + " is " + sizes[name];
      if (ranges === undefined ? sizes[name] < 1n : !admits(ranges, sizes[name])) {
        return ranges === undefined ? place : place + "; it may be " + ranges;
      }
    }
  }
  return "";
}
