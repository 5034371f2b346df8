// Compiles the design system: Sass, then a static fallback before every var(), then one line.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postcss from "postcss";
import customProperties from "postcss-custom-properties";
import * as sass from "sass";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const target = process.argv[2];
if (!target) throw new Error("usage: node compile.mjs <target folder>");

// Components name their colours --govuk-…-colour; our own rules and every theme say --id-….
const ourNames = (css) => css.replaceAll(/--govuk-([a-z-]+?)-colour\b/g, "--id-$1");

const compiled = sass.compile(here("sass/design-system.scss"), { style: "expanded", quietDeps: true });
const withFallbacks = await postcss([customProperties({ preserve: true })])
  .process(ourNames(compiled.css), { from: undefined });
const css = sass.compileString(withFallbacks.css, { style: "compressed" }).css;

const faults = [/GDS Transport/i, /@font-face/i, /url\(/i].filter((banned) => banned.test(css));
if (faults.length > 0) throw new Error(`The compiled CSS holds ${faults.join(", ")}`);

await mkdir(target, { recursive: true });
await writeFile(join(target, "design-system.css"), css.trimEnd() + "\n");
const scripts = await Promise.all(["design-system", "passkeys"].map((name) => readFile(here(`script/${name}.js`), "utf8")));
await writeFile(join(target, "design-system.js"), scripts.join(""));
await writeFile(join(target, "NOTICE.txt"), await readFile(here("NOTICE.txt")));
