import { trends } from "#db/schema/trends.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";

const dayMs = 24 * 3_600_000;

export function trendWrite(trendId: string): Write {
  return insert(trends, {
    id: trendId,
    region: "BR",
    termKey: "chaleir eletric",
    term: "chaleira elétrica",
    state: "open",
    direction: "rising",
    changePercent: 80,
    sureness: 99,
    score: 180,
    series: [],
    firstDay: "2026-10-01",
    lastDay: "2026-11-20",
    sources: ["search"],
    evidence: [],
    match: null,
    why: null,
    judgedAt: stageStartMs - dayMs,
    decidedAt: null,
  });
}
