import type { SimulatorTools } from "../../simulator.ts";
import type { SimShop, World } from "./world.ts";

/** One call that passed the gate. */
export type ApiCall = {
  world: World;
  /** For public calls, which name no shop, the one that is in the body. */
  shop: SimShop | undefined;
  params: URLSearchParams;
  body: unknown;
  tools: SimulatorTools;
  nowS: number;
  /** Where this simulator is reached, for the addresses of images. */
  origin: string;
};

export type ShopCall = ApiCall & { shop: SimShop };

/** Refused in the vendor's way. Some business errors come with 200, some with 403; only `error` counts. */
export class Refusal extends Error {
  readonly error: string;
  readonly status: number;
  constructor(error: string, message: string, status = 200) {
    super(message);
    this.error = error;
    this.status = status;
  }
}

export function ok(world: World, response: unknown): Response {
  return Response.json({ error: "", message: "", warning: "", request_id: nextRequestId(world), response });
}

/** Token answers and the shop's own data are not wrapped in `response`. */
export function flat(world: World, fields: Record<string, unknown>): Response {
  return Response.json({ ...fields, error: "", message: "", request_id: nextRequestId(world) });
}

export function refuse(requestId: string, { error, message, status }: Refusal): Response {
  return Response.json({ error, message, request_id: requestId }, { status });
}

export function nextRequestId(world: World): string {
  world.requests += 1;
  return `r-${String(world.requests).padStart(6, "0")}`;
}

export function wrongParam(message: string): Refusal {
  return new Refusal("error_param", message);
}

export function wholeParam(params: URLSearchParams, name: string, range: { min: number; max: number; otherwise?: number }): number {
  const text = params.get(name);
  if ((text === null || text === "") && range.otherwise !== undefined) return range.otherwise;
  const value = Number(text);
  if (text === null || !Number.isInteger(value) || value < range.min || value > range.max)
    throw wrongParam(`${name} must be a whole number from ${range.min} to ${range.max}.`);
  return value;
}

/** A list joined with commas; a parameter that is repeated instead would be read as its first value only. */
export function listParam(params: URLSearchParams, name: string, most: number): string[] {
  const list = (params.get(name) ?? "").split(",").filter((entry) => entry !== "");
  if (list.length === 0 || list.length > most) throw wrongParam(`${name} takes 1 to ${most} entries.`);
  return list;
}
