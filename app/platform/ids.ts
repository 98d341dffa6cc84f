import type { Clock } from "./clock.ts";
import { encodeBase64Url } from "./crypto/base64url.ts";

/** `next` makes ids that sort by creation as plain text; `token` makes secrets that cannot be guessed. */
export type IdSource = { next(prefix: string): string; token(): string };

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const timeChars = 10;
const randomChars = 16;
const tokenBytes = 32;

function systemRandomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

function encodeNumber(value: number, length: number): string {
  let rest = value;
  let text = "";
  for (let index = 0; index < length; index += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Adds one to base-32 digits in place; false when they wrapped around. */
function increment(digits: Uint8Array): boolean {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = digits[index] ?? 0;
    if (digit < 31) {
      digits[index] = digit + 1;
      return true;
    }
    digits[index] = 0;
  }
  return false;
}

export function createIds(clock: Clock, randomBytes: (length: number) => Uint8Array = systemRandomBytes): IdSource {
  let lastMs = -1;
  let digits: Uint8Array = new Uint8Array(randomChars);

  function drawDigits(): Uint8Array {
    return randomBytes(randomChars).map((byte) => byte & 31);
  }

  return {
    next(prefix) {
      const nowMs = Math.max(0, Math.floor(clock.now()));
      // A clock that stands still or runs back must not break the order: count on from the last id.
      if (nowMs > lastMs) {
        lastMs = nowMs;
        digits = drawDigits();
      } else if (!increment(digits)) {
        lastMs += 1;
        digits = drawDigits();
      }
      const random = Array.from(digits, (digit) => alphabet.charAt(digit)).join("");
      return `${prefix}_${encodeNumber(lastMs, timeChars)}${random}`;
    },
    token: () => encodeBase64Url(randomBytes(tokenBytes)),
  };
}

/** Deterministic ids for tests: the same shape and order as real ones, the same values every run. */
export function createSequentialIds(): IdSource {
  let idCount = 0;
  let tokenCount = 0;
  return {
    next(prefix) {
      idCount += 1;
      return `${prefix}_${encodeNumber(idCount, timeChars + randomChars)}`;
    },
    token() {
      tokenCount += 1;
      const bytes = new Uint8Array(tokenBytes);
      new DataView(bytes.buffer).setUint32(tokenBytes - 4, tokenCount);
      return encodeBase64Url(bytes);
    },
  };
}
