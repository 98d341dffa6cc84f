/** A text with `code` in it. */
export function Prose({ text, className }: { text: string; className?: string }) {
  return (
    <p className={className}>
      <InlineCode text={text} />
    </p>
  );
}

export function InlineCode({ text }: { text: string }) {
  const parts = text.split("`").map((part, index) => ({ part, isCode: index % 2 === 1, place: `${index}` }));
  return parts.map(({ part, isCode, place }) =>
    isCode ? (
      <code key={place} className="rounded-xs bg-sunken px-1 font-mono text-[0.92em] wrap-anywhere text-ink">
        {part}
      </code>
    ) : (
      part
    ),
  );
}

/** Long lines wrap: nothing to scroll sideways, and what is copied stays one line. */
export function CodeBlock({ code }: { code: string }) {
  return (
    <pre className="rounded border border-line bg-sunken p-4 font-mono text-sm wrap-anywhere whitespace-pre-wrap [font-variant-ligatures:none]">
      <code>{code}</code>
    </pre>
  );
}
