/** The picture: draws what is in sight, zooms, pans, opens modules in place. */

import { put, valueOf } from "./dim.js";
import { chooseLabels, Drawing } from "./drawing.js";
import { graphOf } from "./graph.js";
import { listen } from "./gestures.js";
import { flatten, layOut } from "./layout.js";
import { scalesOf } from "./solid.js";

const FEW = 300;
const MANY = 1500;
const READABLE = 0.3;
const LEAST_READABLE = 0.72;
const MAP_FROM = 200;

export class Picture {
  constructor(host, state) {
    this.host = host;
    this.state = state;
    this.svg = host.querySelector("svg.picture");
    this.layer = this.svg.querySelector(".layer");
    this.map = host.querySelector(".minimap");
    this.at = { x: 0, y: 0, scale: 1 };
    this.drawn = null;
    listen(this);
  }

  /** Lays everything out anew; the node `keep` stays where it is in the window. */
  build(keep) {
    const before = keep && this.find(keep);
    const graph = layOut(graphOf(this.state.report, this.state.root, this.state.open));
    this.all = flatten(graph);
    this.size = { width: graph.width, height: graph.height };
    chooseLabels(this.all.links);
    this.all.links.forEach((entry) => {
      const { from, to } = entry.link;
      entry.top = Math.min(from.y, to.y);
      entry.bottom = Math.max(from.y, to.y) + 60;
    });
    const after = keep && this.find(keep);
    if (before && after) {
      this.at.x += (before.x + before.trunk - after.x - after.trunk) * this.at.scale;
      this.at.y += (before.y - after.y) * this.at.scale;
    }
    this.refresh();
  }

  find(id) {
    return [...this.all.leaves, ...this.all.boxes].find((item) => item.id === id);
  }

  /** Draws anew with the numbers, colours and selection of now. */
  refresh() {
    const { report, numbers, typed } = this.state;
    const shapes = numbers.steps.flatMap((step) => step.drawn.slice(0, 1));
    report.inputs.forEach((input) =>
      shapes.push(input.shape.map((d) => valueOf(d, numbers.sizes))),
    );
    this.drawing = new Drawing({
      report,
      numbers,
      scales: scalesOf(shapes.filter((shape) => !shape.includes(null))),
      put: (dim) => put(dim, typed),
      value: (dim) => valueOf(dim, numbers.sizes),
      heat: (node) => this.state.heat(node),
      selected: this.state.selected,
      holds: (leaf, step) => leaf.node && leaf.node.first <= step && step <= leaf.node.last,
    });
    this.drawn = null;
    this.overview();
    this.move();
  }

  /** Shows the part of the picture that the window is at. */
  move() {
    const { x, y, scale } = this.at;
    this.layer.setAttribute("transform", "translate(" + x + " " + y + ") scale(" + scale + ")");
    const { width, height } = this.window();
    const sight = { top: -y / scale, bottom: (height - y) / scale, scale };
    const span = sight.bottom - sight.top;
    if (this.drawn === null || !covers(this.drawn, sight)) {
      this.draw(sight.top - span, sight.bottom + span, scale);
    }
    if (!this.map.hidden) {
      const view = this.map.querySelector(".sight");
      Object.entries({ x: -x / scale, y: -y / scale, width: width / scale, height: span }).forEach(
        ([name, value]) => view.setAttribute(name, String(value)),
      );
    }
  }

  draw(top, bottom, scale) {
    const { leaves, boxes, links } = this.all;
    const all = leaves.length <= FEW;
    const near = (item) => all || (item.y + item.height >= top && item.y <= bottom);
    const seen = leaves.filter(near);
    const plain = seen.length > MANY || (scale < READABLE / 2 && !all);
    this.drawn = { top, bottom, all, tiny: scale < READABLE / 2 };
    this.layer.innerHTML = plain
      ? this.blocks(seen)
      : boxes
          .filter(near)
          .map((box) => this.drawing.box(box))
          .join("") +
        links
          .filter((entry) => all || (entry.bottom >= top && entry.top <= bottom))
          .map((entry) => this.drawing.edge(entry))
          .join("") +
        seen.map((leaf) => this.drawing.leaf(leaf)).join("");
  }

