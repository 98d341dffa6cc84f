/** A field that carries JSON: what is none is an empty object, which the verb refuses by its fields. */
export function parseField(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
