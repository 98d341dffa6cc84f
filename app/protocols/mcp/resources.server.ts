import {
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ReadResourceResult,
  ResourceNotFoundError,
} from "@modelcontextprotocol/server";
import { actorAllows } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { decodeCursor, encodeCursor } from "#app/platform/cursor.ts";
import { pageByNumber } from "./page-by-number.ts";
import { type ResourceKind, resourceKinds } from "./resource-kinds.server.ts";

const pageSize = 50;
const mimeType = "application/json";

export function templateOf({ name }: Pick<ResourceKind, "name">): string {
  return `entrepot://${name}/{id}`;
}

function uriOf({ name }: ResourceKind, id: string): string {
  return `entrepot://${name}/${encodeURIComponent(id)}`;
}

/** One kind after the other, each to its end: a page holds things of one kind. */
export async function listResources(ctx: ServiceContext, cursor: string | undefined): Promise<ListResourcesResult> {
  const kinds = kindsFor(ctx);
  const place = placeOf(cursor);
  const at = place === undefined ? 0 : kinds.findIndex(({ name }) => name === place.name);
  const kind = kinds[at];
  if (kind === undefined && place === undefined) return { resources: [] };
  if (kind === undefined) throw badCursor();
  const page = await kind.list(ctx, { limit: pageSize, ...(place?.inner === undefined ? {} : { cursor: place.inner }) });
  const following = kinds[at + 1];
  const next = page.nextCursor === null ? following && encodeCursor([following.name]) : encodeCursor([kind.name, page.nextCursor]);
  return {
    resources: page.data.map(({ id, title, at: changedAt }) => ({
      uri: uriOf(kind, id),
      name: id,
      title,
      mimeType,
      ...(changedAt === null ? {} : { annotations: { lastModified: new Date(changedAt).toISOString() } }),
    })),
    ...(next === undefined ? {} : { nextCursor: next }),
  };
}

export function listTemplates(ctx: ServiceContext, cursor: string | undefined): ListResourceTemplatesResult {
  const { items } = pageByNumber(kindsFor(ctx), pageSize, cursor);
  const resourceTemplates = items.map((kind) => {
    const { name, title, description } = kind;
    return { uriTemplate: templateOf(kind), name, title, description, mimeType };
  });
  return { resourceTemplates };
}

/** What this key may not see is not there for it, like what is not there at all. */
export async function readResource(ctx: ServiceContext, uri: string): Promise<ReadResourceResult> {
  const [, name, written = ""] = /^entrepot:\/\/([a-z]{1,20})\/([\w.~%:-]{1,200})$/.exec(uri) ?? [];
  const kind = kindsFor(ctx).find((one) => one.name === name);
  const id = plain(written);
  if (kind === undefined || id === undefined) throw new ResourceNotFoundError(uri.slice(0, 300));
  try {
    const found = await kind.reader.run(ctx, { id }, { key: "" });
    return { contents: [{ uri, mimeType, text: JSON.stringify(found) }] };
  } catch (error) {
    const isGone = error instanceof AppError && (error.code === "not_found" || error.code === "invalid" || error.code === "gone");
    throw isGone ? new ResourceNotFoundError(uri) : error;
  }
}

export function kindsFor({ actor }: Pick<ServiceContext, "actor">): ResourceKind[] {
  return resourceKinds.filter(({ scope }) => actorAllows(actor, scope));
}

function placeOf(cursor: string | undefined): { name: string; inner: string | undefined } | undefined {
  if (cursor === undefined) return undefined;
  const [name, inner] = decodeCursor(cursor) ?? [];
  if (typeof name !== "string" || typeof inner === "number") throw badCursor();
  return { name, inner };
}

function badCursor(): AppError {
  return new AppError("invalid", "checkFields", { fields: { cursor: "fieldInvalid" } });
}

function plain(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}
