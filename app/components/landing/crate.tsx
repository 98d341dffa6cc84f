export type CrateStencil = "sell" | "floor" | "shoppers" | "questions" | "agents";

/** One drawing a job, as it would be sprayed on the crate: a stall, a bar code, a basket, a question, an approved clock. */
const stencils: Record<CrateStencil, string> = {
  sell: "M42 52v20h36V52M38 52l4-12h36l4 12M38 52a5.5 5.5 0 0 0 11 0a5.5 5.5 0 0 0 11 0a5.5 5.5 0 0 0 11 0a5.5 5.5 0 0 0 11 0M54 72V61h12v11",
  floor: "M42 42v26M47 42v26M55 42v26M59 42v26M66 42v26M74 42v26M78 42v26M36 74h48",
  shoppers: "M38 50h44l-5 22H43zM48 50l7-11M72 50l-7-11M52 57v8M60 57v8M68 57v8",
  questions: "M38 40h44v24H58l-9 9v-9H38zM51 58v-5M60 58V47M69 58v-8",
  agents: "M60 38a18 18 0 1 0 18 18M60 46v10l-7 5M66 40l5 5 10-11",
};

/** A crate waiting on the beam. */
export function Crate({ stencil, className }: { stencil: CrateStencil; className?: string }) {
  return (
    <svg viewBox="0 0 120 92" aria-hidden fill="none" strokeWidth="2" className={className}>
      <g className="stroke-brass">
        <rect x="9" y="9" width="102" height="82" className="fill-brass-soft" />
        <path d="M9 24h102M9 81h102M20 9v15M100 9v15M20 81v10M100 81v10" strokeWidth="1.5" />
        <path d="M52 1h16v8H52z" className="fill-brass-soft stroke-brass" strokeWidth="1.5" />
      </g>
      <path d={stencils[stencil]} className="stroke-ink" strokeWidth="2.5" />
    </svg>
  );
}
