/** What holds of free sizes: comparisons joined by and, or, not, as the report writes them. */

import { put, Reader, symbolsOf } from "./dim.js";

const COMPARE = {
  "==": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

class ConditionReader extends Reader {
  condition() {
    return this.joined("or", () => this.joined("and", () => this.negation()));
  }

  joined(word, part) {
    const parts = [part()];
    while (this.take(word)) {
      parts.push(part());
    }
    return parts.length === 1 ? parts[0] : { kind: word, parts };
  }

  negation() {
    if (this.take("not")) {
      return { kind: "not", parts: [this.negation()] };
    }
    const start = this.at;
    if (this.take("(")) {
      try {
        const inner = this.condition();
        this.expect(")");
        return inner;
      } catch {
        this.at = start; // the parenthesis belongs to a size
      }
    }
    return this.comparison();
  }

  comparison() {
    const parts = [];
    let left = this.sum();
    while (this.tokens[this.at] in COMPARE) {
      const kind = this.tokens[this.at++];
      const right = this.sum();
      parts.push({ kind, parts: [left, right] });
      left = right;
    }
    if (parts.length === 0) {
      throw new SyntaxError("expected a comparison");
    }
    return parts.length === 1 ? parts[0] : { kind: "and", parts };
  }
}

/** The condition that a text stands for; null for none. */
export function parseCondition(text) {
  return text === "" ? null : { text, tree: new ConditionReader(text).condition() };
}

function test(tree, sizes) {
  switch (tree.kind) {
    case "and":
      return tree.parts.every((part) => test(part, sizes));
    case "or":
      return tree.parts.some((part) => test(part, sizes));
    case "not":
      return !test(tree.parts[0], sizes);
    default: {
      const [a, b] = tree.parts.map((part) => put(part, sizes).value);
      return COMPARE[tree.kind](a, b);
    }
  }
}

/** The names of the sizes that a condition is about. */
export const namesIn = (condition) => [...symbolsOf(condition.tree)].sort();

/** Whether it holds as far as sizes are known; where something has no value nothing does. */
export function holds(condition, sizes) {
  if (condition === null || !namesIn(condition).every((name) => name in sizes)) {
    return true;
  }
  try {
    return test(condition.tree, sizes);
  } catch {
    return false;
  }
}
