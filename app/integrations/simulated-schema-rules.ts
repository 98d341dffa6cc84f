import { isNode } from "./simulated-instance.ts";

/** What strict structured output demands of a schema: every object closed, every property required. Says the first thing that is wrong. */
export function faultInStrictSchema(schema: unknown, path: string[] = []): string | undefined {
  if (!isNode(schema)) return undefined;
  const context = `In context=(${path.map((part) => `'${part}'`).join(", ")})`;
  const properties = schema["properties"];
  if (isNode(properties)) {
    if (schema["additionalProperties"] !== false) return `${context}, 'additionalProperties' is required to be supplied and to be false.`;
    const required = Array.isArray(schema["required"]) ? schema["required"] : [];
    const missing = Object.keys(properties).find((name) => !required.includes(name));
    if (missing !== undefined)
      return `${context}, 'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
  }
  for (const [name, part] of childrenOf(schema)) {
    const fault = faultInStrictSchema(part, [...path, ...name]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function childrenOf(schema: Record<string, unknown>): [string[], unknown][] {
  const inside = (key: string): [string[], unknown][] => {
    const part = schema[key];
    return isNode(part) ? Object.entries(part).map(([name, child]) => [[key, name], child]) : [];
  };
  const listed = (key: string): [string[], unknown][] => {
    const part = schema[key];
    return Array.isArray(part) ? part.map((child, index) => [[key, String(index)], child]) : [];
  };
  return [...inside("properties"), ...inside("$defs"), ...listed("anyOf"), ...listed("prefixItems"), [["items"], schema["items"]]];
}
