import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
type Theme = "light" | "dark";

function readTokens(theme: Theme): Map<string, string> {
  const pairs = css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...pairs].map(([, name = "", light = "", dark = ""]) => [name, theme === "light" ? light : dark]));
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(tokens: Map<string, string>, over: string, under: string): number {
  const [a, b] = [luminance(tokens.get(over) ?? ""), luminance(tokens.get(under) ?? "")];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const surfaces = ["ground", "raised", "sunken"];
const texts = ["ink", "muted", "faint", "accent", "brass", "ok", "watch", "wrong", "info"];
const states = ["accent", "brass", "ok", "watch", "wrong", "info"];
const textPairs = [
  ...texts.flatMap((text) => surfaces.map((surface) => [text, surface] as const)),
  ...states.flatMap((state) => [state, "ink", "muted"].map((text) => [text, `${state}-soft`] as const)),
  ["accent-ink", "accent"] as const,
  ["accent-ink", "accent-hover"] as const,
  ["accent-ink", "wrong"] as const,
];

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  const tokens = readTokens(theme);

  test.each(textPairs)("%s can be read on %s", (text, surface) => {
    expect(contrast(tokens, text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)("a control's outline can be seen on %s", (surface) => {
    expect(contrast(tokens, "line-strong", surface)).toBeGreaterThanOrEqual(3);
  });
});
