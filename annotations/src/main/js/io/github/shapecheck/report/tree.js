/** The modules of a report as a tree, in which alike neighbours are one repeat. */

/**
 * The root. A node is a step, a module (with children), or a repeat (with members, all alike).
 * Every node spans the steps from `first` to `last`; `id` is stable while the page is open.
 */
export function treeOf(report) {
  const root = { kind: "module", id: "m", label: report.model, path: "", first: 0 };
  root.last = report.steps.length - 1;
  root.children = childrenOf(report, 0, report.steps.length, 0);
  return root;
}

function childrenOf(report, from, to, level) {
  const children = [];
  for (let i = from; i < to; ) {
    const scope = report.steps[i].scope;
    if (scope.length <= level) {
      const step = report.steps[i];
      children.push({ kind: "step", id: "s" + i, label: step.label, first: i, last: i, step: i });
      i++;
    } else {
      let end = i + 1;
      while (end < to && startsAlike(report.steps[end].scope, scope, level)) {
        end++;
      }
      children.push(moduleOf(report, i, end, level));
      i = end;
    }
  }
  return repeated(report, children);
}

function startsAlike(scope, other, level) {
  return scope.length > level && scope[level] === other[level];
}

function moduleOf(report, first, end, level) {
  const path = report.steps[first].scope.slice(0, level + 1).join(".");
  const node = { kind: "module", id: "m" + level + "." + first, label: path, path, first };
  node.last = end - 1;
  node.children = childrenOf(report, first, end, level + 1);
  const only = node.children.length === 1 ? node.children[0] : null;
  if (only !== null && only.kind === "repeat") {
    return { ...only, id: node.id, label: path + " x " + only.members.length, path };
  }
  return node;
}

/** Puts neighbours that are alike into one node. */
function repeated(report, children) {
  const out = [];
  for (let i = 0; i < children.length; ) {
    let end = i + 1;
    if (children[i].kind === "module") {
      const sign = signOf(report, children[i]);
      while (
        end < children.length &&
        children[end].kind === "module" &&
        sameSize(children[i], children[end]) &&
        signOf(report, children[end]) === sign
      ) {
        end++;
      }
    }
    out.push(end === i + 1 ? children[i] : repeatOf(children.slice(i, end)));
    i = end;
  }
  return out;
}

const sameSize = (a, b) => a.last - a.first === b.last - b.first;

function repeatOf(members) {
  const [head, tail] = [members[0], members[members.length - 1]];
  return {
    kind: "repeat",
    id: "r" + head.id,
    label: range(head.path, tail.path) + " x " + members.length,
    path: head.path,
    first: head.first,
    last: tail.last,
    members,
  };
}

/** "layer1.1..2" for layer1.1 and layer1.2. */
function range(head, tail) {
  const stem = head.replace(/\d+$/, "");
  return head + ".." + (tail.startsWith(stem) ? tail.slice(stem.length) : tail);
}

/** What a module is made of, with its wiring, but without its name. */
function signOf(report, node) {
  if (node.sign === undefined) {
    const parts = [];
    for (let i = node.first; i <= node.last; i++) {
      const step = report.steps[i];
      const from = step.from.map((place) => (place >= node.first ? i - place : "x"));
      parts.push(step.op, from, step.results.map(tensorKey), step.weights.map(weightKey));
      parts.push(step.scope.length);
    }
    node.sign = JSON.stringify(parts);
  }
  return node.sign;
}

const shapeKeys = new Map();

function shapeKey(shape) {
  if (!shapeKeys.has(shape)) {
    shapeKeys.set(shape, shapeKeys.size);
  }
  return shapeKeys.get(shape);
}

const tensorKey = (tensor) => [shapeKey(tensor.shape), tensor.dtype];

const weightKey = (weight) => [weight.name, shapeKey(weight.shape)];

/** The child of a module or repeat that holds a step, and the step that stands for it there. */
export function within(node, step) {
  if (node.kind === "repeat") {
    const length = node.members[0].last - node.members[0].first + 1;
    const stand = node.first + ((step - node.first) % length);
    return { child: childAt(node.members[0].children, stand), step: stand };
  }
  return { child: childAt(node.children, step), step };
}

function childAt(children, step) {
  let low = 0;
  let high = children.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (children[middle].first <= step) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return children[low];
}

/** What stands inside a module or repeat where it is open in the picture. */
export const insideOf = (node) =>
  node.kind === "repeat" ? node.members[0].children : node.children;

/** How many nodes show where these are open. */
export function sizeOf(node, open) {
  if (node.kind === "step" || !open.has(node.id)) {
    return 1;
  }
  return insideOf(node).reduce((count, child) => count + sizeOf(child, open), 0);
}

/** Opens modules level by level as long as no more than `most` nodes show; repeats stay folded. */
export function openedTo(root, most) {
  let open = new Set([root.id]);
  for (;;) {
    const next = new Set(open);
    const visit = (node) => {
      if (node.kind !== "step") {
        if (open.has(node.id)) {
          insideOf(node).forEach(visit);
        } else if (node.kind === "module") {
          next.add(node.id);
        }
      }
    };
    visit(root);
    if (next.size === open.size || sizeOf(root, next) > most) {
      return open;
    }
    open = next;
  }
}
