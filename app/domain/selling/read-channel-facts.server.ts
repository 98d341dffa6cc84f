import { asc, ne } from "drizzle-orm";
import { channels } from "#db/schema/channels.ts";
import { isVendor, type VendorId } from "../channels/ports.ts";
import type { ServiceContext } from "../context.ts";
import { parseAccount, type SellerAccount } from "./account.ts";
import { hasSales } from "./has-sales.ts";
import { headroomOf } from "./headroom.ts";
import { bestLevel } from "./level-rank.ts";
import { type ListingFigures, readListingFigures } from "./read-listing-figures.server.ts";
import { readTradeFigures, type TradeFigures } from "./read-trade-figures.server.ts";
import type { ChannelFacts } from "./rules/rule.ts";
import { judgedMetrics } from "./score-parts.ts";
import type { ScoreFacts } from "./score-types.ts";

const hourMs = 3_600_000;
const mostChannels = 50;

/** A channel with everything its score and the rules about it look at. */
export type ChannelState = { id: string; name: string; vendor: VendorId; site: string; forScore: ScoreFacts; forRules: ChannelFacts };
type Channel = { id: string; name: string; vendor: VendorId; site: string; account: SellerAccount | undefined };

export async function readChannelFacts(ctx: ServiceContext): Promise<ChannelState[]> {
  const rows = await ctx.db.all(channels, {
    where: ne(channels.state, "disconnected"),
    orderBy: asc(channels.createdAt),
    limit: mostChannels,
  });
  const connected = rows.flatMap(({ id, name, vendor, site, account }) =>
    isVendor(vendor) ? [{ id, name, vendor, site, account: parseAccount(account) }] : [],
  );
  if (connected.length === 0) return [];
  const windows = connected.flatMap(({ account }) => account?.reputation?.metrics.map(({ windowDays }) => windowDays ?? 0) ?? []);
  const [goods, trade] = await Promise.all([readListingFigures(ctx), readTradeFigures(ctx, Math.max(60, ...windows))]);
  return connected.map((channel) => {
    const forScore = scoreFacts(channel, goods, trade, ctx.clock.now());
    const { id, name, vendor, site } = channel;
    return { id, name, vendor, site, forScore, forRules: ruleFacts(channel, forScore, trade) };
  });
}

function scoreFacts({ id, vendor, site, account }: Channel, goods: ListingFigures, trade: TradeFigures, nowMs: number): ScoreFacts {
  const here = <Row extends { channelId: string }>(rows: readonly Row[]) => rows.filter((row) => row.channelId === id);
  const [sums] = here(goods.sums);
  const [open] = here(trade.open);
  const [answered] = here(trade.answered);
  const [dispatch] = here(trade.dispatch);
  const days = here(trade.days);
  const reputation = account?.reputation ?? null;
  return {
    vendor,
    site,
    nowMs,
    reputation,
    hasSales: hasSales(reputation, days),
    answerMinutes: account?.answerMinutes ?? null,
    days,
    units30d: sums?.soldUnits ?? 0,
    quality: {
      listings: sums?.judged ?? 0,
      scoreSum: sums?.scoreSum ?? 0,
      units: sums?.judgedUnits ?? 0,
      scoreByUnits: sums?.scoreByUnits ?? 0,
      worst: here(goods.worst).map(({ listingId, title, units, score }) => ({ listingId, title, units, score: score ?? 0 })),
    },
    questions: {
      open: open?.open ?? 0,
      oldestAskedAtMs: open?.oldestAskedAtMs ?? null,
      answered: answered?.answered ?? 0,
      answerMinutesSum: answered?.minutes ?? 0,
    },
    dispatch: { due: dispatch?.due ?? 0, late: dispatch?.late ?? 0 },
    stock: {
      soldUnits: sums?.soldUnits ?? 0,
      outUnits: sums?.outUnits ?? 0,
      earlierOutBp: here(trade.outDays).flatMap(({ outBp }) => outBp ?? []),
      out: here(goods.out).map(({ listingId, title, units }) => ({ listingId, title, units })),
    },
    prices: here(goods.standing).map(({ state, listings, units }) => ({ state, listings, units })),
  };
}

function ruleFacts({ id, name, vendor, site, account }: Channel, score: ScoreFacts, trade: TradeFigures): ChannelFacts {
  const here = <Row extends { channelId: string }>(rows: readonly Row[]) => rows.filter((row) => row.channelId === id);
  const [waiting] = here(trade.waiting);
  // A channel may sell in two currencies, whose fees are never added: the one of most orders speaks for it.
  const [fees] = here(trade.fees).toSorted((a, b) => b.orders - a.orders);
  const [open] = here(trade.open);
  const { nowMs, questions } = score;
  const metrics = [...judgedMetrics(score)];
  const reputation = score.reputation === null ? null : { ...score.reputation, metrics };
  const measured = questions.answered > 0 ? Math.round(questions.answerMinutesSum / questions.answered) : null;
  const oldestAtMs = questions.oldestAskedAtMs;
  return {
    nowMs,
    channelId: id,
    name,
    vendor,
    site,
    currency: fees?.currency ?? "BRL",
    reputation,
    headroom: headroomOf({ vendor, site, nowMs, metrics, days: score.days }),
    bestLevel: bestLevel(
      vendor,
      here(trade.levels).map(({ level }) => level),
    ),
    answerMinutes: account?.answerMinutes ?? measured,
    questions: {
      open: questions.open,
      over24h: open?.over24h ?? 0,
      oldestHours: oldestAtMs === null ? 0 : Math.floor((nowMs - oldestAtMs) / hourMs),
    },
    dispatch: { late: waiting?.late ?? 0, dueSoon: waiting?.dueSoon ?? 0 },
    fees: { orders: fees?.orders ?? 0, chargedCents: fees?.chargedCents ?? 0, predictedCents: fees?.predictedCents ?? 0 },
  };
}
