/** The head of the page: the numbers of the whole model, and the fields for free sizes. */

import { counted, escaped, grouped, memoryText } from "./text.js";

const FLOATS = /float|complex/;

function gradients({ report, numbers }) {
  return report.steps.reduce((sum, step) => {
    const floats = !step.view && step.results.some((result) => FLOATS.test(result.dtype));
    return floats ? sum + (numbers.steps[step.number].memory || 0n) : sum;
  }, 0n);
}

export function summaryOf(state, host) {
  const { report, numbers, typed } = state;
  const drawn = Object.entries(numbers.sizes).filter(([name]) => !(name in typed));
  const at = drawn.map(([name, size]) => name + " = " + size).join(", ");
  const training = numbers.memory === null ? null : numbers.memory + gradients(state);
  const peakStep = report.steps[numbers.peakStep];
  const weights = (count) => memoryText(count === null ? null : 4n * count) + " as float32";
  const cards = [
    [
      "parameters",
      counted(numbers.params),
      grouped(numbers.params) + ", " + weights(numbers.params),
    ],
    [
      "weights",
      memoryText(numbers.params === null ? null : 4n * numbers.params),
      "parameters as float32",
    ],
    numbers.buffers === 0n
      ? null
      : [
          "buffers",
          memoryText(numbers.buffers === null ? null : 4n * numbers.buffers),
          grouped(numbers.buffers) + " values, kept but not trained",
        ],
    ["MACs per sample", counted(numbers.macs), grouped(numbers.macs)],
    [
      "forward",
      memoryText(numbers.memory),
      "inputs and results that are no views" + (at && ", at " + at),
    ],
    [
      "training",
      memoryText(training),
      "those, and a gradient for each result" + (at && ", at " + at),
    ],
    [
      "peak",
      memoryText(numbers.peak),
      "the most that lives at one time" + (at && ", at " + at),
      peakStep,
    ],
    ["steps", String(report.steps.length), ""],
  ];
  host.innerHTML = cards
    .filter((card) => card !== null)
    .map(([title, value, more, step]) => {
      const text = step
        ? '<button type="button" class="link" data-do="peak" title="' +
          escaped(more + "; go to " + step.label) +
          '">' +
          value +
          "</button>"
        : '<span title="' + escaped(more) + '">' + value + "</span>";
      return "<div><dt>" + title + "</dt><dd>" + text + "</dd></div>";
    })
    .join("");
  const note = document.getElementById("note");
  note.textContent = at === "" ? "" : "costs at " + at;
}

/** A field for each free size, with the sizes that the model admits. */
export function writeSizes({ report }, host) {
  host.hidden = report.symbols.length === 0;
  host.insertAdjacentHTML(
    "afterbegin",
    report.symbols
      .map((name) => {
        const admitted = [];
        report.inputs.forEach((input) =>
          input.shape.forEach((dim, axis) => {
            if (dim.kind === "symbol" && dim.name === name && input.accepts[axis] !== undefined) {
              admitted.push(input.accepts[axis]);
            }
          }),
        );
        const title =
          admitted.length > 0 ? name + " may be " + [...new Set(admitted)].join("; ") : name;
        return (
          "<label>" +
          escaped(name) +
          ' <input inputmode="numeric" autocomplete="off" size="6" data-size="' +
          escaped(name) +
          '" placeholder="' +
          escaped(admitted[0] || "") +
          '" title="' +
          escaped(title) +
          '" aria-describedby="refusal"></label>'
        );
      })
      .join(""),
  );
}
