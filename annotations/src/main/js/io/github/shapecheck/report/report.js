/** The report as the page reads it: steps with what feeds them, and the numbers at given sizes. */

import { parseCondition } from "./condition.js";
import { parseDim, put, symbolsOf, valueOf } from "./dim.js";

const BYTES = {
  float64: 8n,
  int64: 8n,
  complex64: 8n,
  complex128: 16n,
  float16: 2n,
  bfloat16: 2n,
  int16: 2n,
  int8: 1n,
  uint8: 1n,
  bool: 1n,
};

/** Puts the page's data into one piece: shapes as expressions, names where the data has places. */
export function readReport(data) {
  const shapes = data.shapes.map((shape) => shape.map(parseDim));
  const weights = (list) =>
    (list || []).map(([name, shape, trained]) => ({
      name,
      shape: shapes[shape],
      trained: trained !== 0,
    }));
  const inputs = data.inputs.map(([name, shape, dtype, accepts]) => ({
    name,
    shape: shapes[shape],
    dtype,
    accepts,
  }));
  const layer = ([path, type, list]) => ({ path, type, weights: weights(list) });
  const steps = data.steps.map((step, number) => ({
    number,
    name: step.n,
    op: step.op,
    layer: step.l || "",
    owner: step.o || step.l || "",
    scope: step.s ? step.s.split(".") : [],
    from: step.f,
    results: step.r.map((result) =>
      typeof result === "number"
        ? { shape: shapes[result], dtype: "float32" }
        : { shape: shapes[result[0]], dtype: result[1] },
    ),
    tuple: step.t === 1,
    view: step.v === 1,
    weights: weights(step.w),
    macs: parseDim(step.m === undefined ? 0 : step.m),
    field: step.rf || null,
    derivation: (step.d || []).map((line) => data.lines[line]),
    family: data.families[step.op],
  }));
  const report = {
    model: data.model,
    sketch: data.sketch,
    inputs,
    where: parseCondition(data.where),
    formulas: parseCondition(data.formulas),
    tensors: data.tensors.map(layer),
    steps,
    outputs: data.outputs.map(([from, shape]) => ({ from, shape: shapes[shape] })),
    unused: data.unused.map(layer),
  };
  const symbols = new Set();
  inputs.forEach((input) => input.shape.forEach((dim) => symbolsOf(dim, symbols)));
  report.symbols = [...symbols];
  label(steps);
  return report;
}

/** Steps are called after their layers, as PyTorch does, where a layer is used once. */
function label(steps) {
  const uses = new Map();
  const path = (step) => (step.layer === "" ? "" : step.owner);
  steps.forEach((step) => uses.set(path(step), (uses.get(path(step)) || 0) + 1));
  steps.forEach((step) => {
    const layer = path(step);
    const once = layer !== "" && uses.get(layer) === 1;
    const other = layer !== "" && layer !== step.name;
    step.label = once ? layer : other ? step.name + " (" + layer + ")" : step.name;
  });
}

/** What a step reads, or an output comes from: its name and its kind, "step" with its number. */
export function sourceOf(report, place) {
  if (typeof place === "string") {
    return { kind: "name", name: place };
  }
  if (place >= 0) {
    return { kind: "step", number: place, name: report.steps[place].label };
  }
  const input = -1 - place;
  const tensor = input - report.inputs.length;
  return tensor < 0
    ? { kind: "input", number: input, name: report.inputs[input].name }
    : { kind: "tensor", number: tensor, name: report.tensors[tensor].path };
}

const product = (shape, sizes) =>
  shape.reduce((count, dim) => {
    const value = count === null ? null : valueOf(dim, sizes);
    return value === null ? null : count * value;
  }, 1n);

const plus = (a, b) => (a === null || b === null ? null : a + b);

function bytes(tensor, sizes) {
  const count = product(tensor.shape, sizes);
  return count === null ? null : count * (BYTES[tensor.dtype] || 4n);
}

const sumOf = (items, count) => items.reduce((sum, item) => plus(sum, count(item)), 0n);

/** How many numbers the weights hold that are trained, or that are not. */
export function countOf(weights, trained, sizes) {
  return sumOf(
    weights.filter((weight) => weight.trained === trained),
    (weight) => product(weight.shape, sizes),
  );
}

/** The numbers of every step and of the whole model at these sizes. */
export function reckon(report, typed) {
  const sizes = { ...report.sketch, ...typed };
  const seen = new Set();
  const steps = report.steps.map((step) => {
    const first = step.owner === "" || !seen.has(step.owner);
    seen.add(step.owner);
    const params = countOf(step.weights, true, sizes);
    const buffers = countOf(step.weights, false, sizes);
    return {
      results: step.results.map((result) => result.shape.map((dim) => put(dim, typed))),
      drawn: step.results.map((result) => result.shape.map((dim) => valueOf(dim, sizes))),
      params,
      buffers,
      ownParams: first ? params : 0n,
      ownBuffers: first ? buffers : 0n,
      macs: valueOf(step.macs, sizes),
      memory: step.view ? 0n : sumOf(step.results, (result) => bytes(result, sizes)),
    };
  });
  const other = [...report.tensors, ...report.unused];
  const owned = new Set(report.steps.map((step) => step.owner));
  const rest = other.filter((layer) => !owned.has(layer.path)).flatMap((layer) => layer.weights);
  const inputs = sumOf(report.inputs, (input) => bytes(input, sizes));
  const counts = {
    params: plus(
      sumOf(steps, (step) => step.ownParams),
      countOf(rest, true, sizes),
    ),
    buffers: plus(
      sumOf(steps, (step) => step.ownBuffers),
      countOf(rest, false, sizes),
    ),
    macs: sumOf(steps, (step) => step.macs),
    memory: plus(
      inputs,
      sumOf(steps, (step) => step.memory),
    ),
  };
  return { sizes, steps, inputs, ...counts, ...peakOf(report, steps, inputs) };
}

/** The most that lives at one time, and the step at which it does; each result is freed after its last use. */
function peakOf(report, steps, inputs) {
  const owners = report.steps.map((step) => step.number);
  const last = new Map();
  report.steps.forEach((step) => {
    const owner = (place) => (typeof place === "number" && place >= 0 ? owners[place] : place);
    step.from.forEach((place) => last.set(owner(place), step.number));
    if (step.view && step.from.length > 0) {
      owners[step.number] = owner(step.from[0]);
    }
  });
  report.outputs.forEach((output) => last.set(owners[output.from], Infinity));
  const freed = report.steps.map(() => []);
  steps.forEach((step, number) => {
    const end = Math.max(number, last.has(number) ? last.get(number) : number);
    if (end < steps.length) {
      freed[end].push(number);
    }
  });
  let live = inputs || 0n;
  let peak = live;
  let peakStep = -1;
  steps.forEach((step, number) => {
    live += step.memory || 0n;
    if (live > peak) {
      peak = live;
      peakStep = number;
    }
    freed[number].forEach((dead) => {
      live -= steps[dead].memory || 0n;
    });
  });
  return { peak, peakStep };
}
