/** An empty rack waiting for its first crate: the picture of every list that has nothing yet. */
export function EmptyShelf({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 240 96" aria-hidden className={className} fill="none" stroke="currentColor" strokeWidth="1.5">
      <path d="M20 6v84M220 6v84" strokeWidth="3" />
      <path d="M14 48h212M14 53h212M14 86h212M14 91h212" />
      <rect x="44" y="16" width="40" height="32" strokeDasharray="4 4" />
      <rect x="100" y="22" width="52" height="26" strokeDasharray="4 4" />
      <g className="text-brass" stroke="currentColor">
        <rect x="150" y="58" width="44" height="28" className="fill-brass-soft" />
        <path d="M167 58v8h10v-8M157 79h12M157 75h8" />
      </g>
    </svg>
  );
}
