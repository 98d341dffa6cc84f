/** Keys whose value never reaches a log, compared without case and separators. */
const secretKey =
  /authorization|cookie|passw|secret|token|apikey|accesskey|privatekey|credential|sessionid|signature|cardnumber|cvv|^pin$|otp$/;

const hidden = "[redacted]";
const maxStringChars = 2_000;
const maxStackLines = 12;
const maxDepth = 6;
const maxEntries = 50;

/** Our own tokens are 43 characters of base64url: found also inside a path such as a reset link. */
const ownToken = /(?<![\w-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{43}(?![\w-])/g;

/** What every pattern below needs. Most of what is logged has nothing of it, and is spared seven searches. */
const telltale = /[@=]|:\/\/|ek_|eyJ|bearer|basic|digest|[\w-]{43}/i;

export function redactText(text: string): string {
  const short = text.length <= maxStringChars ? text : `${cutBetweenWords(text)}…[cut]`;
  if (short.length < 6 || !telltale.test(short)) return short;
  return short
    .replace(/\b(Bearer|Basic|Digest)\s+[\w.~+/=-]{4,}/gi, `$1 ${hidden}`)
    .replace(/:\/\/[^\s/@:]{0,128}:[^\s/@]{1,256}@/g, `://${hidden}@`)
    .replace(/\bek_\w{4,}/g, `ek_${hidden}`)
    .replace(/\beyJ[\w-]{8,}\.[\w-]+(\.[\w-]*)?/g, hidden)
    .replace(/([?&#;]|\b)([\w-]{0,32}(?:token|secret|password|api_?key|signature|code))=[^&\s"'#;]+/gi, `$1$2=${hidden}`)
    .replace(/[^\s@<>"',;:()[\]/=]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63})+)/g, "***@$1")
    .replace(ownToken, hidden);
}

/** A secret cut in half no longer looks like one: the cut takes the whole last word. */
function cutBetweenWords(text: string): string {
  return text.slice(0, maxStringChars).replace(/[^\s"'&?,;]{1,512}$/, "");
}

type Name = { shown: string; isSecret: boolean; countsTokens: boolean };

/** The same few dozen names stand in every line. Names that others choose must not fill the memory. */
const names = new Map<string, Name>();
const maxNames = 500;

function nameOf(key: string): Name {
  const known = names.get(key);
  if (known !== undefined) return known;
  const plainKey = key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const name = { shown: redactText(key), isSecret: secretKey.test(plainKey), countsTokens: plainKey.endsWith("tokens") };
  if (names.size < maxNames) names.set(key, name);
  return name;
}

function isSecret({ isSecret, countsTokens }: Name, value: unknown): boolean {
  if (!isSecret || typeof value === "boolean" || value === null) return false;
  // "inputTokens: 12" counts tokens; it is not one.
  return !(countsTokens && typeof value === "number");
}

function redactError(error: Error, depth: number, seen: ReadonlySet<object>): Record<string, unknown> {
  const stack = error.stack?.split("\n").slice(0, maxStackLines).join("\n");
  const own = Object.fromEntries(Object.entries(error).filter(([key]) => !["name", "message", "stack", "cause"].includes(key)));
  return {
    ...redactEntries(own, depth, seen),
    name: error.name,
    // Datadog's error tracking reads the class of an error here.
    kind: error.name,
    message: redactText(error.message),
    ...(stack === undefined ? {} : { stack: redactText(stack) }),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, depth + 1, seen) }),
  };
}

function redactEntries(value: object, depth: number, seen: ReadonlySet<object>): Record<string, unknown> {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const result: Record<string, unknown> = {};
  for (const [key, item] of entries.slice(0, maxEntries)) {
    const name = nameOf(key);
    result[name.shown] = isSecret(name, item) ? hidden : redactValue(item, depth + 1, seen);
  }
  if (entries.length > maxEntries) result["…"] = `${entries.length - maxEntries} more`;
  return result;
}

function redactObject(value: object, depth: number, seen: ReadonlySet<object>): unknown {
  if (seen.has(value)) return "[circular]";
  if (depth > maxDepth) return "[deep]";
  const path = new Set(seen).add(value);
  if (value instanceof Error) return redactError(value, depth, path);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "[invalid date]" : value.toISOString();
  if (value instanceof URL) return redactText(value.href);
  if (value instanceof Headers || value instanceof Map)
    return redactEntries(Object.fromEntries(value as Iterable<[string, unknown]>) as object, depth, path);
  if (value instanceof Set) return redactObject([...(value as Set<unknown>)], depth, path);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (!Array.isArray(value)) return redactEntries(value, depth, path);
  const items: unknown[] = value.slice(0, maxEntries).map((item) => redactValue(item, depth + 1, path));
  return value.length > maxEntries ? [...items, `… ${value.length - maxEntries} more`] : items;
}

function redactValue(value: unknown, depth: number, seen: ReadonlySet<object>): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint" || typeof value === "symbol") return value.toString();
  if (typeof value === "function") return "[function]";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return typeof value === "object" && value !== null ? redactObject(value, depth, seen) : value;
}

/** A copy that is safe to log: no secrets, no cycles, bounded in depth and size. */
export function redact(value: Record<string, unknown>): Record<string, unknown> {
  return redactEntries(value, 0, new Set([value]));
}
