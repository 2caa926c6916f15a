// Bundles the editor: node build.mjs SOURCES WORK OUTPUT. Returns at once when nothing changed.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [sources, work, output] = process.argv.slice(2);
const hash = createHash("sha256");
for (const name of readdirSync(sources).sort()) {
  hash.update(name).update(readFileSync(join(sources, name)));
}
const identity = hash.digest("hex");
const stamp = join(work, "built");
if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === identity) {
  process.exit(0);
}
mkdirSync(work, { recursive: true });
mkdirSync(dirname(output), { recursive: true });
cpSync(sources, work, { recursive: true });
try {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: work,
    stdio: ["ignore", "ignore", "pipe"],
  });
} catch (failure) {
  console.error(`The editor's packages could not be installed with "npm ci" in ${work}. Expected the npm client`);
  console.error(`and a reachable npm registry. npm said: ${failure.stderr ?? failure.message}`);
  process.exit(1);
}
const { buildSync } = createRequire(join(work, "package.json"))("esbuild");
buildSync({
  absWorkingDir: work,
  entryPoints: ["editor.js"],
  outfile: output,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  legalComments: "inline",
});
writeFileSync(stamp, identity);
