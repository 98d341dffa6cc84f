import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "./find-browser.ts";
import { AdvisedError, say } from "./terminal.ts";

const aptGet = "/usr/bin/apt-get";

const advice = `No browser was found for the browser tests. Do one of these and run the tests again:
  npx playwright install chromium
  install Chromium or Google Chrome with your system's package manager
  CHROMIUM_PATH=/path/to/chrome npm test
To run all other tests: npm test -- unit`;

/** Finds a browser, or installs Debian's where that is allowed without asking. */
export function provideBrowser(): string {
  const found = findBrowser() ?? installOnDebian();
  if (found === undefined) throw new AdvisedError(advice);
  return found;
}

function installOnDebian(): string | undefined {
  if (!existsSync(aptGet) || process.getuid?.() !== 0) return undefined;
  say("installing chromium with apt-get");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () => spawnSync(aptGet, ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "inherit", env }).status;
  if (install() !== 0) {
    spawnSync(aptGet, ["update"], { stdio: "inherit", env });
    install();
  }
  return findBrowser();
}
