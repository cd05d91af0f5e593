/** The nodes that show and the edges between them, sorted into the boxes that they stand in. */

import { symbolsOf } from "./dim.js";
import { insideOf, within } from "./tree.js";

/**
 * The root's box. A box has `items` in the order of execution and `links` between items, each with
 * the nodes `from` and `to` that it really joins; an item is a leaf or a box.
 */
export function graphOf(report, root, open) {
  return new Graph(report, open).of(root);
}

class Graph {
  constructor(report, open) {
    this.report = report;
    this.open = open;
    this.boxes = new Map();
    this.others = new Map();
    this.batched = report.inputs.some((input) => carriesBatch(input.shape));
  }

  of(root) {
    const box = this.item(root, null);
    const inputs = this.report.inputs.map((input, number) =>
      this.other("input", number, input.name, box, this.carries(input.shape)),
    );
    box.items.unshift(...inputs);
    this.report.steps.forEach((step) => {
      const to = this.spot(box, step.number);
      step.from.forEach((place) => this.join(box, place, to));
    });
    this.report.outputs.forEach((output, number) => {
      const name = this.report.outputs.length > 1 ? "output " + (number + 1) : "output";
      const leaf = this.other("output", number, name, box, this.carries(output.shape));
      box.items.push(leaf);
      this.join(box, output.from, { leaf, stands: true });
    });
    this.order(box);
    return box;
  }

  carries(shape) {
    return !this.batched || carriesBatch(shape);
  }

  item(node, parent) {
    if (node.kind === "step" || !this.open.has(node.id)) {
      const leaf = { leaf: true, kind: node.kind, id: node.id, node, parent };
      leaf.samples = this.carriesAny(node);
      this.boxes.set(node, leaf);
      return leaf;
    }
    const box = { leaf: false, kind: node.kind, id: node.id, node, parent, links: [] };
    this.boxes.set(node, box);
    box.pairs = new Map();
    box.items = insideOf(node).map((child) => this.item(child, box));
    box.samples = this.carriesAny(node);
    return box;
  }

  carriesAny(node) {
    for (let i = node.first; i <= node.last; i++) {
      if (this.report.steps[i].results.some((result) => this.carries(result.shape))) {
        return true;
      }
    }
    return false;
  }

  other(kind, number, name, parent, samples) {
    const leaf = { leaf: true, kind, id: kind[0] + number, number, name, parent, samples };
    this.others.set(kind + number, leaf);
    return leaf;
  }

  /** Where a step shows; `stands` is false where another member of a repeat stands for it. */
  spot(box, number) {
    let node = box.node;
    let at = number;
    let stands = true;
    while (this.boxes.get(node).leaf !== true) {
      const inner = within(node, at);
      stands = stands && inner.step === at;
      at = inner.step;
      node = inner.child;
    }
    return { leaf: this.boxes.get(node), stands, step: at };
  }

  join(box, place, to) {
    if (typeof place === "string") {
      return;
    }
    if (place >= 0) {
      const from = this.spot(box, place);
      const shape = this.report.steps[place].results.map((result) => result.shape)[0];
      this.link(from.leaf, to.leaf, shape || null, place);
    } else if (place >= -this.report.inputs.length) {
      const number = -1 - place;
      const leaf = this.others.get("input" + number);
      this.link(leaf, to.leaf, this.report.inputs[number].shape, place);
    } else if (to.stands && !this.owns(to.leaf, place)) {
      const number = -1 - place - this.report.inputs.length;
      this.link(this.tensor(number, to.leaf), to.leaf, null, place);
    }
  }

  /** Whether a folded module is where the bare tensor is declared. */
  owns(leaf, place) {
    const { path } = this.report.tensors[-1 - place - this.report.inputs.length];
    return leaf.kind !== "step" && leaf.node && path.startsWith(leaf.node.path + ".");
  }

  /** A bare tensor stands in the box of what reads it first. */
  tensor(number, reader) {
    const known = this.others.get("tensor" + number);
    if (known !== undefined) {
      return known;
    }
    const path = this.report.tensors[number].path;
    const leaf = this.other("tensor", number, path, reader.parent, false);
    const items = reader.parent.items;
    items.splice(items.indexOf(reader), 0, leaf);
    return leaf;
  }

  /** Joins two leaves in the innermost box that holds both. */
  link(from, to, shape, place) {
    if (from === to) {
      return;
    }
    const above = new Map();
    for (let item = from; item !== null; item = item.parent) {
      above.set(item.parent, item);
    }
    let b = to;
    while (b.parent !== null && !above.has(b.parent)) {
      b = b.parent;
    }
    const box = b.parent;
    const a = above.get(box);
    if (a === b || box === null) {
      return;
    }
    for (let item = to; item !== b; item = item.parent) {
      item.entered = item.entered || from.samples;
    }
    const key = from.id + ">" + to.id;
    if (!box.pairs.has(key)) {
      const link = { a, b, from, to, shapes: [], place };
      box.pairs.set(key, link);
      box.links.push(link);
    }
    const shapes = box.pairs.get(key).shapes;
    if (shape !== null && !shapes.includes(shape)) {
      shapes.push(shape);
    }
  }

  /** Numbers the items and drops links that lead back, as from one member of a repeat to the next. */
  order(box) {
    box.items.forEach((item, place) => {
      item.place = place;
      if (!item.leaf) {
        this.order(item);
      }
    });
    box.links = box.links.filter((link) => link.a.place < link.b.place);
  }
}

function carriesBatch(shape) {
  return shape.some((dim) => symbolsOf(dim).has("N"));
}
