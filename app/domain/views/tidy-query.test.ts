import { expect, test } from "vitest";
import { tidyQuery } from "./tidy-query.ts";

test("two addresses that show the same list read the same, without their place in it", () => {
  expect(tidyQuery("?status=active&channel=b&cursor=xyz&open=lst_1&q=")).toBe("channel=b&status=active");
  expect(tidyQuery("channel=b&status=active")).toBe(tidyQuery("?status=active&channel=b"));
  expect(tidyQuery("")).toBe("");
});
