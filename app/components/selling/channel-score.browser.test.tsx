import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { scoreOf } from "#app/domain/selling/score.ts";
import { scoreFacts } from "#app/domain/selling/testing/facts.ts";
import { renderPage } from "../ui/testing/render-page.tsx";
import { ChannelScore } from "./channel-score.tsx";

const shop = { channelId: "chn_1", name: "Loja", vendor: "shopee", units30d: 0, level: null } as const;
const sold = scoreOf(scoreFacts());
const nothing = scoreOf(
  scoreFacts({
    hasSales: false,
    answerMinutes: null,
    dispatch: { due: 0, late: 0 },
    quality: { listings: 0, scoreSum: 0, units: 0, scoreByUnits: 0, worst: [] },
    stock: { soldUnits: 0, outUnits: 0, earlierOutBp: [], out: [] },
    prices: [],
  }),
);

test("a shop that has nothing to judge says so, and shows no number, part or limit", async () => {
  await renderPage(<ChannelScore channel={{ ...shop, ...nothing }} />);
  expect(await screen.findByText("nothing to judge yet")).toBeDefined();
  expect(screen.getByText(/^This shop has sold nothing/)).toBeDefined();
  expect(screen.queryByText("of 100")).toBeNull();
  expect(screen.queryByRole("heading", { name: /Reputation|Headroom/ })).toBeNull();
});

test("a shop that sells shows its number and what it is made of", async () => {
  await renderPage(<ChannelScore channel={{ ...shop, ...sold, vendor: "mercado-livre" }} />);
  expect(await screen.findByText("of 100")).toBeDefined();
  expect(screen.getByRole("heading", { name: /Reputation/ })).toBeDefined();
  expect(screen.queryByText("nothing to judge yet")).toBeNull();
});
