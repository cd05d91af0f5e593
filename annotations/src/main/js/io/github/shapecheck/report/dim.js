/** Exact sizes: reads what the report writes, such as floor((H - 1)/2) + 1, and puts numbers in. */

const TOKEN = /\s*(\d+(?:\.\d+)?(?:E-?\d+)?|[A-Za-z_$][\w$]*|\/\/|[=!<>]=|[-+*/%(),?<>])/y;
const LARGEST = 2n ** 63n;
const read = new Map();

/** The expression that a text stands for; a number stands for itself. */
export function parseDim(text) {
  if (typeof text === "number") {
    return { kind: "number", value: BigInt(text) };
  }
  if (!read.has(text)) {
    read.set(text, new Reader(text).all());
  }
  return read.get(text);
}

/** Reads an expression; its parts are read one after the other. */
export class Reader {
  constructor(text) {
    this.tokens = [];
    TOKEN.lastIndex = 0;
    for (let at = 0; at < text.trimEnd().length; at = TOKEN.lastIndex) {
      const match = TOKEN.exec(text);
      if (match === null) {
        throw new SyntaxError("no size: " + text);
      }
      this.tokens.push(match[1]);
    }
    this.at = 0;
  }

  take(token) {
    const taken = this.tokens[this.at] === token;
    this.at += taken ? 1 : 0;
    return taken;
  }

  expect(token) {
    if (!this.take(token)) {
      throw new SyntaxError("expected " + token);
    }
  }

  all() {
    const dim = this.sum();
    if (this.at < this.tokens.length) {
      throw new SyntaxError("unexpected " + this.tokens[this.at]);
    }
    return dim;
  }

  sum() {
    return this.chain(["+", "-"], () => this.product());
  }

  product() {
    return this.chain(["*", "//", "%"], () => this.factor());
  }

  chain(signs, part) {
    let left = part();
    while (signs.includes(this.tokens[this.at])) {
      const kind = this.tokens[this.at++];
      left = { kind, parts: [left, part()] };
    }
    return left;
  }

  factor() {
    if (this.take("-")) {
      return { kind: "-", parts: [{ kind: "number", value: 0n }, this.factor()] };
    }
    if (this.take("(")) {
      const sum = this.sum();
      this.expect(")");
      return sum;
    }
    const token = this.tokens[this.at++];
    if (token === "?") {
      return { kind: "?" };
    }
    if (/^\d+$/.test(token)) {
      return { kind: "number", value: BigInt(token) };
    }
    return this.take("(") ? this.call(token) : { kind: "symbol", name: token };
  }

  call(kind) {
    let call;
    if (kind === "scale") {
      const negative = this.take("-");
      const factor = Number((negative ? "-" : "") + this.tokens[this.at++]);
      this.expect(",");
      call = { kind, factor, parts: [this.sum()] };
    } else {
      const parts = [this.sum()];
      while (this.take(kind === "floor" || kind === "ceil" ? "/" : ",")) {
        parts.push(kind === "floor" || kind === "ceil" ? this.factor() : this.sum());
      }
      call = { kind, parts };
    }
    this.expect(")");
    return call;
  }
}

function floorDiv(a, b) {
  if (b === 0n) {
    throw new RangeError("a size is divided by 0");
  }
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function apply(dim, values) {
  const [a, b] = values;
  switch (dim.kind) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "//":
    case "floor":
      return floorDiv(a, b);
    case "ceil":
      return -floorDiv(-a, b);
    case "%":
      return a - b * floorDiv(a, b);
    case "min":
      return values.reduce((x, y) => (y < x ? y : x));
    case "max":
      return values.reduce((x, y) => (y > x ? y : x));
    case "scale":
      return BigInt(Math.floor(dim.factor * Number(a)));
    default:
      throw new SyntaxError("no function " + dim.kind);
  }
}

function bounded(value) {
  if (value >= LARGEST || value < -LARGEST) {
    throw new RangeError("a size grows beyond 2^63");
  }
  return value;
}

/** The expression with numbers for some of its symbols, reckoned as far as they are known. */
export function put(dim, sizes) {
  if (dim.kind === "symbol") {
    const value = sizes[dim.name];
    return value === undefined ? dim : { kind: "number", value: BigInt(value) };
  }
  if (dim.parts === undefined) {
    return dim;
  }
  const parts = dim.parts.map((part) => put(part, sizes));
  if (parts.some((part) => part.kind === "?")) {
    return { kind: "?" };
  }
  if (parts.every((part) => part.kind === "number")) {
    const value = apply(
      dim,
      parts.map((part) => part.value),
    );
    return { kind: "number", value: bounded(value) };
  }
  return neutral(dim, parts);
}

/** Leaves out what changes nothing: 1*a, a*1, a + 0, a - 0. */
function neutral(dim, parts) {
  const [a, b] = parts;
  const is = (part, value) => part.kind === "number" && part.value === value;
  if (dim.kind === "*" && (is(a, 1n) || is(b, 1n))) {
    return is(a, 1n) ? b : a;
  }
  if (dim.kind === "*" && (is(a, 0n) || is(b, 0n))) {
    return { kind: "number", value: 0n };
  }
  if ((dim.kind === "+" || dim.kind === "-") && is(b, 0n)) {
    return a;
  }
  return { ...dim, parts };
}

/** The value where all symbols have numbers; null where something is unknown. */
export function valueOf(dim, sizes) {
  const reckoned = put(dim, sizes);
  return reckoned.kind === "number" ? reckoned.value : null;
}

const RANK = { "+": 1, "-": 1, "*": 2, "//": 2, "%": 2 };

/** The expression as the report writes it. */
export function dimText(dim) {
  switch (dim.kind) {
    case "number":
      return String(dim.value);
    case "symbol":
      return dim.name;
    case "?":
      return "?";
    case "floor":
    case "ceil":
      return dim.kind + "(" + dim.parts.map((part) => inner(part, 2.5)).join("/") + ")";
    case "scale":
      return "scale(" + dim.factor + ", " + dimText(dim.parts[0]) + ")";
    case "min":
    case "max":
      return dim.kind + "(" + dim.parts.map(dimText).join(", ") + ")";
    default: {
      const [a, b] = dim.parts;
      const rank = RANK[dim.kind];
      const gap = rank === 1 ? " " : "";
      return inner(a, rank) + gap + dim.kind + gap + inner(b, rank + (dim.kind === "*" ? 0 : 0.5));
    }
  }
}

function inner(dim, rank) {
  const text = dimText(dim);
  return (RANK[dim.kind] || 3) < rank ? "(" + text + ")" : text;
}

/** The names of the free sizes in an expression, added to a set. */
export function symbolsOf(dim, names = new Set()) {
  if (dim.kind === "symbol") {
    names.add(dim.name);
  }
  (dim.parts || []).forEach((part) => symbolsOf(part, names));
  return names;
}
