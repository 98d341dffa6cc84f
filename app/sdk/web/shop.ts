import type { Recorder } from "../client.ts";
import { toJson } from "../safe.ts";
import { pressedGoods, readPage } from "./read-page.ts";

/** What a page that sells shows: loaded when a page marks its goods, or tells search engines of them. */
export type Shop = {
  /** Each thing a page shows is told once, however often the page is read. */
  read(): void;
  /** Another page: all is new. */
  begin(): void;
};

export function watchShop(record: Recorder): Shop {
  let told = new Set<string>();
  addEventListener(
    "click",
    ({ target }) => {
      const goods = pressedGoods(target);
      if (goods !== undefined) record(...goods);
    },
    true,
  );
  return {
    read() {
      for (const event of readPage(document)) {
        const key = toJson(event);
        if (!told.has(key)) record(...event);
        told.add(key);
      }
    },
    begin() {
      told = new Set();
    },
  };
}
