import { Fragment } from "react";
import { Link } from "react-router";
import { type Inline, readRichText } from "./read-rich-text.ts";

/** A model's words, with the few marks that are let through. */
export function RichText({ text }: { text: string }) {
  return (
    <div className="grid max-w-prose gap-3 wrap-anywhere">
      {readRichText(text).map((block, index) => {
        if (block.kind === "code") {
          return (
            // A block may be wider than the page: it is scrolled by keys too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
            <pre key={index} tabIndex={0} className="overflow-x-auto rounded border border-line bg-sunken p-3 font-mono text-sm">
              {block.text}
            </pre>
          );
        }
        if (block.kind === "paragraph") {
          return (
            <p key={index} className="whitespace-pre-line">
              {block.lines.map((line, place) => (
                <Fragment key={place}>
                  {place > 0 ? "\n" : null}
                  <Words parts={line} />
                </Fragment>
              ))}
            </p>
          );
        }
        const items = block.items.map((item, place) => (
          <li key={place}>
            <Words parts={item} />
          </li>
        ));
        return block.isOrdered ? (
          <ol key={index} className="ml-5 list-decimal">
            {items}
          </ol>
        ) : (
          <ul key={index} className="ml-5 list-disc">
            {items}
          </ul>
        );
      })}
    </div>
  );
}

function Words({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, index) => {
    switch (part.kind) {
      case "strong":
        return (
          <strong key={index} className="font-semibold">
            {part.text}
          </strong>
        );
      case "code":
        return (
          <code key={index} className="rounded bg-sunken px-1 font-mono text-sm">
            {part.text}
          </code>
        );
      case "link":
        return (
          <Link key={index} to={part.href} className="text-accent underline underline-offset-4">
            {part.text}
          </Link>
        );
      case "text":
        return <Fragment key={index}>{part.text}</Fragment>;
      default:
        return part satisfies never;
    }
  });
}
