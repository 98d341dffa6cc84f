import type { RatePolicy } from "#app/platform/rate-limit/token-bucket.ts";

const dayS = 24 * 3_600;

/** A page asks for a token every few minutes at most; a household or an office shares one address. */
export const tokensPerAddress: RatePolicy = { name: "public-chat-token", capacity: 12, refillPerSecond: 12 / 60 };
/** Faster than anybody reads answers. */
export const questionsPerMinute: RatePolicy = { name: "public-chat-minute", capacity: 8, refillPerSecond: 8 / 60 };
export const questionsPerAddress: RatePolicy = { name: "public-chat-day", capacity: 80, refillPerSecond: 80 / dayS };

export function questionsOfSite(perDay: number): RatePolicy {
  return { name: "public-chat-site", capacity: perDay, refillPerSecond: perDay / dayS };
}

/** Answers that a model may help with; rules give the others. */
export function modelAnswersOfSite(perDay: number): RatePolicy {
  return { name: "public-chat-model", capacity: perDay, refillPerSecond: perDay / dayS };
}

/** Whoever has one IPv6 address has the 64 bits behind it too: they count as one place. */
export function placeOf(ipAddress: string): string {
  const address = ipAddress.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.replace(/%.*$/, "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
