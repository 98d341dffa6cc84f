/** What a browser says about itself, as names people know; undefined where it says nothing we know. */
export type DeviceWords = {
  browser: string | undefined;
  system: string | undefined;
  kind: "phone" | "tablet" | "computer" | "script" | "unknown";
};

/** Order matters: most browsers also claim to be the ones before them. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\//, "Edge"],
  [/\bOPR\/|\bOPiOS\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bHeadlessChrome\//, "Chrome"],
  [/\bCriOS\/|\bChrome\//, "Chrome"],
  [/\bVersion\/[\d.]+ .*Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b|\bMacintosh\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const scripts = /^(curl|wget|python-requests|okhttp|node|undici|axios|postmanruntime|insomnia|go-http-client)\b/i;

export function deviceWords(userAgent: string): DeviceWords {
  const script = scripts.exec(userAgent)?.[1];
  if (script !== undefined) return { browser: script.toLowerCase(), system: undefined, kind: "script" };
  const nameIn = (known: typeof browsers) => known.find(([sign]) => sign.test(userAgent))?.[1];
  const system = nameIn(systems);
  return { browser: nameIn(browsers), system, kind: kindOf(userAgent, system) };
}

function kindOf(userAgent: string, system: string | undefined): DeviceWords["kind"] {
  if (system === undefined) return "unknown";
  if (system === "iPhone") return "phone";
  if (system === "iPad") return "tablet";
  if (system === "Android") return /\bMobile\b/.test(userAgent) ? "phone" : "tablet";
  return "computer";
}
