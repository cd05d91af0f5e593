/** Places the nodes of a graph: a straight trunk, branches beside it, skips as arcs on its left. */

import { shapeText } from "./text.js";

export const LONGEST_LABEL = 34;
const CHARACTER = 6.2;
export const CARD = { width: 224, height: 52 };
export const SMALL = { width: 176, height: 36 };
const ROW_GAP = 34;
const COLUMN_GAP = 30;
const PADDING = 16;
const HEADING = 26;
const LABEL = 132;
const LANE = 12;
const MOST_LANES = 24;

/** Lays a box out with all that is in it, and gives every node its place in the picture. */
export function layOut(box) {
  measure(box);
  place(box, 0, 0);
  return box;
}

function measure(item) {
  if (item.leaf) {
    const aside = item.kind === "tensor" || item.kind === "output" || !item.samples;
    const size = aside && item.kind !== "module" && item.kind !== "repeat" ? SMALL : CARD;
    Object.assign(item, { width: size.width, height: size.height, trunk: size.width / 2 });
    return;
  }
  item.items.forEach(measure);
  const sorted = neighbours(item);
  const onTrunk = trunkOf(item, sorted);
  rowsOf(item, sorted, onTrunk);
  chainsOf(item, sorted, onTrunk);
  lanesOf(item);
  arrange(item);
}

function neighbours(box) {
  const before = box.items.map(() => []);
  const after = box.items.map(() => []);
  box.links.forEach(({ a, b }) => {
    before[b.place].push(a.place);
    after[a.place].push(b.place);
  });
  return { before, after };
}

/** The longest path through what carries the samples. */
function trunkOf(box, { before }) {
  const length = [];
  const previous = [];
  let end = -1;
  box.items.forEach((item, i) => {
    const steps = item.node ? item.node.last - item.node.first + 1 : 1;
    length[i] = item.samples ? steps : 0;
    previous[i] = -1;
    before[i].forEach((from) => {
      const way = length[from] + (item.samples ? steps : 0);
      if (item.samples && box.items[from].samples && way > length[i]) {
        length[i] = way;
        previous[i] = from;
      }
    });
    if (item.samples && (end < 0 || length[i] >= length[end])) {
      end = i;
    }
  });
  const trunk = new Set();
  for (let i = end; i >= 0; i = previous[i]) {
    trunk.add(i);
  }
  return trunk;
}

/** Rows from the top; what only feeds others stands just above the first of them. */
function rowsOf(box, { before, after }, trunk) {
  const items = box.items;
  items.forEach((item, i) => {
    item.row = before[i].reduce((row, from) => Math.max(row, items[from].row + 1), 0);
  });
  const fed = items.map((item, i) => trunk.has(i) || item.entered === true);
  items.forEach((item, i) => {
    fed[i] = fed[i] || (item.samples && before[i].some((from) => fed[from]));
  });
  for (let i = items.length - 1; i >= 0; i--) {
    if (!fed[i] && after[i].length > 0) {
      items[i].row = Math.min(...after[i].map((to) => items[to].row)) - 1;
    }
  }
  const top = items.reduce((row, item) => Math.min(row, item.row), 0);
  items.forEach((item) => {
    item.row -= top;
  });
}

/** Chains of what is not on the trunk, samples first, with the rows that each takes. */
function chainsOf(box, { before, after }, trunk) {
  const items = box.items;
  const used = new Set(trunk);
  const chains = [];
  items.forEach((item, i) => {
    item.column = trunk.has(i) ? 0 : 1;
    if (used.has(i)) {
      return;
    }
    const chain = [];
    for (let next = i; next >= 0; next = firstOf(after[next], (to) => !used.has(to))) {
      chain.push(next);
      used.add(next);
    }
    const [head, tail] = [i, chain[chain.length - 1]];
    const start = before[head].map((from) => items[from].row + 1);
    const end = after[tail].map((to) => items[to].row - 1);
    chains.push({
      items: chain.map((number) => items[number]),
      start: Math.min(items[head].row, ...start),
      end: Math.max(items[tail].row, ...end),
    });
  });
  const aside = (chain) => (chain.items[0].samples ? 0 : 1);
  box.chains = chains.sort((a, b) => aside(a) - aside(b));
}

const firstOf = (list, test) => {
  const found = list.find(test);
  return found === undefined ? -1 : found;
};

