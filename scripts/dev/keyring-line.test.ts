import { expect, test } from "vitest";
import { parseKeyring } from "#app/platform/crypto/envelope.server.ts";
import { keyEntries, keyIdOf, newKeyId, withKeyEntries } from "./keyring-line.ts";

const key = (letter: string) => Buffer.alloc(32, letter).toString("base64");
const nowMs = Date.UTC(2026, 10, 21, 23);

test("a new key in front seals from then on, the old one still opens, and no other line changes", () => {
  const before = `# local\nMAIL_API_TOKEN="x"\nENCRYPTION_KEYS="k1:${key("a")}"\nOTHER='y'\n`;
  const after = withKeyEntries(before, [`k2:${key("b")}`, ...keyEntries(before)]);
  expect(after).toBe(before.replace("k1:", `k2:${key("b")},k1:`));
  const keyring = parseKeyring(keyEntries(after).join(","));
  expect(keyring.currentKeyId).toBe("k2");
  expect([...keyring.keys.keys()]).toEqual(["k2", "k1"]);
});

test("the line is found however it was written", () => {
  for (const text of [
    `ENCRYPTION_KEYS=k1:${key("a")}`,
    `export ENCRYPTION_KEYS = 'k1:${key("a")}'\n`,
    ` ENCRYPTION_KEYS="k1:${key("a")}" \n`,
  ]) {
    expect(keyEntries(text).map(keyIdOf)).toEqual(["k1"]);
    expect(keyEntries(withKeyEntries(text, ["k9:x"]))).toEqual(["k9:x"]);
  }
  expect(keyEntries('NOT_ENCRYPTION_KEYS="k1:x"')).toEqual([]);
});

test("a key is named by its day and never takes a name that is in use", () => {
  expect(newKeyId([], nowMs)).toBe("k-2026-11-21");
  expect(newKeyId(["k-2026-11-21", "k-2026-11-21-2", "k1"], nowMs)).toBe("k-2026-11-21-3");
});