  /** The nodes as blocks of colour only, one path for each kind. */
  blocks(leaves) {
    const paths = new Map();
    leaves.forEach((leaf) => {
      const family = this.drawing.wordsOf(leaf)[2];
      const block =
        "M" +
        leaf.x +
        " " +
        leaf.y +
        "h" +
        leaf.width +
        "v" +
        leaf.height +
        "h-" +
        leaf.width +
        "z";
      paths.set(family, (paths.get(family) || "") + block);
    });
    return [...paths]
      .map(([family, d]) => '<path class="block ' + family + '" d="' + d + '"/>')
      .join("");
  }

  overview() {
    this.map.hidden = this.all.leaves.length < MAP_FROM;
    if (!this.map.hidden) {
      this.map.setAttribute("viewBox", "0 0 " + this.size.width + " " + this.size.height);
      this.map.innerHTML = this.blocks(this.all.leaves) + '<rect class="sight"/>';
    }
  }

  /** The whole of it, drawn for export. */
  whole() {
    const { leaves, boxes, links } = this.all;
    return (
      boxes.map((box) => this.drawing.box(box)).join("") +
      links.map((entry) => this.drawing.edge(entry)).join("") +
      leaves.map((leaf) => this.drawing.leaf(leaf)).join("")
    );
  }

  window() {
    return { width: this.svg.clientWidth || 1, height: this.svg.clientHeight || 1 };
  }

  /** The picture as wide as the window, from its top; or the whole of it. */
  fit(whole) {
    const { width, height } = this.window();
    const wide = (width - 16) / this.size.width;
    const high = (height - 16) / this.size.height;
    const scale = whole ? Math.min(1, wide, high) : Math.min(1, Math.max(wide, LEAST_READABLE));
    this.at = { scale, x: Math.max(8, (width - this.size.width * scale) / 2), y: 8 };
    if (!whole && wide < scale) {
      const trunk = this.all.leaves[0] ? this.all.leaves[0].x + this.all.leaves[0].trunk : 0;
      this.at.x = Math.min(8, width * 0.6 - trunk * scale);
    }
    this.move();
  }

  zoom(factor, x, y) {
    const { width, height } = this.window();
    const [cx, cy] = x === undefined ? [width / 2, height / 2] : [x, y];
    const least = Math.min(0.2, height / this.size.height / 2);
    const scale = Math.min(3, Math.max(least, this.at.scale * factor));
    const ratio = scale / this.at.scale;
    this.at = { scale, x: cx - (cx - this.at.x) * ratio, y: cy - (cy - this.at.y) * ratio };
    this.move();
  }

  pan(dx, dy) {
    this.at.x += dx;
    this.at.y += dy;
    this.move();
  }

  /** Brings the node that holds a step into the window. */
  show(step) {
    const leaf = this.all.leaves.find((l) => l.node && l.node.first <= step && step <= l.node.last);
    if (leaf) {
      const { width, height } = this.window();
      const { x, y, scale } = this.at;
      const place = { x: leaf.x * scale + x, y: leaf.y * scale + y };
      const inside = place.x >= 0 && place.x + leaf.width * scale <= width;
      if (!inside || place.y < 0 || place.y + leaf.height * scale > height) {
        this.at.x = inside ? x : width / 2 - (leaf.x + leaf.width / 2) * scale;
        this.at.y = height / 2 - (leaf.y + leaf.height / 2) * scale;
      }
    }
    this.refresh();
  }

  /** Opens or folds a module, or selects a step. */
  act(element) {
    if (!element) {
      return;
    }
    const { open, fold, step } = element.dataset;
    if (open) {
      this.state.open.add(open);
      this.build(open);
    } else if (fold) {
      this.state.open.delete(fold);
      this.build(fold);
    } else if (step !== undefined) {
      this.state.select(Number(step), "picture");
    }
  }
}

/** Whether what is drawn reaches as far as what is seen, in the same detail. */
function covers(drawn, sight) {
  const tiny = sight.scale < READABLE / 2;
  const reaches = drawn.top <= sight.top && drawn.bottom >= sight.bottom;
  return drawn.all || (reaches && drawn.tiny === tiny);
}
