import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const macPaths = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

export type BrowserSearch = {
  env: Record<string, string | undefined>;
  /** Where Playwright keeps the browser it would download. */
  playwrightPath: string;
  isExecutable(path: string): boolean;
};

/** The browser somebody named, else Playwright's own, else one the system has. */
export function findBrowser(search: BrowserSearch = systemSearch()): string | undefined {
  const { env, playwrightPath, isExecutable } = search;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  const named = env["CHROMIUM_PATH"] ?? "";
  return [named, playwrightPath, ...onPath, ...macPaths].find((path) => path !== "" && isExecutable(path));
}

function systemSearch(): BrowserSearch {
  return { env: process.env, playwrightPath: chromium.executablePath(), isExecutable };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
