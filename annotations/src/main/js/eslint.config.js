import js from "@eslint/js";

const browser = [
  "Blob",
  "DOMPoint",
  "Image",
  "URL",
  "addEventListener",
  "console",
  "document",
  "history",
  "innerHeight",
  "innerWidth",
  "location",
  "matchMedia",
  "navigator",
  "print",
  "setTimeout",
  "window",
];

export default [
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2020,
      sourceType: "module",
      globals: Object.fromEntries(browser.map((name) => [name, "readonly"])),
    },
    rules: {
      eqeqeq: "error",
      "no-shadow": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-implicit-coercion": "error",
      "no-console": "error",
    },
  },
];
