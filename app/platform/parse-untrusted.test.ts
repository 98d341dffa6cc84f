import { expect, test } from "vitest";
import { z } from "zod";
import { parseUntrusted } from "./parse-untrusted.ts";

const schema = z.object({ name: z.string().min(1).max(60) });

test.each(['{"name":{"length":{"valueOf":1,"toString":1}}}', '{"name":{"length":{"valueOf":null,"toString":[]}}}'])(
  "a length that cannot become a number is a wrong value: %s",
  (json) => {
    const result = parseUntrusted(schema, JSON.parse(json));
    expect(result.success).toBe(false);
    expect(result.error?.issues).toMatchObject([{ message: "fieldInvalid", path: [] }]);
  },
);

test("all else is as the schema says, and a fault of a schema stays one", () => {
  expect(parseUntrusted(schema, { name: "a" }).data).toEqual({ name: "a" });
  expect(parseUntrusted(schema, { name: "" }).error?.issues[0]?.path).toEqual(["name"]);
  const broken = z.string().transform(() => {
    throw new RangeError("ours");
  });
  expect(() => parseUntrusted(broken, "x")).toThrow(RangeError);
});
