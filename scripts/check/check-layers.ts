/**
 * Prevents: a lower layer that learns about a higher one, and server code that reaches the browser.
 * Either makes areas impossible to move, test or replace alone. The table is the one in docs/architecture.md.
 */
import { isOutsideLayers, isTestSupport, type Problem, type SourceFile } from "./source.ts";

type Layer =
  | "platform"
  | "i18n"
  | "db"
  | "domain"
  | "integrations"
  | "ai"
  | "party"
  | "worker"
  | "protocols"
  | "middleware"
  | "routes"
  | "components"
  | "sdk"
  | "entry";

const allowed: Record<Layer, readonly Layer[]> = {
  platform: ["platform"],
  i18n: ["platform", "i18n"],
  db: ["platform", "db"],
  domain: ["platform", "i18n", "db", "domain"],
  integrations: ["platform", "i18n", "domain", "integrations"],
  ai: ["platform", "i18n", "domain", "ai"],
  party: ["platform", "i18n", "db", "domain", "integrations", "ai", "party"],
  worker: ["platform", "i18n", "db", "domain", "integrations", "ai", "party", "worker"],
  protocols: ["platform", "i18n", "db", "domain", "integrations", "ai", "party", "worker", "protocols"],
  middleware: ["platform", "i18n", "db", "domain", "integrations", "ai", "party", "worker", "protocols", "middleware"],
  routes: ["platform", "i18n", "db", "domain", "integrations", "ai", "party", "worker", "protocols", "middleware", "routes", "components"],
  components: ["platform", "i18n", "domain", "party", "components"],
  sdk: ["sdk"],
  entry: [
    "platform",
    "i18n",
    "domain",
    "integrations",
    "ai",
    "party",
    "worker",
    "protocols",
    "middleware",
    "routes",
    "components",
    "entry",
  ],
};

/** What surfaces would build queries with; the rest of db/ (idempotency keys, outbox) they may use. */
const queryFiles = /^db\/(schema\/|client|mutate|writes|statements)/;
/** A vendor's stand-in may be one file or a folder of them; what several share stands above their folders. */
const standIns = /\/(simulator|simulator\/[\w./-]+|simulated-[\w-]+|fixtures)\.ts$/;
/**
 * Pricing and text hold pure rules and no verbs of their own: orders, listings, advice and reviews all reckon with them. What can be
 * counted, and what people call it, is for whoever shows or keeps a number.
 */
const sharedDomainFiles =
  /\/(schemas|policy|permissions|ports|remote|channel-error|events|actions|kinds)\.ts$|\.server\.ts$|^app\/domain\/(pricing|text)\/[^/]+\.ts$|^app\/domain\/ai\/suspicious\.ts$|^app\/domain\/metrics\/(catalogue|words\/words)\.ts$/;
const browserPartyFiles = /\/(protocol|state|use-[^/]+)\.tsx?$/;

/** What the SDK sends is written down once, by the SDK; whoever hears it checks its schemas against it. */
const wire = "app/sdk/wire.ts";

function layerOf(path: string): Layer | null {
  if (/^app\/(entry\.\w+|root|routes|worker\/fetch\.server)\.tsx?$/.test(path)) return "entry";
  const [top, folder] = path.split("/");
  if (top === "db") return "db";
  if (top === "party") return "party";
  if (top !== "app" || folder === undefined) return null;
  return folder in allowed && folder !== "db" && folder !== "party" && folder !== "entry" ? (folder as Layer) : null;
}

export function checkLayers(file: SourceFile): Problem[] {
  if (isOutsideLayers(file.path)) return [];
  const layer = layerOf(file.path);
  if (layer === null) return [];
  const problems: Problem[] = [];
  for (const { target, line, isOwn, isTypeOnly } of file.imports) {
    const message = isOwn ? whyForbidden(file.path, layer, target, isTypeOnly) : whyPackageForbidden(file.path, layer, target);
    if (message !== null) problems.push({ path: file.path, line, message });
  }
  return problems;
}

