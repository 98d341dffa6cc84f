/**
 * Prevents: packages nobody remembers the reason for. Each has one line on the page of reasons, and only those have.
 */
import type { Problem } from "./source.ts";

export const reasonsPath = "docs/decisions/dependencies.md";

export function checkDependencies(packageJson: string, reasons: string): Problem[] {
  const declared = declaredPackages(packageJson);
  const explained = [...reasons.matchAll(/^- `([^`]+)` — \S/gm)].map((match) => match[1] ?? "");
  const missing = declared.filter((name) => !explained.includes(name)).map((name) => `${name} has no line that says why it is here`);
  const gone = explained.filter((name) => !declared.includes(name)).map((name) => `${name} is explained but no longer a dependency`);
  return [...missing, ...gone].map((message) => ({ path: reasonsPath, line: 1, message }));
}

function declaredPackages(packageJson: string): string[] {
  const manifest: unknown = JSON.parse(packageJson);
  if (typeof manifest !== "object" || manifest === null) return [];
  return ["dependencies", "devDependencies", "overrides"].flatMap((key) => {
    const section: unknown = Reflect.get(manifest, key);
    return typeof section === "object" && section !== null ? Object.keys(section) : [];
  });
}
