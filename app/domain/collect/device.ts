import { isbot } from "isbot";
import type { SessionFeatures } from "../interactions/interaction.ts";

export type Device = SessionFeatures["device"];

const browsers: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Instagram", /\bInstagram\b/],
  ["Facebook", /\bFB(AN|AV|_IAB)\b/],
  ["TikTok", /\b(musical_ly|BytedanceWebview|TikTok)\b/],
  ["Electron", /\bElectron\//],
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
];

/** The kind of device and the browser's name: all that stays of what a browser says of itself. */
export function readDevice(userAgent: string, screenWidth: number): { device: Device; browser: string } {
  const browser = browsers.find(([, sign]) => sign.test(userAgent))?.[0] ?? "";
  return { device: deviceOf(userAgent, screenWidth), browser };
}

function deviceOf(userAgent: string, screenWidth: number): Device {
  if (/\b(iPad|Tablet|PlayBook|Silk)\b/.test(userAgent)) return "tablet";
  if (/\bAndroid\b/.test(userAgent)) return /\bMobile\b/.test(userAgent) ? "phone" : "tablet";
  if (/\b(iPhone|iPod|Mobile)\b/.test(userAgent)) return "phone";
  if (/\b(Windows|Macintosh|X11|CrOS)\b/.test(userAgent)) return "desktop";
  if (screenWidth === 0) return "other";
  return screenWidth < 700 ? "phone" : "other";
}

/**
 * What says of itself that it is a program. Electron and the browsers inside of apps are people's; a React Native app
 * speaks with the name of its HTTP library.
 */
export function agentFlags(userAgent: string, sdk: "web" | "react-native" | "electron"): string[] {
  if (sdk === "react-native") return [];
  if (userAgent === "") return ["no-agent"];
  const isInApp = /\b(Electron\/|Instagram|FB(AN|AV|_IAB)|musical_ly|BytedanceWebview|Line\/|Pinterest\/)/.test(userAgent);
  return !isInApp && isbot(userAgent) ? ["agent"] : [];
}
