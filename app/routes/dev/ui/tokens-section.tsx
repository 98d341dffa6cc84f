import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Row, Section } from "./section.tsx";

const swatches = [
  "ground",
  "raised",
  "sunken",
  "ink",
  "muted",
  "faint",
  "line",
  "line-strong",
  "accent",
  "accent-soft",
  "brass",
  "brass-soft",
  "ok",
  "ok-soft",
  "watch",
  "watch-soft",
  "wrong",
  "wrong-soft",
  "info",
  "info-soft",
];
const sizes = [
  ["text-2xl font-semibold", "40 Warehouse"],
  ["text-xl font-semibold", "28 R$ 184.230,50"],
  ["text-lg", "20 Chaleira elétrica 1,8 L"],
  ["text-base", "16 The quick brown fox counts 1.204 crates"],
  ["text-sm", "14 Body text of the console: ink on paper"],
  ["text-xs", "12 Notes and labels"],
];

export function TokensSection() {
  return (
    <Section id="tokens" title="Colour and type">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-3">
        {swatches.map((name) => (
          <li key={name} className="grid gap-1 text-xs text-muted">
            <span className="h-10 rounded border border-line" style={{ background: `var(--${name})` }} />
            {name}
          </li>
        ))}
      </ul>
      <div className="grid gap-1">
        {sizes.map(([className, text]) => (
          <p key={text} className={className}>
            {text}
          </p>
        ))}
      </div>
      <Row label="Brass labels">
        <CodeTag value="CZ-1040" />
        <CodeTag value="A-03-2" />
        <CodeTag value="ord_01JD8Q4ZK3" copyable />
      </Row>
    </Section>
  );
}