function whyForbidden(path: string, layer: Layer, target: string, isTypeOnly: boolean): string | null {
  if (/^(scripts|e2e)\//.test(target) || isTestSupport(target))
    return `production code imports ${target}, which exists for tests and tools`;
  if (standIns.test(target) && !standIns.test(path)) {
    return `${target} is a stand-in for a vendor; production code holds no mock branch`;
  }
  if (target === wire) return null;
  const targetLayer = layerOf(target);
  if (targetLayer === null) return null;
  if (!allowed[layer].includes(targetLayer)) return `${layer} must not import ${targetLayer} (${target})`;
  if (isSurface(layer) && queryFiles.test(target)) return `${layer} must not build queries (${target}): use a verb`;
  const browserReason = isBrowserFile(path) ? whyBrowserForbidden(layer, targetLayer, target, isTypeOnly) : null;
  return browserReason ?? whySiblingForbidden(path, layer, targetLayer, target, isTypeOnly);
}

function isSurface(layer: Layer): boolean {
  return layer === "routes" || layer === "middleware" || layer === "protocols";
}

/** Files that are always bundled for the browser. Route modules mix both sides and are split by the bundler. */
function isBrowserFile(path: string): boolean {
  return path.startsWith("app/components/") || path.startsWith("app/sdk/") || (path.startsWith("party/") && browserPartyFiles.test(path));
}

/** Types of a verb's answer are erased before the bundle, so pages may name them. */
function whyBrowserForbidden(layer: Layer, targetLayer: Layer, target: string, isTypeOnly: boolean): string | null {
  const isErased = isTypeOnly && targetLayer === "domain";
  if (target.endsWith(".server.ts") && !isErased) return `a browser file must not import ${target}`;
  if (targetLayer === "db") return `a browser file must not import the database (${target})`;
  if (layer !== "party" && targetLayer === "party" && !browserPartyFiles.test(target)) {
    return `of a room, the browser may use only protocol.ts, state.ts and use-*.ts, not ${target}`;
  }
  return null;
}

function whySiblingForbidden(path: string, layer: Layer, targetLayer: Layer, target: string, isTypeOnly: boolean): string | null {
  const sameLayer = layer === targetLayer;
  const area = areaOf(path);
  const targetArea = areaOf(target);
  const crossesArea = sameLayer && area !== null && targetArea !== null && area !== targetArea;
  if (layer === "domain" && crossesArea && !isTypeOnly && !sharedDomainFiles.test(target)) {
    return `${area} reaches into ${targetArea} (${target}); use its verbs, its types, or its schemas, policy, permissions, ports, remote, fees, events, actions or kinds`;
  }
  if (layer === "integrations" && crossesArea) return `vendors know nothing of each other: ${area} imports ${target}`;
  if (layer === "party" && crossesArea && targetArea !== "shared") return `rooms know nothing of each other: ${area} imports ${target}`;
  if (targetLayer === "worker" && !sameLayer && layer !== "entry" && /^app\/worker\/\w+\//.test(target)) {
    return `${layer} must not import the inside of the worker (${target})`;
  }
  return null;
}

function areaOf(path: string): string | null {
  const parts = path.split("/");
  const area = parts[0] === "party" ? parts.slice(1) : parts.slice(2);
  return area.length > 1 ? (area[0] ?? null) : null;
}

function whyPackageForbidden(path: string, layer: Layer, target: string): string | null {
  const isRuntime = target.startsWith("node:") || target === "cloudflare:workers";
  if (isRuntime && (isBrowserFile(path) || layer === "sdk")) return `a browser file must not import ${target}`;
  if (layer === "sdk") return `the browser SDK is one self-contained file; it must not import ${target}`;
  if (target === "drizzle-orm" && !["db", "domain", "party", "worker"].includes(layer))
    return `${layer} must not build queries (${target})`;
  return null;
}
