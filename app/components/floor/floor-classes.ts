/** Sizes for hands in gloves and eyes at arm's length: text 24 px, main button 88 px, other controls 64 px. */
export const textClass = "text-[1.5rem] leading-[1.35]";
export const binClass = "font-mono text-[3.25rem] leading-none font-semibold tracking-tight break-all";
const buttonClass =
  "flex items-center gap-4 rounded border-2 px-5 py-2 text-[1.5rem] leading-tight font-semibold select-none disabled:opacity-55";
export const mainButtonClass = `${buttonClass} min-h-22 justify-center w-full border-transparent bg-ink text-ground`;
const sideClass = `${buttonClass} min-h-16 border-line-strong bg-raised text-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-ground`;
export const sideButtonClass = `${sideClass} justify-center`;
/** A row of a list: what it is at one end, how it stands at the other. */
export const rowButtonClass = `${sideClass} w-full flex-wrap justify-between text-left`;
export const fieldClass = "min-h-16 w-full rounded border-2 border-line-strong bg-raised px-4 text-[1.5rem] text-ink";
