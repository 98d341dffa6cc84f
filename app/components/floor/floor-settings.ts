import * as z from "zod/mini";

const schema = z.object({
  hand: z._default(z.enum(["left", "right"]), "right"),
  volume: z._default(z.enum(["off", "low", "high"]), "high"),
  policy: z._default(z.enum(["auto", "manual"]), "auto"),
});
export type FloorSettings = z.infer<typeof schema>;

const place = "floor-settings";
const usual: FloorSettings = { hand: "right", volume: "high", policy: "auto" };

export function readSettings(): FloorSettings {
  try {
    const read = schema.safeParse(JSON.parse(localStorage.getItem(place) ?? "{}"));
    return read.success ? read.data : usual;
  } catch {
    return usual;
  }
}

export function keepSettings(settings: FloorSettings): void {
  localStorage.setItem(place, JSON.stringify(settings));
}
