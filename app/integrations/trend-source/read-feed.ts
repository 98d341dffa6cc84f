/** A line of an RSS or Atom feed, as plain text. `traffic` is how many searches the feed counts, where it does. */
export type FeedItem = { title: string; url: string | null; publishedAtMs: number | null; traffic: number | null };

export class FeedError extends Error {
  override name = "FeedError";
}

const mostItems = 200;
const mostChars = 1_000_000;
const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads the few fields we use and nothing else. A feed that declares a document type or entities of its own is refused: they
 * are how a small file becomes a huge one, and no feed needs them. Each step only moves forward.
 */
export function readFeed(xml: string): FeedItem[] {
  if (xml.length > mostChars) throw new FeedError("the feed is too large");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new FeedError("the feed declares entities of its own");
  const isAtom = /<feed[\s>]/.test(xml.slice(0, 2_000));
  if (!isAtom && !/<(?:rss|rdf:RDF)[\s>]/.test(xml.slice(0, 2_000))) throw new FeedError("this is no feed");
  return blocks(xml, isAtom ? "entry" : "item").flatMap((block) => toItem(block, isAtom) ?? []);
}

function blocks(xml: string, name: string): string[] {
  const found: string[] = [];
  for (let at = xml.indexOf(`<${name}`); at !== -1 && found.length < mostItems; at = xml.indexOf(`<${name}`, at)) {
    const end = xml.indexOf(`</${name}>`, at);
    if (end === -1) break;
    found.push(xml.slice(at, end));
    at = end;
  }
  return found;
}

function toItem(block: string, isAtom: boolean): FeedItem | undefined {
  const title = textOf(block, "title");
  if (title === undefined || title === "") return undefined;
  const url = isAtom ? hrefOf(block) : textOf(block, "link");
  const at = Date.parse(textOf(block, "pubDate") ?? textOf(block, "published") ?? textOf(block, "updated") ?? "");
  const traffic = Number((textOf(block, "ht:approx_traffic") ?? "").replaceAll(/[^\d]/g, ""));
  return {
    title,
    url: url !== undefined && /^https?:\/\//.test(url) ? url : null,
    publishedAtMs: Number.isNaN(at) ? null : at,
    traffic: traffic > 0 ? Math.min(traffic, 1_000_000_000) : null,
  };
}

function textOf(block: string, name: string): string | undefined {
  const open = block.indexOf(`<${name}`);
  const from = open === -1 ? -1 : block.indexOf(">", open);
  const to = from === -1 ? -1 : block.indexOf(`</${name}>`, from);
  return to === -1 ? undefined : plain(block.slice(from + 1, to));
}

function hrefOf(block: string): string | undefined {
  const href = /<link[^>]{0,500}?href="([^"]{1,1000})"/.exec(block)?.[1];
  return href === undefined ? undefined : decode(href);
}

/** Without tags, whether they were written as tags, as CDATA or as entities. */
function plain(inner: string): string {
  const text = decode(withoutTags(inner.replace("<![CDATA[", "").replace("]]>", "")));
  return withoutTags(text).replaceAll(/\s+/g, " ").trim();
}

function withoutTags(text: string): string {
  return text.replaceAll(/<[^<>]{0,1000}>/g, " ");
}

function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 31 && code <= 0x10_ffff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : " ";
  });
}