/** How a link runs: straight down, or in a lane on the left or the right. */
function routeOf(link) {
  const { a, b } = link;
  const down = atEnd(link.from, a, "last") && atEnd(link.to, b, "first");
  if (down && (b.row === a.row + 1 || a.column > 0 || b.column > 0)) {
    return "down";
  }
  return a.column > 0 ? "right" : "left";
}

/** Whether nothing of its box stands between a leaf and the edge of the outer item. */
function atEnd(leaf, outer, end) {
  for (let item = leaf; item !== outer; item = item.parent) {
    if (item.row !== item.parent[end]) {
      return false;
    }
  }
  return true;
}

/** Skips side by side on the left, short ones nearest to the trunk. */
function lanesOf(box) {
  box.links.forEach((link) => {
    link.route = routeOf(link);
  });
  const skips = box.links.filter((link) => link.route === "left");
  skips.sort((x, y) => x.b.row - x.a.row - (y.b.row - y.a.row) || x.a.row - y.a.row);
  const lanes = [];
  skips.forEach((link) => {
    let lane = 0;
    const meets = (other) =>
      other.from !== link.from && other.a.row <= link.b.row && link.a.row <= other.b.row;
    while (lane < MOST_LANES - 1 && (lanes[lane] || []).some(meets)) {
      lane++;
    }
    lanes[lane] = lanes[lane] || [];
    lanes[lane].push(link);
    link.lane = lane;
  });
  box.lanes = lanes.length;
  const rows = box.items.filter((item) => item.column === 0).map((item) => item.row);
  box.first = rows.reduce((a, b) => Math.min(a, b), Infinity);
  box.last = rows.reduce((a, b) => Math.max(a, b), 0);
}

/** Gives rows and chains their places inside the box. */
function arrange(box) {
  const heights = [];
  const right = [];
  let trunk = 0;
  box.items.forEach((item) => {
    heights[item.row] = Math.max(heights[item.row] || 0, item.height);
    trunk = item.column === 0 ? Math.max(trunk, item.trunk) : trunk;
  });
  const tops = [];
  let y = box.parent === null ? PADDING : PADDING + HEADING;
  for (let row = 0; row < heights.length; row++) {
    tops[row] = y;
    y += (heights[row] || 0) + ROW_GAP;
  }
  box.laneStart = PADDING + box.lanes * LANE;
  box.trunk = PADDING + (box.lanes > 0 ? LABEL + box.lanes * LANE : 0) + trunk;
  box.items.forEach((item) => {
    item.inY = tops[item.row] + (heights[item.row] - item.height) / 2;
    if (item.column === 0) {
      item.inX = box.trunk - item.trunk;
      right[item.row] = item.inX + item.width + COLUMN_GAP;
    }
  });
  box.chains.forEach((chain) => {
    let x = box.trunk + CARD.width / 2 + COLUMN_GAP;
    for (let row = chain.start; row <= chain.end; row++) {
      x = Math.max(x, right[row] || 0);
    }
    const middle = x + Math.max(...chain.items.map((item) => item.trunk));
    const width = Math.max(...chain.items.map((item) => item.width - item.trunk));
    chain.items.forEach((item) => {
      item.inX = middle - item.trunk;
    });
    for (let row = chain.start; row <= chain.end; row++) {
      right[row] = middle + width + COLUMN_GAP;
    }
  });
  const labels = box.links.map(({ a, shapes }) => {
    const length = shapes.reduce((sum, shape) => sum + shapeText(shape).length + 2, 0);
    return a.inX + a.trunk + 20 + Math.min(LONGEST_LABEL, length) * CHARACTER + COLUMN_GAP;
  });
  const widest = [...right, ...labels].reduce((most, edge) => Math.max(most, edge || 0), 120);
  box.width = widest - COLUMN_GAP + PADDING;
  box.height = y - ROW_GAP + PADDING + (box.parent === null ? 0 : 4);
}

function place(item, x, y) {
  item.x = x;
  item.y = y;
  if (!item.leaf) {
    item.items.forEach((inner) => place(inner, x + inner.inX, y + inner.inY));
  }
}

/** Where the lane of a skip runs. */
export const laneX = (box, link) => box.x + box.laneStart - link.lane * LANE;

/** The leaves, boxes and links of a picture. */
export function flatten(box, all = { leaves: [], boxes: [], links: [] }) {
  box.items.forEach((item) => {
    if (item.leaf) {
      all.leaves.push(item);
    } else {
      all.boxes.push(item);
      flatten(item, all);
    }
  });
  box.links.forEach((link) => all.links.push({ link, box }));
  return all;
}
