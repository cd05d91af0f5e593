/** What the page says of one step: how its sizes come about, its weights, what it sees of the input. */

import { dimText, parseDim, put, valueOf } from "./dim.js";
import { sourceOf } from "./report.js";
import { escaped, grouped, memoryText, percent, shapeText } from "./text.js";

const item = (term, html) => "<dt>" + term + "</dt><dd>" + html + "</dd>";

const NAME = /[A-Za-z_]\w*/g;

/** A line of arithmetic with the numbers of now. */
export function derived(line, typed) {
  const putIn = (text) =>
    text.replace(NAME, (name) => (name in typed ? String(typed[name]) : name));
  const equals = line.lastIndexOf(" = ");
  const formula = equals < 0 ? "" : line.slice(0, equals);
  const result = equals < 0 ? line : line.slice(equals + 3);
  let value;
  try {
    value = dimText(put(parseDim(result), typed));
  } catch {
    value = putIn(result);
  }
  return (formula === "" ? "" : putIn(formula) + " = ") + value;
}

/** The panel's content for a step. */
export function detailsOf(state, number) {
  const { report, numbers, typed } = state;
  const step = report.steps[number];
  const now = numbers.steps[number];
  const link = (place) => {
    const source = sourceOf(report, place);
    return source.kind === "step"
      ? '<a href="#s' + source.number + '">' + escaped(source.name) + "</a>"
      : escaped(source.name);
  };
  const readers = report.steps.filter((other) => other.from.includes(number)).map((s) => s.number);
  const share = (part, whole) => (part ? " (" + percent(part, whole) + " of the whole)" : "");
  const results = now.results.map((shape, i) => {
    const { dtype } = step.results[i];
    return escaped(shapeText(shape) + (dtype === "float32" ? "" : " " + dtype));
  });
  let out = "<h2>" + escaped(step.label) + " <small>" + escaped(step.op) + "</small></h2><dl>";
  out += step.name === step.label ? "" : item("name", escaped(step.name));
  out += step.layer === "" || step.layer === step.label ? "" : item("layer", escaped(step.layer));
  out += item("reads", step.from.map(link).join(", ") || "nothing");
  out += item(
    step.tuple ? "gives a tuple" : "gives",
    '<span class="s">' + results.join(", ") + "</span>",
  );
  out += readers.length > 0 ? item("read by", readers.slice(0, 12).map(link).join(", ")) : "";
  out += now.macs ? item("MACs", grouped(now.macs) + share(now.macs, numbers.macs)) : "";
  out += now.params
    ? item("parameters", grouped(now.params) + share(now.ownParams, numbers.params))
    : "";
  out += now.buffers ? item("buffers", grouped(now.buffers)) : "";
  const memory = memoryText(now.memory) + share(now.memory, numbers.memory);
  out += item("memory", step.view ? "none (a view)" : memory);
  out += number === numbers.peakStep ? item("peak", memoryText(numbers.peak) + " live here") : "";
  out += "</dl>";
  if (step.derivation.length > 0) {
    const lines = step.derivation.map((line) => derived(line, typed)).join("\n");
    out += '<h3>How the sizes come about</h3><pre class="derivation">' + escaped(lines) + "</pre>";
  }
  return out + weightsOf(step, numbers.sizes) + fieldOf(state, step, now);
}

function weightsOf(step, sizes) {
  if (step.weights.length === 0) {
    return "";
  }
  const rows = step.weights.map((weight) => {
    const count = weight.shape.reduce((n, dim) => n * (valueOf(dim, sizes) || 0n), 1n);
    return (
      '<tr><th scope="row">' +
      escaped(weight.name) +
      '</th><td class="s">' +
      escaped(shapeText(weight.shape)) +
      '</td><td class="n">' +
      grouped(count) +
      "</td><td>" +
      (weight.trained ? "trained" : "buffer") +
      "</td></tr>"
    );
  });
  return (
    '<h3>Weights</h3><table class="weights"><thead><tr><th scope="col">Name</th><th scope="col">Shape</th>' +
    '<th scope="col" class="n">Values</th><th scope="col">Kind</th></tr></thead><tbody>' +
    rows.join("") +
    "</tbody></table>"
  );
}

function fieldOf({ report, numbers, typed }, step, now) {
  if (step.field === null) {
    return "";
  }
  const [size, jump, offset] = step.field;
  const words = (list) => escaped(list.map((text) => derived(String(text), typed)).join(" x "));
  let out =
    "<h3>Receptive field on the input</h3><dl>" +
    item("size", words(size)) +
    item("jump", words(jump));
  out += offset.length > 0 ? item("first centre", words(offset)) : "";
  return out + "</dl>" + fieldPicture(report, numbers.sizes, step, now);
}

/** A fraction such as 1/2 or (H + 1)/2 as a number. */
function fraction(text, sizes) {
  const slash = /^(.*)\/(\d+)$/.exec(text);
  const above = slash ? slash[1].replace(/^\((.*)\)$/, "$1") : text;
  return Number(valueOf(parseDim(above), sizes)) / (slash ? Number(slash[2]) : 1);
}

/** The field of the middle value on the plane of the input. */
function fieldPicture(report, sizes, step, now) {
  const axes = step.field[0].length;
  const input = report.inputs.find((i) => i.shape.length > axes && i.dtype.startsWith("float"));
  if (!input || !now.drawn[0]) {
    return "";
  }
  const plane = input.shape.slice(-axes).map((dim) => Number(valueOf(dim, sizes)));
  const field = step.field[0].map((text) => Number(valueOf(parseDim(text), sizes)));
  const output = now.drawn[0].slice(-axes).map(Number);
  const start = (axis) => {
    if (step.field[2].length !== axes || now.drawn[0].length <= axes) {
      return (plane[axis] - field[axis]) / 2;
    }
    const middle = Math.floor((output[axis] - 1) / 2);
    const centre =
      fraction(step.field[2][axis], sizes) + middle * fraction(step.field[1][axis], sizes);
    return centre + 0.5 - field[axis] / 2;
  };
  const width = plane[axes - 1];
  const height = axes === 1 ? Math.max(1, width / 12) : plane[axes - 2];
  const scale = 150 / Math.max(width, height);
  const rect = (style, x, y, w, h) =>
    '<rect class="' +
    style +
    '" x="' +
    [30 + x * scale, 30 + y * scale].map((v) => v.toFixed(1)).join('" y="') +
    '" width="' +
    (w * scale).toFixed(1) +
    '" height="' +
    (h * scale).toFixed(1) +
    '"/>';
  const y = axes === 1 ? 0 : start(axes - 2);
  const view = rect(
    "view",
    start(axes - 1),
    y,
    field[axes - 1],
    axes === 1 ? height : field[axes - 2],
  );
  return (
    '<svg class="field" width="' +
    Math.ceil(width * scale + 60) +
    '" height="' +
    Math.ceil(height * scale + 60) +
    '" role="img" aria-label="Receptive field">' +
    rect("plane", 0, 0, width, height) +
    view +
    "</svg>"
  );
}
