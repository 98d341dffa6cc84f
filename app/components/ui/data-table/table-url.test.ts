import { describe, expect, test } from "vitest";
import { clearedHref, columnsHref, cursorHref, densityHref, filterHref, nextSort, readTableState, sortHref } from "./table-url.ts";

const spec = { sortable: ["name", "stock"], filterKeys: ["status"] };
const read = (href: string) => readTableState(new URLSearchParams(href), spec);
const second = new URLSearchParams("cursor=abc&status=active&q=kettle");

describe("a list's address", () => {
  test("gives back what its links put in", () => {
    expect(read(sortHref(second, { column: "stock", isDescending: true })).sort).toEqual({ column: "stock", isDescending: true });
    expect(read(filterHref(second, "status", ["active", "paused"])).filters).toEqual({ status: ["active", "paused"] });
    expect(read(columnsHref(second, ["name"])).columns).toEqual(["name"]);
    expect(read(densityHref(second, "compact")).density).toBe("compact");
    expect(read(cursorHref(second, "next")).cursor).toBe("next");
  });

  test.each([
    ["sorting", sortHref(second, { column: "name", isDescending: false })],
    ["filtering", filterHref(second, "status", ["paused"])],
    ["clearing", clearedHref(second, spec.filterKeys)],
  ])("%s starts at the first page, because a cursor belongs to one order of one set", (_, href) => {
    expect(read(href).cursor).toBeUndefined();
  });

  test("the look of a list does not move its page", () => {
    expect(read(densityHref(second, "compact")).cursor).toBe("abc");
    expect(read(columnsHref(second, ["name"])).cursor).toBe("abc");
  });

  test("clearing filters also clears the search and leaves the sort", () => {
    const cleared = read(clearedHref(new URLSearchParams("sort=name&status=a&q=x"), spec.filterKeys));
    expect(cleared).toMatchObject({ query: "", filters: { status: [] }, sort: { column: "name" } });
  });

  test("forged columns and endless searches are ignored, not obeyed", () => {
    expect(read("?sort=password").sort).toBeUndefined();
    expect(read(`?q=${"x".repeat(5000)}`).query).toHaveLength(200);
    expect(read("?role=owner").filters).toEqual({ status: [] });
  });
});

test("pressing a column three times comes back to the list's own order", () => {
  const first = nextSort(undefined, "name");
  const second = nextSort(first, "name");
  expect([first, second, nextSort(second, "name")]).toEqual([
    { column: "name", isDescending: false },
    { column: "name", isDescending: true },
    undefined,
  ]);
});
