/** Decides which sizes a model admits, as ShapeReport.at does. */

import { holds, namesIn } from "./condition.js";

const RANGE = /^(\d+)(?:(\.\.)(\d*))?(?:\/(\d+))?$/;
const SEARCHED = /^(.*) \(searched to (\d+)\)$/;

/** Whether a set of sizes such as "1..9, 32../32" holds a size, or may where nobody has looked. */
export function admits(ranges, size) {
  const searched = SEARCHED.exec(ranges);
  if (searched !== null) {
    return size > BigInt(searched[2]) || admits(searched[1], size);
  }
  return ranges.split(",").some((text) => {
    const range = RANGE.exec(text.trim());
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
      for (let axis = 0; axis < input.shape.length; axis++) {
        const why = input.shape[axis].name === name ? refused(input, axis, sizes[name]) : "";
        if (why !== "") {
          return why;
        }
      }
    }
  }
  return conditions(report, sizes);
}

function refused(input, axis, size) {
  const ranges = input.accepts[axis];
  const place = "axis " + axis + " of input " + input.name + " is " + size;
  if (ranges === undefined) {
    return size < 1n ? place : "";
  }
  return admits(ranges, size) ? "" : place + "; it may be " + ranges;
}

function conditions({ where, formulas }, sizes) {
  const at = (condition) =>
    namesIn(condition)
      .map((name) => name + " = " + sizes[name])
      .join(", ");
  if (!holds(where, sizes)) {
    return where.text + " does not hold for " + at(where);
  }
  if (!holds(formulas, {}) && namesIn(formulas).length === 0) {
    return "not every shape is known for free sizes";
  }
  return holds(formulas, sizes)
    ? ""
    : "the report's formulas are for " +
        formulas.text +
        ", which does not hold for " +
        at(formulas) +
        ": the model goes another way there; compile it with these numbers";
}
