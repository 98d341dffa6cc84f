export const long = "x".repeat(5_000);
const markup = "<img src=x onerror=alert(1)>";
const sqlText = "'; drop table users; --";
export const notText: unknown[] = [1, true, null, [], ["a"], {}, { toString: "a" }];
export const notChoice = [...notText, "", "Owner", "owner ", long, markup, sqlText, "__proto__", "constructor", "виewer", "vie\u0000wer"];
export const notName = [...notText, "", "   ", long, "two\nlines", "a\u0000b", "abc\u202edef"];
export const notEmail = [
  ...notText,
  "",
  "a",
  "a@",
  "@b.test",
  "a b@c.test",
  `${long}@c.test`,
  `${markup}@c.test`,
  `${sqlText}@c.test`,
  "a@b.test\nbcc: c@d.test",
];
export const notNumber: unknown[] = ["", "x", "1.5", 1.5, true, null, [], [1], {}, Number.MAX_VALUE];
