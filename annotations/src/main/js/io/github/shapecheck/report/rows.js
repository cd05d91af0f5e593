/** Writes the rows of the table: inputs, modules with their totals, steps with bars of cost. */

import { counted, escaped, grouped, memoryText, percent, shapeText } from "./text.js";

/** What can be sorted by and drawn as bars: the number of a step and how it is written. */
export const MEASURES = {
  params: {
    title: "Parameters",
    of: (numbers) => numbers.ownParams,
    text: counted,
    whole: "params",
  },
  macs: { title: "MACs", of: (numbers) => numbers.macs, text: counted, whole: "macs" },
  memory: { title: "Memory", of: (numbers) => numbers.memory, text: memoryText, whole: "memory" },
};

/** The sum of a measure over the steps of a node. */
export function totalOf(numbers, node, measure) {
  let sum = 0n;
  for (let i = node.first; i <= node.last; i++) {
    const value = MEASURES[measure].of(numbers.steps[i]);
    if (value === null) {
      return null;
    }
    sum += value;
  }
  return sum;
}

export class Rows {
  /** For the state of now, in which the modules of these ids are folded. */
  constructor(state, closed) {
    this.state = state;
    this.closed = closed;
    this.most = {};
    const { numbers } = state;
    Object.entries(MEASURES).forEach(([measure, { of }]) => {
      const values = numbers.steps.map((step) => Number(of(step) || 0n));
      this.most[measure] = values.reduce((a, b) => Math.max(a, b), 0) || 1;
    });
  }

  input(input) {
    const { put } = this.state;
    const admits = input.accepts.length > 0 ? "admits " + input.accepts.join(" \u00d7 ") : "";
    return (
      '<tr class="in"><th scope="row" class="l">' +
      escaped(input.name) +
      '</th><td class="t">input, ' +
      escaped(input.dtype) +
      '</td><td class="s">' +
      escaped(shapeText(input.shape.map(put))) +
      '</td><td class="a" colspan="5">' +
      escaped(admits) +
      "</td></tr>"
    );
  }

  cells(node) {
    const { numbers } = this.state;
    return Object.entries(MEASURES)
      .map(([measure, { text, whole }]) => {
        const total = totalOf(numbers, node, measure);
        const part = percent(total, numbers[whole]);
        const exact = grouped(total) + (measure === "memory" ? " B" : "");
        const title = exact + (part === "" ? "" : ", " + part + " of the whole");
        const bar = node.kind === "step" ? (100 * Number(total || 0n)) / this.most[measure] : 0;
        const peak =
          measure === "memory" && node.first === numbers.peakStep && node.kind === "step";
        return (
          '<td class="n ' +
          measure +
          '" title="' +
          title +
          '"' +
          (bar > 0 ? ' style="--bar:' + bar.toFixed(1) + '%"' : "") +
          ">" +
          (peak
            ? '<span class="peak" title="the peak of memory: most lives here">peak</span> '
            : "") +
          (total === 0n ? "" : text(total)) +
          "</td>"
        );
      })
      .join("");
  }

  shapes(last) {
    const { numbers, changed } = this.state;
    const shapes = numbers.steps[last].results.map(shapeText).join(", ");
    return (
      '<td class="s' +
      (changed.has(last) ? " changed" : "") +
      '" title="' +
      escaped(shapes) +
      '">' +
      escaped(shapes) +
      "</td>"
    );
  }

  module({ node, level }) {
    const count = node.last - node.first + 1;
    const open = !this.closed.has(node.id);
    return (
      '<tr class="module" data-node="' +
      node.id +
      '"><th scope="row" class="l" style="--l:' +
      level +
      '"><button type="button" class="fold" aria-expanded="' +
      open +
      '" data-fold="' +
      node.id +
      '">' +
      escaped(node.label) +
      '</button></th><td class="t">' +
      count +
      " steps</td>" +
      this.shapes(node.last) +
      this.cells(node) +
      '<td class="s w"></td><td class="f"></td></tr>'
    );
  }

  step({ step: number, level }) {
    const step = this.state.report.steps[number];
    const weights = step.weights
      .filter((w) => w.trained)
      .map((w) => shapeText(w.shape))
      .join(" ");
    const field = step.field ? step.field[0].join("x") : "";
    const chosen = number === this.state.selected;
    return (
      '<tr class="step ' +
      step.family +
      (chosen ? " selected" : "") +
      this.state.mark(number) +
      '" data-step="' +
      number +
      '"' +
      (chosen ? ' aria-current="true"' : "") +
      '><th scope="row" class="l" style="--l:' +
      level +
      '"><a href="#s' +
      number +
      '">' +
      escaped(step.label) +
      '</a></th><td class="t">' +
      escaped(step.op) +
      "</td>" +
      this.shapes(number) +
      this.cells({ kind: "step", first: number, last: number }) +
      '<td class="s w">' +
      escaped(weights) +
      '</td><td class="f">' +
      escaped(field) +
      "</td></tr>"
    );
  }
}
