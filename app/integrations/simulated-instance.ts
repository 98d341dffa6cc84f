/** A JSON schema as it arrives: an object, `true`, or nothing that makes sense. */
type Node = Record<string, unknown>;
type Place = { root: unknown; quote: Quote; depth: number };
/** The next words of the data, at least and at most so many characters. */
type Quote = (length: { min: number; max: number }) => string;

const deepest = 12;
const usualLength = 120;

/** The smallest value that fits a schema; its strings quote the data, each from where the last one ended. */
export function instanceOf(schema: unknown, data: string): unknown {
  return build(schema, { root: schema, quote: quoting(data), depth: 0 });
}

function quoting(data: string): Quote {
  const words = data.split(/\s+/).filter((word) => word !== "");
  let next = 0;
  return ({ min, max }) => {
    let text = "";
    for (let taken = 0; taken < Math.max(words.length, 1); taken += 1) {
      const word = words[(next + taken) % Math.max(words.length, 1)] ?? "nothing";
      const longer = text === "" ? word : `${text} ${word}`;
      if (longer.length > max) break;
      text = longer;
      if (text.length >= Math.max(min, 40)) break;
    }
    next += 3;
    return text === "" ? (words[0] ?? "nothing").slice(0, max).padEnd(min, ".") : text.padEnd(min, ".");
  };
}

/** The beginning of a text, cut between words. */
export function excerptOf(text: string, max: number): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length <= max ? plain : plain.slice(0, max).replace(/\s\S*$/, " …");
}

function build(schema: unknown, place: Place): unknown {
  if (!isNode(schema) || place.depth > deepest) return null;
  const deeper = { ...place, depth: place.depth + 1 };
  const reference = schema["$ref"];
  if (typeof reference === "string") return build(resolve(reference, place.root), deeper);
  if ("const" in schema) return schema["const"];
  const [listed] = listOf(schema["enum"]);
  if (listed !== undefined) return listed;
  const either = [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])].find((one) => !isNull(one));
  if (either !== undefined) return build(either, deeper);
  const all = listOf(schema["allOf"]);
  if (all.length > 0) return Object.assign({}, ...all.map((one) => build(one, deeper)));
  return ofType(schema, deeper);
}

function ofType(schema: Node, place: Place): unknown {
  switch (typeOf(schema)) {
    case "object":
      return Object.fromEntries(Object.entries(nodeOf(schema["properties"])).map(([name, part]) => [name, build(part, place)]));
    case "array":
      return arrayOf(schema, place);
    case "string":
      return stringOf(schema, place.quote);
    case "integer":
    case "number":
      return numberOf(schema);
    case "boolean":
      return false;
    default:
      return null;
  }
}

function typeOf(schema: Node): unknown {
  const type = schema["type"];
  if (Array.isArray(type)) return type.find((one) => one !== "null");
  return type ?? ("properties" in schema ? "object" : undefined);
}

function arrayOf(schema: Node, place: Place): unknown[] {
  const tuple = listOf(schema["prefixItems"]);
  if (tuple.length > 0) return tuple.map((part) => build(part, place));
  const length = Math.min(Math.max(numberIn(schema, "minItems") ?? 1, 1), numberIn(schema, "maxItems") ?? 64);
  return Array.from({ length }, () => build(schema["items"], place));
}

function stringOf(schema: Node, quote: Quote): string {
  switch (schema["format"]) {
    case "date-time":
      return "2026-01-01T00:00:00.000Z";
    case "date":
      return "2026-01-01";
    case "email":
      return "someone@example.com";
    case "uri":
      return "https://example.com/";
    case "uuid":
      return "00000000-0000-4000-8000-000000000000";
    default:
      return quote({ min: numberIn(schema, "minLength") ?? 0, max: numberIn(schema, "maxLength") ?? usualLength });
  }
}

function numberOf(schema: Node): number {
  const least = numberIn(schema, "minimum") ?? (numberIn(schema, "exclusiveMinimum") ?? -1) + 1;
  const most = numberIn(schema, "maximum") ?? Number.MAX_SAFE_INTEGER;
  return Math.min(least < 0 ? Math.max(least, 0) : least, most);
}

function resolve(reference: string, root: unknown): unknown {
  const steps = reference.replace(/^#\/?/, "").split("/");
  return steps.filter((step) => step !== "").reduce<unknown>((at, step) => (isNode(at) ? at[step] : undefined), root);
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nodeOf(value: unknown): Node {
  return isNode(value) ? value : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isNull(schema: unknown): boolean {
  return isNode(schema) && schema["type"] === "null";
}

function numberIn(schema: Node, name: string): number | undefined {
  const value = schema[name];
  return typeof value === "number" ? value : undefined;
}
