/** Writes nodes, boxes and edges as SVG. */

import { symbolsOf } from "./dim.js";
import { laneX, LONGEST_LABEL } from "./layout.js";
import { solid } from "./solid.js";
import { counted, cut, escaped, memoryText, px, shapeText } from "./text.js";

const text = (style, x, y, content, most, more = "") => {
  const whole = content.length > most ? "<title>" + escaped(content) + "</title>" : "";
  return (
    '<text class="' +
    style +
    '" x="' +
    px(x) +
    '" y="' +
    px(y) +
    '"' +
    more +
    ">" +
    escaped(cut(content, most)) +
    whole +
    "</text>"
  );
};

/** Draws with what `view` knows: report, numbers, scales, colour, heat, and the selected step. */
export class Drawing {
  constructor(view) {
    this.view = view;
  }

  /** What a leaf is called and what it says below its name. */
  wordsOf(leaf) {
    const { report, numbers } = this.view;
    if (leaf.kind === "input") {
      const input = report.inputs[leaf.number];
      return [leaf.name, "input, " + input.dtype, "input"];
    }
    if (leaf.kind === "output") {
      return [leaf.name, shapeText(this.outputShape(leaf)), "input"];
    }
    if (leaf.kind === "tensor") {
      const [weight] = report.tensors[leaf.number].weights;
      return [leaf.name, shapeText(weight.shape), "input"];
    }
    const { node } = leaf;
    if (node.kind === "step") {
      const step = report.steps[node.step];
      const { params } = numbers.steps[node.step];
      const more = params > 0n ? ", " + counted(params) + " params" : "";
      const op = step.op === step.label ? "" : step.op;
      return [step.label, op + (op === "" ? more.slice(2) : more), step.family];
    }
    let params = 0n;
    for (let i = node.first; i <= node.last; i++) {
      params += numbers.steps[i].ownParams || 0n;
    }
    const count = node.last - node.first + 1;
    const members = node.kind === "repeat" ? node.members.length : 1;
    const steps = count / members + " steps";
    return [node.label, steps + (params > 0n ? ", " + counted(params) + " params" : ""), "module"];
  }

  outputShape(leaf) {
    const { report, put } = this.view;
    return report.outputs[leaf.number].shape.map(put);
  }

  /** The tensor that a leaf gives: as numbers, and which of its axes are free. */
  tensorOf(leaf) {
    const { report, numbers, put, value } = this.view;
    let shape = null;
    let drawn = null;
    if (leaf.kind === "input") {
      shape = report.inputs[leaf.number].shape.map(put);
      drawn = report.inputs[leaf.number].shape.map(value);
    } else if (leaf.node !== undefined) {
      const last = leaf.kind === "repeat" ? leaf.node.last : leaf.node.last;
      [shape] = numbers.steps[last].results;
      [drawn] = numbers.steps[last].drawn;
    }
    const rank = shape ? shape.length : 0;
    const free = (axis) => axis > 0 && symbolsOf(shape[axis]).size > 0;
    return {
      shape,
      drawn,
      free: { width: free(rank - 1), height: rank > 2 && free(rank - 2) },
    };
  }

  leaf(leaf) {
    const [whole, type, family] = this.wordsOf(leaf);
    const { node: around } = leaf.parent;
    const path = (around.kind === "repeat" ? around.members[0].path : around.path) + ".";
    const name = path.length > 1 && whole.startsWith(path) ? whole.slice(path.length) : whole;
    const { x, y, width, height } = leaf;
    const small = height < 40;
    const step = leaf.node ? leaf.node.first : null;
    const folds = leaf.kind === "module" || leaf.kind === "repeat";
    const chosen = this.view.selected !== null && this.view.holds(leaf, this.view.selected);
    const what = escaped(whole + ", " + type + (folds ? ", folded" : ""));
    let out = '<g class="node ' + family + (chosen ? " selected" : "") + (small ? " small" : "");
    out += '" role="button" tabindex="0" data-id="' + leaf.id + '" aria-label="' + what + '"';
    out += step === null ? "" : ' data-step="' + step + '"';
    out += folds ? ' data-open="' + leaf.id + '" aria-expanded="false">' : ">";
    out += this.card(leaf, folds);
    if (small) {
      out += text("name", x + 12, y + 15, name, 23);
      return out + text("type", x + 12, y + 29, type, 26) + "</g>";
    }
    const tensor = this.tensorOf(leaf);
    if (tensor.drawn) {
      out += solid(tensor.drawn, this.view.scales, tensor.free, x + 36, y + height / 2);
    }
    out += text("name", x + 68, y + 23, name, folds ? 19 : 21);
    out += text("type", x + 68, y + 39, type, 24);
    return (
      out +
      (folds ? '<path class="fold-sign" d="' + plusSign(x + width - 14, y + 14) + '"/>' : "") +
      "</g>"
    );
  }

