import { z } from "zod";
import { type ToolName, toolInputs } from "./tool-inputs.ts";

export type EditableField =
  | { name: string; kind: "number"; min: number | null; max: number | null }
  | { name: string; kind: "choice"; options: string[] }
  | { name: string; kind: "text"; maxLength: number | null };

/** Which goods, task or moment something is about, and what undoing goes back to: another one would be another proposal. */
const fixed: ReadonlySet<string> = new Set(["lot", "plate", "kind", "was", "currency"]);

type Property = { type?: string; enum?: unknown[]; pattern?: string; minimum?: number; maximum?: number; maxLength?: number };

/** What a person may change of a proposal before letting it through, from the schema its tool parses with. */
export function editableFields(tool: ToolName): EditableField[] {
  const { properties = {} } = z.toJSONSchema(toolInputs[tool], { io: "input" }) as { properties?: Record<string, Property> };
  return Object.entries(properties).flatMap(([name, property]): EditableField[] => {
    if (fixed.has(name) || property.pattern !== undefined) return [];
    if (property.enum !== undefined) return [{ name, kind: "choice", options: property.enum.map(String) }];
    if (property.type === "integer" || property.type === "number") {
      return [{ name, kind: "number", min: property.minimum ?? null, max: property.maximum ?? null }];
    }
    return property.type === "string" ? [{ name, kind: "text", maxLength: property.maxLength ?? null }] : [];
  });
}
