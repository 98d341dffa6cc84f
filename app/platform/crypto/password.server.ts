import { randomBytes, scrypt } from "node:crypto";
import { systemClock } from "../clock.ts";
import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { createConcurrencyLimit } from "./concurrency-limit.ts";
import { PasswordHasherBusyError } from "./hasher-busy-error.ts";
import { timingSafeEqual } from "./hash.ts";

type Cost = { logN: number; r: number; p: number };
type StoredHash = { cost: Cost; salt: Uint8Array; hash: Uint8Array };

const currentCost: Cost = { logN: 15, r: 8, p: 1 };
const saltBytes = 16;
const hashBytes = 32;
const maxRunning = 2;
const maxWaiting = 24;
const maxHoldMs = 10_000;

const limit = createConcurrencyLimit({
  clock: systemClock,
  maxRunning,
  maxWaiting,
  maxHoldMs,
  busyError: () => new PasswordHasherBusyError(),
});

function derive(password: string, salt: Uint8Array, cost: Cost, length: number): Promise<Uint8Array> {
  const options = { N: 2 ** cost.logN, r: cost.r, p: cost.p, maxmem: 256 * 2 ** cost.logN * cost.r };
  return limit.run(async () => {
    // scrypt holds the isolate: let requests that arrived meanwhile take their place in the line first.
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    return new Promise<Uint8Array>((resolve, reject) => {
      scrypt(password.normalize("NFKC"), salt, length, options, (error, key) => (error ? reject(error) : resolve(key)));
    });
  });
}

/** The bounds keep a forged row from buying unbounded work. */
function parseStored(stored: string): StoredHash | undefined {
  const match = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{16,128})\$([\w-]{22,128})$/.exec(stored);
  if (!match) return undefined;
  const cost = { logN: Number(match[1]), r: Number(match[2]), p: Number(match[3]) };
  const salt = decodeBase64Url(match[4] ?? "");
  const hash = decodeBase64Url(match[5] ?? "");
  const affordable = cost.logN >= 10 && cost.logN <= 17 && cost.r >= 1 && cost.r <= 16 && cost.p >= 1 && cost.p <= 4;
  return salt && hash && affordable ? { cost, salt, hash } : undefined;
}

export async function hashPassword(password: string): Promise<string> {
  const { logN, r, p } = currentCost;
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, currentCost, hashBytes);
  return `scrypt$${logN}$${r}$${p}$${encodeBase64Url(salt)}$${encodeBase64Url(hash)}`;
}

/** Without a stored hash it works as long and says no, so that timing does not tell which accounts exist. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const parsed = parseStored(stored ?? "");
  if (!parsed) {
    await derive(password, new Uint8Array(saltBytes), currentCost, hashBytes);
    return false;
  }
  return timingSafeEqual(await derive(password, parsed.salt, parsed.cost, parsed.hash.length), parsed.hash);
}

export function needsRehash(stored: string): boolean {
  const cost = parseStored(stored)?.cost;
  return !cost || cost.logN !== currentCost.logN || cost.r !== currentCost.r || cost.p !== currentCost.p;
}
