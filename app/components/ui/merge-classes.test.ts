import { readdirSync, readFileSync } from "node:fs";
import { twMerge } from "tailwind-merge";
import { expect, test } from "vitest";
import { mergeClasses } from "./merge-classes.ts";

/** Words that look like classes and are none here, and our one shadow with a name, which the whole table takes for a colour. */
const elsewhere = /^(?:(?:from|to)-.*|filter|shadow-lift)$/;

/** Every word of the house that the library's whole table takes for a class, without what stands before its colon. */
function classesOfTheHouse(): string[] {
  const isRead = (file: string) => /(?<!test)\.tsx$|^components\/.*(?<!test|merge-classes)\.ts$/.test(file);
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).filter(isRead);
  const texts = files.flatMap((file) => [...readFileSync(`app/${file}`, "utf8").matchAll(/["'`]([^"'`\n]+)["'`]/g)]);
  const words = texts.flatMap(([, text = ""]) => text.split(/\s+/)).map((word) => word.replace(/^(?:[^[\]\s]*:)+(?=[^:])/, ""));
  const isClass = (word: string) => /^-?[a-z][\w./()[\],%#-]*$/.test(word) && twMerge(`${word} ${word}`) === word;
  return [...new Set(words)].filter((word) => isClass(word) && !elsewhere.test(word)).toSorted();
}

test("of any two classes of the house the same ones are left as by the library's whole table", () => {
  const classes = classesOfTheHouse();
  expect(classes.length).toBeGreaterThan(500);
  const wrong: string[] = [];
  for (const first of classes) {
    for (const second of classes) {
      const both = `${first} ${second}`;
      const left = mergeClasses(both);
      if (left !== twMerge(both)) wrong.push(`${both}: ${left}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("a class counts against another of the same state only, and an important one not against one that is not", () => {
  expect(mergeClasses("p-2 hover:p-4 dark:hover:p-1 hover:p-3")).toBe("p-2 dark:hover:p-1 hover:p-3");
  expect(mergeClasses("p-2! p-4")).toBe("p-2! p-4");
  expect(mergeClasses("text-sm/6 text-base leading-7")).toBe("text-base leading-7");
  expect(mergeClasses("shadow-lift shadow-none")).toBe("shadow-none");
  expect(mergeClasses("not-a-class p-1 not-a-class")).toBe("not-a-class p-1 not-a-class");
});
