/** The look shared by every control one types in or chooses from. 16 px on touch keeps iOS from zooming in. */
export const controlClass =
  "h-9 w-full min-w-0 rounded border border-line-strong bg-raised px-3 text-sm text-ink transition-colors duration-150 placeholder:text-faint hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-faint aria-invalid:border-wrong aria-invalid:bg-wrong-soft/40 pointer-coarse:h-11 pointer-coarse:text-base";
