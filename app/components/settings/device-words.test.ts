import fc from "fast-check";
import { expect, test } from "vitest";
import { deviceWords } from "./device-words.ts";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0 Safari/537.36`, "Chrome", "Windows", "computer"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/142.0 Safari/537.36 Edg/142.0`, "Edge", "Windows", "computer"],
  [
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15`,
    "Safari",
    "macOS",
    "computer",
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1`,
    "Safari",
    "iPhone",
    "phone",
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1`,
    "Chrome",
    "iPhone",
    "phone",
  ],
  [`Mozilla/5.0 (Linux; Android 16; SM-X210) ${webkit} Chrome/142.0 Safari/537.36`, "Chrome", "Android", "tablet"],
  [`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${webkit} Chrome/142.0 Mobile Safari/537.36`, "Chrome", "Android", "phone"],
  [`Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox", "Linux", "computer"],
  [
    `Mozilla/5.0 (Linux; Android 16) ${webkit} SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36`,
    "Samsung Internet",
    "Android",
    "phone",
  ],
  ["curl/8.5.0", "curl", undefined, "script"],
] as const)("%s is read as the device a person would name", (userAgent, browser, system, kind) => {
  expect(deviceWords(userAgent)).toEqual({ browser, system, kind });
});

test("what says nothing is called unknown rather than guessed", () => {
  expect(deviceWords("")).toEqual({ browser: undefined, system: undefined, kind: "unknown" });
  expect(deviceWords("Mozilla/5.0")).toEqual({ browser: undefined, system: undefined, kind: "unknown" });
});

test("no text a client may send makes it fail", () => {
  const kinds = ["phone", "tablet", "computer", "script", "unknown"];
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(kinds).toContain(deviceWords(text).kind);
    }),
  );
});
