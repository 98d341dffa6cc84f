import { sha256Hex } from "#app/platform/crypto/hash.ts";
import type { ServiceContext } from "../context.ts";
import type { SitePlace } from "./ports.ts";

const keyChars = 24;
const mostSalts = 500;
const salts = new Map<string, Promise<string>>();

/** For a client that may be known again. Its own id stays with it: what is kept cannot be put back into a browser. */
export async function lastingKey({ siteId }: SitePlace, visitor: string): Promise<string> {
  return `v_${(await sha256Hex(`${siteId}\n${visitor}`)).slice(0, keyChars)}`;
}

type Ports = Pick<ServiceContext["ports"], "shopperRooms">;

/** For everybody else, until midnight UTC. The address goes into a hash with a secret that nobody has tomorrow, and nowhere else. */
export async function dailyKey(
  ports: Ports,
  place: SitePlace,
  who: { ipAddress: string; userAgent: string },
  nowMs: number,
): Promise<string> {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  const salt = await saltOf(ports, place, day);
  return `d_${(await sha256Hex(`${salt}\n${place.siteId}\n${who.ipAddress}\n${who.userAgent}`)).slice(0, keyChars)}`;
}

function saltOf({ shopperRooms }: Ports, place: SitePlace, day: string): Promise<string> {
  const name = `${place.workspaceId}/${place.siteId}/${day}`;
  const known = salts.get(name);
  if (known !== undefined) return known;
  if (salts.size >= mostSalts) salts.clear();
  const asked = shopperRooms.salt(place, day);
  salts.set(name, asked);
  // A failure is not kept: the next batch asks again.
  asked.catch(() => salts.delete(name));
  return asked;
}
