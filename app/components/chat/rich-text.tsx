import { Fragment } from "react";
import { Link } from "react-router";
import { type Inline, readRichText } from "./read-rich-text.ts";

/** A model's words, with the few marks that are let through. */
export function RichText({ text }: { text: string }) {
  return (
    <div className="grid max-w-prose gap-3 wrap-anywhere">
      {readRichText(text).map((block, place) => {
        // Words only grow at their end: what stands at a place stays there.
        const key = `${place} ${block.kind}`;
        if (block.kind === "code") {
          return (
            // A block may be wider than the page: it is scrolled by keys too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard.
            <pre key={key} tabIndex={0} className="overflow-x-auto rounded border border-line bg-sunken p-3 font-mono text-sm">
              {block.text}
            </pre>
          );
        }
        if (block.kind === "paragraph") {
          return (
            <p key={key} className="whitespace-pre-line">
              {placed(block.lines).map(({ key: row, one: line }, index) => (
                <Fragment key={row}>
                  {index > 0 ? "\n" : null}
                  <Words parts={line} />
                </Fragment>
              ))}
            </p>
          );
        }
        const items = placed(block.items).map(({ key: row, one: item }) => (
          <li key={row}>
            <Words parts={item} />
          </li>
        ));
        return block.isOrdered ? (
          <ol key={key} className="ml-5 list-decimal">
            {items}
          </ol>
        ) : (
          <ul key={key} className="ml-5 list-disc">
            {items}
          </ul>
        );
      })}
    </div>
  );
}

function Words({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, place) => {
    const key = `${place} ${part.kind}`;
    switch (part.kind) {
      case "strong":
        return (
          <strong key={key} className="font-semibold">
            {part.text}
          </strong>
        );
      case "code":
        return (
          <code key={key} className="rounded bg-sunken px-1 font-mono text-sm">
            {part.text}
          </code>
        );
      case "link":
        return (
          <Link key={key} to={part.href} className="text-accent underline underline-offset-4">
            {part.text}
          </Link>
        );
      case "text":
        return <Fragment key={key}>{part.text}</Fragment>;
      default:
        return part satisfies never;
    }
  });
}

/** Words only grow at their end: what stands at a place stays there, and its place is its name. */
function placed<One>(all: readonly One[]): { key: string; one: One }[] {
  return all.map((one, place) => ({ key: String(place), one }));
}
