import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { transformWithOxc } from "vite";

const name = "entrepot-sdk";
/** What stands in a page by itself, and what only tests need, no package has to carry. */
const left = /\.test\.|\/testing\/|\/web\/script\.ts$|^\/chat\//;
const entries = { ".": "web/module", "./react-native": "react-native", "./electron": "electron" };
const block = 512;

/** The sources of the SDK as a package that `npm install <address>` takes: modules as they are, each with its types. */
export async function packSdk(folder: string): Promise<Buffer> {
  const sources = globSync("**/*.{ts,tsx}", { cwd: folder })
    .filter((path) => !left.test(`/${path}`))
    .toSorted();
  const version = /const version = "([\d.]+)"/.exec(readFileSync(join(folder, "client.ts"), "utf8"))?.[1] ?? "";
  const exports = Object.fromEntries(
    Object.entries(entries).map(([way, path]) => [way, { types: `./${path}.d.ts`, default: `./${path}.js` }]),
  );
  const manifest = { name, version, type: "module", sideEffects: false, exports };
  const files: [string, string][] = [["package.json", `${JSON.stringify(manifest, null, 2)}\n`]];
  for (const path of sources) {
    const { code, declaration } = await transformWithOxc(readFileSync(join(folder, path), "utf8"), path, {
      typescript: { declaration: {} },
    });
    if (declaration === undefined) throw new Error(`${path} has no types of its own`);
    const stem = path.replace(/\.tsx?$/, "");
    files.push([`${stem}.js`, asJs(code)], [`${stem}.d.ts`, asJs(declaration)]);
  }
  const archive = files.flatMap(([path, text]) => entryOf(`package/${path}`, Buffer.from(text)));
  return gzipSync(Buffer.concat([...archive, Buffer.alloc(2 * block)]), { level: 9 });
}

/** Sources name each other with the ending they have here. */
function asJs(code: string): string {
  return code.replaceAll(/((?:from|import)\s*\(?\s*")(\.[^"]+)\.ts"/g, '$1$2.js"');
}

/** A file in a tar archive (ustar): owned by nobody and without a date, so that the same sources make the same bytes. */
function entryOf(path: string, content: Buffer): Buffer[] {
  const header = Buffer.alloc(block);
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, "0")}\0`;
  header.write(path, 0, 100);
  header.write(octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(content.length, 12) + octal(0, 12), 100);
  header.write("        0", 148);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return [header, content, Buffer.alloc((block - (content.length % block)) % block)];
}
