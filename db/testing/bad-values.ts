const long = "x".repeat(5_000);
const wrongTypes = [null, 42, true, {}, [{}], ["x"], Symbol.iterator, () => 1];
const notText = [...wrongTypes, long];
const notNumbers = ["abc", "1.5", 1.5, Number.NaN, Number.POSITIVE_INFINITY, {}, "9".repeat(400)];

/** What no field of a kind takes. `undefined` stands for a missing field. */
export const badValues = {
  text: [undefined, "", ...notText],
  optionalText: notText,
  optionalLine: ["", "   ", "a\u0000b", "a\u202Eb", "a\nb", ...notText],
  email: [undefined, "", "nobody", "a@", "@b.test", "a b@c.test", "a@b", `${long}@b.test`, "a@b.test\u0000", "<b>@b.test", ...notText],
  password: [undefined, "", "short", "aaaaaaaaaaaaaaaa", "password1", ...notText],
  choice: [undefined, "", "nonsense", "__proto__", "constructor", "toString", ...notText],
  optionalChoice: ["nonsense", "__proto__", "constructor", ...notText],
  number: [undefined, ...notNumbers],
  optionalNumber: notNumbers,
  list: [undefined, [], "x", ["nonsense"], ["__proto__"], [null], null, {}],
  optionalList: ["x", [42], [null], [long], Array.from({ length: 5_000 }, () => "x"), null, {}],
  flag: [undefined, "true", 1, null, {}, []],
  optionalBoolean: ["true", 1, null, {}, []],
} satisfies Record<string, unknown[]>;

export type FieldKind = keyof typeof badValues;

/** Instead of the whole input. */
export const notInputs = [null, 42, "text", true, [], [{}], Symbol.iterator, () => 1];

/** Text that is well-formed and means harm elsewhere: a verb takes it as words or refuses it, and nothing else happens. */
export const hostileTexts = [
  "<script>alert(1)</script>",
  "'; drop table users; --",
  '" or 1=1 --',
  "%' or '1'='1",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "${7*7}{{7*7}}",
  "ＡＤＭＩＮ 🤖 é\u0301",
  "\u202Egnp.exe",
  "\uD800",
  "a\u0000b",
];
