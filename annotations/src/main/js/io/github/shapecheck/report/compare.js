/** What differs between two pages, step by step. */

import { escaped, grouped, shapeText } from "./text.js";
import { reckon } from "./report.js";

/** The data of a page's text; null if it is none of ours. */
export function dataOf(text) {
  const found = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(text);
  try {
    return found === null ? null : JSON.parse(found[1]);
  } catch {
    return null;
  }
}

const said = (step) => {
  const shapes = step.results.map((result) => shapeText(result.shape)).join(", ");
  const weights = step.weights
    .map((weight) => weight.name + " " + shapeText(weight.shape))
    .join(", ");
  return [step.op, shapes, weights];
};

/** The steps here that are new or other, and in words those that are gone. */
export function differences(report, other) {
  const before = new Map(other.steps.map((step) => [step.name, step]));
  const marks = new Map();
  const words = [];
  report.steps.forEach((step) => {
    const old = before.get(step.name);
    before.delete(step.name);
    if (old === undefined) {
      marks.set(step.number, { style: "added", text: "new here" });
      words.push("+ " + step.label + " " + said(step).join(" "));
      return;
    }
    const [a, b] = [said(old), said(step)];
    const parts = b.map((now, i) =>
      now === a[i] ? "" : (a[i] || "nothing") + " became " + (now || "nothing"),
    );
    const text = parts.filter((part) => part !== "").join("; ");
    if (text !== "") {
      marks.set(step.number, { style: "differs", text });
      words.push("~ " + step.label + ": " + text);
    }
  });
  before.forEach((step) => words.push("- " + step.label + " " + said(step).join(" ")));
  return { marks, html: listOf(words, report, other) };
}

function listOf(words, report, other) {
  const [now, then] = [reckon(report, {}), reckon(other, {})];
  const totals = ["params", "macs", "memory"]
    .filter((name) => now[name] !== then[name])
    .map((name) => name + ": " + grouped(then[name]) + " became " + grouped(now[name]));
  const head = words.length === 0 ? "No step differs" : words.length + " steps differ";
  const lines = [...totals, ...words.slice(0, 200)]
    .map((line) => "<li>" + escaped(line) + "</li>")
    .join("");
  return "<b>" + head + " from " + escaped(other.model) + "</b><ul>" + lines + "</ul>";
}
