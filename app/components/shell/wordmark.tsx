type WordmarkProps = { className?: string; title?: string };

/** The sign: an E made of three rack beams, a brass crate waiting on the middle one. */
export function Sign({ className, title }: WordmarkProps) {
  return (
    <svg
      viewBox="0 0 32 32"
      className={className}
      role={title ? "img" : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      <rect width="32" height="32" rx="6" className="fill-accent" />
      <path d="M8 6.5v19M6.5 8h19M6.5 24h19M6.5 16h8" className="stroke-accent-ink" strokeWidth="3" fill="none" />
      <rect x="17.5" y="12.5" width="7" height="7" className="fill-[#dcb76f]" />
    </svg>
  );
}

/** Lettering as stencilled on crates: one line width, gaps where the stencil's bridges are. */
export function Wordmark({ className, title = "Entrepot" }: WordmarkProps) {
  return (
    <svg viewBox="0 0 153 32" className={className} role="img" aria-label={title}>
      <rect width="32" height="32" rx="6" className="fill-accent" />
      <path d="M8 6.5v19M6.5 8h19M6.5 24h19M6.5 16h8" className="stroke-accent-ink" strokeWidth="3" fill="none" />
      <rect x="17.5" y="12.5" width="7" height="7" className="fill-[#dcb76f]" />
      <g fill="none" stroke="currentColor" strokeWidth="2.6">
        <path d="M43 17.2h11.2a5.8 5.8 0 1 0-1.9 4.1" />
        <path d="M59 24V10.4M59 16.2a4.6 4.6 0 0 1 9.4 0V24" />
        <path d="M74.5 5.6v14.2a3 3 0 0 0 3 3h2.4M71.6 11.7h3M76.6 11.7h3.6" />
        <path d="M85 24V10.4M85 17a5 5 0 0 1 6-5.2" />
        <path d="M94 17.2h11.2a5.8 5.8 0 1 0-1.9 4.1" />
        <path d="M110 10.4v8.8M110 21.4V30M110 17.2a5.7 5.7 0 1 1 1.6 4" />
        <path d="M134 11.5a5.8 5.8 0 0 1 0 11.4M131.2 22.9a5.8 5.8 0 0 1 0-11.4" />
        <path d="M145.6 5.6v14.2a3 3 0 0 0 3 3h2.4M142.4 11.7h3M147.4 11.7h3.6" />
      </g>
    </svg>
  );
}