  card(leaf, folds) {
    const { x, y, width, height } = leaf;
    const rect = (style, dx, more = "") =>
      '<rect class="' +
      style +
      '" x="' +
      px(x + dx) +
      '" y="' +
      px(y + dx) +
      '" width="' +
      px(width) +
      '" height="' +
      px(height) +
      '" rx="6"' +
      more +
      "/>";
    const heat = leaf.node ? this.view.heat(leaf.node) : 0;
    const paint = heat > 0 ? ' style="--share:' + Math.round(heat * 100) + '%"' : "";
    const stack =
      leaf.kind === "repeat" ? rect("card", 6) + rect("card", 3) : folds ? rect("card", 3) : "";
    const stripe =
      '<path class="stripe" d="M' + px(x + 4) + " " + px(y + 8) + "V" + px(y + height - 8) + '"/>';
    return stack + rect(heat > 0 ? "card hot" : "card", 0, paint) + stripe;
  }

  box(box) {
    const { x, y, width, height } = box;
    return (
      '<g class="frame" role="button" tabindex="0" aria-expanded="true" data-fold="' +
      box.id +
      '" aria-label="' +
      escaped(box.node.label) +
      ', open"><rect class="around" x="' +
      px(x) +
      '" y="' +
      px(y) +
      '" width="' +
      px(width) +
      '" height="' +
      px(height) +
      '" rx="8"/><rect class="heading" x="' +
      px(x + 6) +
      '" y="' +
      px(y + 5) +
      '" width="' +
      px(Math.min(width - 12, 26 + box.node.label.length * 7.4)) +
      '" height="20" rx="4"/><path class="fold-sign" d="M' +
      px(x + 11) +
      " " +
      px(y + 15) +
      'h8"/>' +
      text("name", x + 24, y + 20, box.node.label, Math.max(8, Math.floor((width - 40) / 7.2))) +
      "</g>"
    );
  }

  /** What flows out of a leaf is said once below it; a skip says it again where it leaves. */
  edge({ link, box }) {
    const { from, to } = link;
    const label = link.shapes.map((shape) => shapeText(shape.map(this.view.put))).join(", ");
    const style = "edge" + (from.samples ? "" : " aside");
    const line = (d) =>
      '<path class="' +
      style +
      (link.route === "left" ? " skip" : "") +
      '" marker-end="url(#arrow)" d="' +
      d +
      '"/>';
    const below = (x, y) => (from.leaf ? text("shape", x, y, label, LONGEST_LABEL) : "");
    const fromX = from.x + from.trunk;
    const toX = to.x + to.trunk;
    const fromY = from.y + from.height;
    if (link.route === "down") {
      const words = link.first ? below(fromX + 8, fromY + 14) : "";
      return line(down(fromX, fromY, toX, to.y - 2, to.y - 26)) + words;
    }
    const toY = to.y + to.height / 2 + (to.height > 40 ? 10 : 4);
    if (link.route === "right") {
      const end = to.x + to.width + 3;
      const words = link.first ? below(fromX + 8, fromY + 14) : "";
      return (
        line("M" + px(fromX) + " " + px(fromY) + "V" + px(toY - 8) + "q0 8 -8 8H" + px(end)) + words
      );
    }
    const startY = from.y + from.height / 2 - (from.height > 40 ? 8 : 3);
    const lane = laneX(box, link);
    const d =
      "M" +
      px(from.x) +
      " " +
      px(startY) +
      "H" +
      px(lane + 8) +
      "q-8 0 -8 8V" +
      px(toY - 8) +
      "q0 8 8 8H" +
      px(to.x - 3);
    const words = link.firstSkip
      ? text("shape", from.x - 6, startY - 4, label, 20, ' text-anchor="end"')
      : "";
    return line(d) + words;
  }
}

/** A straight line, or one that bends just above where it ends. */
function down(x1, y1, x2, y2, bend) {
  if (Math.abs(x1 - x2) < 1) {
    return "M" + px(x1) + " " + px(y1) + "V" + px(y2);
  }
  const from = Math.max(y1, bend);
  const middle = (from + y2) / 2;
  return (
    "M" +
    px(x1) +
    " " +
    px(y1) +
    "V" +
    px(from) +
    "C" +
    [x1, middle + 6, x2, middle - 6, x2, y2].map(px).join(" ")
  );
}

const plusSign = (x, y) => "M" + px(x - 4) + " " + px(y) + "h8M" + px(x) + " " + px(y - 4) + "v8";

/** Says on which links the label stands: on one of each node. */
export function chooseLabels(links) {
  const said = new Set();
  const skipped = new Set();
  links.forEach(({ link }) => {
    if (link.route === "left") {
      link.firstSkip = !skipped.has(link.from);
      skipped.add(link.from);
    } else {
      link.first = !said.has(link.from);
      said.add(link.from);
    }
  });
}

export const measureText = (measure, value) =>
  measure === "memory" ? memoryText(value) : counted(value);
