import { Fragment } from "react";
import { Link } from "react-router";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { type Block, type Inline, readRichText } from "./read-rich-text.ts";

/** A model's words, with the few marks that are let through. */
export function RichText({ text }: { text: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 wrap-anywhere">
      {/* Words only grow at their end: what stands at a place stays there. */}
      {readRichText(text).map((block, place) => (
        <RichBlock key={`${String(place)} ${block.kind}`} block={block} />
      ))}
    </div>
  );
}

function RichBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "code":
      return (
        // A block may be wider than the page: it is scrolled by keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard.
        <pre tabIndex={0} className="max-w-prose overflow-x-auto rounded border border-line bg-sunken p-3 font-mono text-sm">
          {block.text}
        </pre>
      );
    case "paragraph":
      return (
        <p className="max-w-prose whitespace-pre-line">
          <Lines lines={block.lines} />
        </p>
      );
    case "quote":
      return (
        <blockquote className="max-w-prose border-l-2 border-line pl-3 whitespace-pre-line text-muted">
          <Lines lines={block.lines} />
        </blockquote>
      );
    case "heading":
      return (
        <h2 className="max-w-prose pt-1 font-semibold">
          <Words parts={block.words} />
        </h2>
      );
    case "list":
      return <List block={block} />;
    case "table":
      return <Ledger block={block} />;
    default:
      return block satisfies never;
  }
}

function List({ block }: { block: Extract<Block, { kind: "list" }> }) {
  const items = placed(block.items).map(({ key, one: item }) => (
    <li key={key}>
      <Words parts={item} />
    </li>
  ));
  return block.isOrdered ? (
    <ol className="ml-5 max-w-prose list-decimal">{items}</ol>
  ) : (
    <ul className="ml-5 max-w-prose list-disc">{items}</ul>
  );
}

/** As wide as it needs: on a phone it is scrolled by itself, and words in it are not broken into letters. */
function Ledger({ block: { head, rows, isEnd } }: { block: Extract<Block, { kind: "table" }> }) {
  const { t } = useTranslation("chat");
  const align = (place: string) => (isEnd[Number(place)] === true ? "end" : "start");
  return (
    <Table label={t("turn.table")} className="text-sm wrap-normal">
      <thead>
        <tr>
          {placed(head).map(({ key, one: cell }) => (
            <Th key={key} align={align(key)}>
              <Words parts={cell} />
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placed(rows).map(({ key: row, one: cells }) => (
          <Tr key={row}>
            {placed(cells).map(({ key, one: cell }) => (
              <Td key={key} align={align(key)} className="align-top">
                <Words parts={cell} />
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function Lines({ lines }: { lines: readonly Inline[][] }) {
  return placed(lines).map(({ key, one: line }, index) => (
    <Fragment key={key}>
      {index > 0 ? "\n" : null}
      <Words parts={line} />
    </Fragment>
  ));
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
