import { Link } from "react-router";
import type { FoundThing } from "#app/domain/metrics/answer.ts";
import { plainLabel } from "./plain-label.ts";

const labelSigns = 120;

/** Things that were found, each with the way to its page. Only ways inside the house are links. */
export function FoundList({ label, found }: { label: string; found: readonly FoundThing[] }) {
  return (
    <ul aria-label={label} className="grid gap-2">
      {found.map(({ kind, id, label: name, detail, href }) => (
        <li key={`${kind}:${id}`} className="min-w-0">
          {isOurs(href) ? (
            <Link to={href} className="font-medium wrap-anywhere underline underline-offset-4">
              <bdi>{plainLabel(name, labelSigns)}</bdi>
            </Link>
          ) : (
            <bdi className="font-medium wrap-anywhere">{plainLabel(name, labelSigns)}</bdi>
          )}
          {detail === "" ? null : (
            <p className="text-sm wrap-anywhere text-muted">
              <bdi>{plainLabel(detail, 300)}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function isOurs(href: string): boolean {
  return /^\/(?![/\\])/.test(href) && URL.parse(href, "http://self.invalid")?.host === "self.invalid";
}
