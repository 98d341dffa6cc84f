import { simulatedGood } from "../../simulated-goods.ts";
import { chance } from "./chance.ts";
import { refuse, reply } from "./replies.ts";
import { type Route, route } from "./router.ts";

const weekMs = 7 * 24 * 3_600_000;
const listed = 50;
/** Wanted by buyers, and sold in none of the simulated shops. */
const others = ["air fryer", "fone bluetooth", "robô aspirador", "cadeira gamer", "tênis de corrida", "smartwatch", "mochila notebook"];

export const trendRoutes: Route[] = [
  route("GET /trends/:site", ({ world, params, nowMs }) => {
    if (params["site"] !== "MLB") return refuse(404, "not_found", "Site not found");
    const week = Math.floor(nowMs / weekMs);
    const words = Array.from({ length: 60 }, (_, index) => simulatedGood(index).title.split(" ").slice(0, 2).join(" ").toLowerCase());
    const all = [...new Set([...words, ...others])];
    const order = all.map((keyword, index) => ({ keyword, draw: chance(world.seed, index, week, 51) })).toSorted((a, b) => a.draw - b.draw);
    return reply(
      order.slice(0, listed).map(({ keyword }) => ({ keyword, url: `https://lista.mercadolivre.com.br/${keyword.replaceAll(" ", "-")}` })),
    );
  }),
];
