import { commandTypesOffline } from "../warehouse/floor/kinds.ts";
import type { RatePolicy } from "#app/platform/rate-limit/token-bucket.ts";

/** Nobody touched or asked anything of a tablet for so long: who it belongs to now is no longer known. */
export const idleMs = 15 * 60_000;
/** Work done offline is taken for so long after its shift began, also when somebody else holds the tablet by then. */
export const shiftHoldsMs = 16 * 3_600_000;
export const pairingLivesMs = 10 * 60_000;

/** Failures only: who types well gets the attempt back. A million PINs at this pace take decades. */
export const pinPerPerson: RatePolicy = { name: "floor-pin-person", capacity: 6, refillPerSecond: 1 / 900 };
export const unlockPerDevice: RatePolicy = { name: "floor-unlock-device", capacity: 20, refillPerSecond: 1 / 60 };
export const pairPerAddress: RatePolicy = { name: "floor-pair-address", capacity: 15, refillPerSecond: 1 / 60 };

/** What a tablet may have done while it was offline, or for a shift that is over: it changes nothing that others decide on. */
export function isKeptCommand(type: string): boolean {
  return commandTypesOffline.some((kept) => kept === type);
}

/** Letters and digits that nobody mistakes for each other; 32 of them, so that each byte falls on one as often as on another. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Fifty bits for ten minutes: short enough to type. */
export const pairingLength = 10;
/** Eighty bits for as long as a badge is worn: still narrow enough for the bars on a card. */
export const badgeLength = 16;

/** A secret that people can type and scanners read, out of random bytes in hexadecimal. */
export function codeOf(randomHex: string, length: number): string {
  const bytes = Array.from({ length }, (_, index) => Number.parseInt(randomHex.slice(index * 2, index * 2 + 2), 16));
  return bytes.map((byte) => alphabet.charAt(byte % alphabet.length)).join("");
}
